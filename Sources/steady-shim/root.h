// What a native container sees of the file system: the host's root, read-only, with everything that is not meant for it
// covered, and /proc, /sys, /dev, /tmp, /run, /root and /home of its own.
#ifndef ROOT_H
#define ROOT_H

#include "spec.h"

/// Builds the root in a new mount namespace and makes it this process's. Runs as the host's root, in the container's
/// pid, network, ipc and uts namespaces. `view` is the namespace of the prepared view, or -1; it is closed. `user` maps
/// the ids of volumes; `shared_memory` is a detached mount, or -1. Returns the file for the container's termination
/// message, or -1 where it has none. Calls `fail` when it can't.
int build_root(struct spec *spec, int view, int user, int shared_memory);

#endif
