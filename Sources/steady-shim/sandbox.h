#ifndef SANDBOX_H
#define SANDBOX_H

#include <stdbool.h>

#include "clinux_shim.h"

/// Makes the pod's namespaces, network and cgroups as the spec at SHIM_FD_SPEC says, and pins them. What goes wrong is
/// written to SHIM_FD_CONTROL: a reason, a blank, a sentence.
int make_sandbox(void);

/// Unpins a pod's namespaces, after deleting the host's end of its cable, so that its address is free at once.
int release_sandbox(const char *state, const char *pod, const char *interface);

/// Sends the directory SHIM_MEMORY of the pins through SHIM_FD_ANSWER. Where there are no pins, they are made, unless
/// `only_finds`.
int give_memory(const char *state, bool only_finds);

/// Unpins all that was ever pinned for a state directory.
int forget_sandboxes(const char *state);

/// Writes the pods whose namespaces are pinned to SHIM_FD_CONTROL, one to a line.
int list_sandboxes(const char *state);

#endif
