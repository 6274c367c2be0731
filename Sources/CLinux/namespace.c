#define _GNU_SOURCE
#include "clinux_namespace.h"

#include <sched.h>

int clinux_unshare_network(void) { return unshare(CLONE_NEWNET); }

int clinux_enter_network(int fd) { return setns(fd, CLONE_NEWNET); }
