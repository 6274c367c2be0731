// Pid 1 of a container: builds its surroundings, starts the command, passes signals on, reaps, and starts more
// commands when it is told to. It ends when the command ends, or when the shim does, and the kernel ends all the rest.
#ifndef INIT_H
#define INIT_H

#include "spec.h"

struct init {
    struct spec *spec;
    int control; // packets from and to the shim
    int report;  // told that the command's process is there, then why it failed; its end says that it runs
    int user, network, ipc, uts, shared_memory; // -1 where the host's are used
    int view;                                   // -1 where none is prepared
    int output, error;                          // where the command writes; -1 for a terminal
};

__attribute__((noreturn)) void run_init(struct init *init);

#endif
