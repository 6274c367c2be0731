// What a native container sees of the file system: the host's root, read-only, with everything that is not meant for it
// covered, and /proc, /sys, /dev, /tmp, /run, /root and /home of its own.
#ifndef ROOT_H
#define ROOT_H

#include "spec.h"

/// A directory that only the host's root may enter, for what the root needs and nobody should see.
#define HIDDEN "/.steady"

/// Builds the root and makes it this process's. Runs as the host's root, in the container's pid, network, ipc and uts
/// namespaces, in a mount namespace of its own. `user` maps the ids of volumes; `shared_memory` is a detached mount,
/// or -1. Returns the file for the container's termination message, or -1 where it has none. Calls `fail` when it can't.
int build_root(struct spec *spec, int user, int shared_memory);

#endif
