// System calls and constants that Swift's Glibc overlay does not show, as thin wrappers.
// One header and one C file per subject; `_GNU_SOURCE` stays in the C files, because in a header it makes
// the compiler see two versions of glibc's types.
#ifndef CLINUX_H
#define CLINUX_H

#include "clinux_crc32c.h"
#include "clinux_beneath.h"
#include "clinux_process.h"
#include "clinux_epoll.h"
#include "clinux_namespace.h"
#include "clinux_netlink.h"
#include "clinux_packet.h"
#include "clinux_shim.h"
#include "clinux_spawn.h"
#include "clinux_thread.h"

#endif
