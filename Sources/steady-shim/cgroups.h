// cgroups as the spec lists them: the daemon knows the hierarchies, the shim makes, fills, joins and removes.
#ifndef CGROUPS_H
#define CGROUPS_H

#include "spec.h"

/// Makes the directories, parents first, and writes the settings. A setting that is optional may fail.
void make_cgroups(const struct spec *spec);

/// Moves this process, which must have one thread, into the cgroups. It writes `0` itself: a parent that writes its
/// child's pid waits 10 ms for the kernel's lock over all forks.
void join_cgroups(const char *const *joins, size_t count);

/// True where the kernel has killed a process of the container for want of memory.
bool was_out_of_memory(const struct spec *spec);

/// Kills what is left in the cgroups and removes them. One that doesn't empty within 2 s is left to the daemon.
void remove_cgroups(const struct spec *spec);

#endif
