// Starting a process with exactly the descriptors that it is meant to have.
#ifndef CLINUX_SPAWN_H
#define CLINUX_SPAWN_H

#include <stddef.h>

/// Starts `path` in a session of its own, no signal blocked or ignored, with an empty environment. `files[i]` becomes
/// descriptor i, -1 becomes /dev/null; nothing else is inherited. Returns the pid, or a negative errno.
int clinux_spawn(const char *path, char *const arguments[], const int *files, size_t count);

/// An anonymous file in memory, closed on exec. -1 and errno on failure.
int clinux_memory_file(const char *name);

/// Sets a terminal's size, in characters. -1 and errno on failure.
int clinux_resize_terminal(int terminal, unsigned short rows, unsigned short columns);

#endif
