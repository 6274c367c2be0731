// Where the namespaces of pods are kept alive without a process: a mount namespace of its own, itself kept by one
// mount at <state>/ns/pins. Kept in the host's mount namespace, five mounts for each pod would be copied at every
// start of a container, and would show in everybody's list of mounts.
//
//   /<pod>/{user,net,ipc,uts}   namespaces
//   /<pod>/shm                  the pod's /dev/shm
#ifndef PINS_H
#define PINS_H

#include <stdbool.h>

/// Opens the namespace of pins, making it where it is missing. Calls `fail` when it can't.
int open_pins(const char *state, bool make);

/// Enters the namespace of pins. Returns a descriptor of the one that was left, for `leave_pins`.
int enter_pins(int pins);
void leave_pins(int home);

/// Keeps `namespace_file` (of /proc/<pid>/ns) at `path`. Within the namespace of pins.
void pin(int namespace_file, const char *path);

/// Drops all that is kept for a pod; what is not there is no mistake. Within the namespace of pins.
void unpin(const char *pod);

#endif
