// The mounts that this process sees.
#ifndef MOUNTS_H
#define MOUNTS_H

#include <stdint.h>

/// A number that is another one once what is mounted outside `directory` has changed.
uint64_t mounts_outside(const char *directory);

/// Detaches all that is mounted at `directory` or beneath it.
void detach_mounts_beneath(const char *directory);

#endif
