// The places in the container where volumes are mounted. Most of the root is a read-only view of the host's, in which
// a place that is missing can't be made: there, a read-only overlay adds it.
#ifndef TARGETS_H
#define TARGETS_H

#include "spec.h"

/// Makes the places that are missing for all mounts of the spec. Before any of them is mounted.
void make_targets(const struct spec *spec);

/// Opens the place for one mount, making it where an earlier mount hides the one that was made before.
int open_target(const struct spec *spec, const struct mount_entry *mount);

#endif
