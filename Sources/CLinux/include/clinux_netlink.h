#ifndef CLINUX_NETLINK_H
#define CLINUX_NETLINK_H

/// Opens a netlink socket of that protocol in the calling thread's network namespace; the kernel's refusals carry
/// a text where it has one. Returns the descriptor, or -1 and errno.
int clinux_netlink_open(int protocol);

#endif
