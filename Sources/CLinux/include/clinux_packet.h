// Packets with descriptors in them, over a Unix socket.
#ifndef CLINUX_PACKET_H
#define CLINUX_PACKET_H

#include <stddef.h>
#include <sys/types.h>

enum { CLINUX_PACKET_FILES = 8 };

/// Sends one packet with `count` (at most CLINUX_PACKET_FILES) descriptors, without waiting. -1 and errno on failure.
ssize_t clinux_send_packet(int socket, const void *bytes, size_t length, const int *files, size_t count);

/// Receives one packet, without waiting. `files` takes CLINUX_PACKET_FILES descriptors, closed on exec. 0 at the end of
/// the conversation; -1 and errno on failure, with nothing received: EMFILE where this process has no place left for
/// the descriptors.
ssize_t clinux_receive_packet(int socket, void *bytes, size_t length, int *files, size_t *count);

#endif
