#ifndef CLINUX_EPOLL_H
#define CLINUX_EPOLL_H

#include <stdint.h>

/// What a descriptor is ready for: bits of `events` below.
struct clinux_ready {
    uint32_t events;
    int fd;
};

enum {
    CLINUX_READABLE = 1,
    CLINUX_WRITABLE = 4,
    CLINUX_ERROR = 8,
    CLINUX_HANGUP = 16,
};

/// An epoll descriptor, close-on-exec; -1 and errno on failure.
int clinux_epoll_create(void);

/// Watches the descriptor, level-triggered, for these events instead of what it was watched for before; 0 events
/// leave errors and hang-ups, which always come. 0, or -1 and errno.
int clinux_epoll_set(int epoll, int fd, uint32_t events);

/// Watches the descriptor no more. 0, or -1 and errno.
int clinux_epoll_remove(int epoll, int fd);

/// Waits until something is ready, at most so many milliseconds (-1: for ever). How many entries were written,
/// 0 also when a signal came; -1 and errno on failure.
int clinux_epoll_wait(int epoll, struct clinux_ready *ready, int capacity, int milliseconds);

struct pollfd;

/// poll(2), but to the nanosecond: how many are ready, 0 when the time has passed; -1 and errno on failure.
int clinux_poll(struct pollfd *waiting, unsigned long count, int64_t nanoseconds);

/// A counter that wakes a waiter: write 8 bytes to it. Non-blocking, close-on-exec; -1 and errno on failure.
int clinux_eventfd(void);

/// The next connection of a listening socket, non-blocking, close-on-exec; -1 and errno where there is none.
int clinux_accept(int listener);

#endif
