// Where the namespaces of pods are kept alive without a process: a mount namespace of its own, itself kept by one
// mount at <state>/ns/pins, among the mounts of the machine's first process, so that each daemon finds it, whatever
// mounts it sees itself. Kept in the host's mount namespace, five mounts for each pod would be copied at every
// start of a container, and would show in everybody's list of mounts.
//
//   /<pod>/{user,net,ipc,uts}   namespaces
//   /<pod>/shm                  the pod's /dev/shm
//   /..memory/                  the daemon's: what is written down of sandboxes and attempts (SHIM_MEMORY)
#ifndef PINS_H
#define PINS_H

/// The descriptor at which each shim holds the pins for as long as it lives, so that they outlive the mounts among which
/// they were made, and are found by whoever may look at the shim.
#define HELD_PINS 63

/// Takes `pins` over for good.
void hold_pins(int pins);

/// Opens the namespace of pins. Calls `fail` where there is none.
int open_pins(const char *state);

/// The same, making it where there is none. Afterwards this process may be among other mounts than before.
int establish_pins(const char *state);

/// Takes the namespace of pins away, and with it all that is pinned. What is not there is no mistake.
void forget_pins(const char *state);

/// Enters the namespace of pins. Returns a descriptor of the one that was left, for `leave_pins`.
int enter_pins(int pins);
void leave_pins(int home);

/// Keeps `namespace_file` (of /proc/<pid>/ns) at `path`. Within the namespace of pins.
void pin(int namespace_file, const char *path);

/// Drops all that is kept for a pod; what is not there is no mistake. Within the namespace of pins.
void unpin(const char *pod);

#endif
