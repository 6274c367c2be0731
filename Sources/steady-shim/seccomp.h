#ifndef SECCOMP_H
#define SECCOMP_H

#include <stdint.h>

/// Installs the default filter for a process that may have `capabilities`: the system calls that are known to be
/// harmless pass, others are refused with EPERM, those that this program has never heard of with ENOSYS.
/// Calls `fail` when it can't.
void install_filter(uint64_t capabilities);

#endif
