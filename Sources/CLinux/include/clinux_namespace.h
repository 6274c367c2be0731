#ifndef CLINUX_NAMESPACE_H
#define CLINUX_NAMESPACE_H

/// Gives the calling thread a network namespace of its own. 0, or -1 and errno.
int clinux_unshare_network(void);

/// Moves the calling thread into the network namespace that the descriptor stands for. 0, or -1 and errno.
int clinux_enter_network(int fd);

#endif
