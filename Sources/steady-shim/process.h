// The last steps of a process before it becomes the command that was asked for.
#ifndef PROCESS_H
#define PROCESS_H

#include "spec.h"

/// What a process of the container is to be.
struct command {
    char **arguments;
    int input, output, error; // become 0, 1 and 2; a terminal is all three
    bool is_terminal;
};

/// As the host's root, where limits can still be raised: makes room for the limits of the spec.
void raise_limits(const struct spec *spec);

/// Becomes the command, in a session of its own.
/// Calls `fail` when it can't.
__attribute__((noreturn)) void become(const struct spec *spec, const struct command *command);

#endif
