// Packets with descriptors, between daemon and shim and between shim and init.
#ifndef PACKET_H
#define PACKET_H

#include <stddef.h>
#include <sys/types.h>

#include "clinux_shim.h"

// Between a shim and its init only.
enum {
    INIT_TERMINAL = 64,   // carries the main process's terminal
    INIT_EXITED = 65,     // value, extra as in waitpid
    INIT_LAST_WORDS = 66, // carries the file for the container's termination message
};

#define PACKET_FILES_MAX 8

/// Commands that run beside the main one at the same time.
#define EXECS_MAX 64
#define TOO_MANY_EXECS "too many commands run in the container already"

struct packet {
    struct shim_message head;
    size_t length; // of the payload
    int files[PACKET_FILES_MAX];
    size_t file_count;
    char payload[SHIM_PACKET_MAX - sizeof(struct shim_message)];
};

/// Returns 1 for a packet, 0 at the end of the conversation, -1 with EAGAIN when there is none now.
/// A packet that is cut short or of another version ends the conversation.
int receive_packet(int link, struct packet *packet, int flags);

/// Closes the descriptors that nobody took.
void drop_files(struct packet *packet);

/// Sends a packet with at most one descriptor (or -1). Returns 0, or -1 with errno.
int send_packet(int link, const struct shim_message *head, const void *payload, size_t length, int file);

/// Passes a packet on with all its descriptors.
int forward_packet(int link, const struct packet *packet);

#endif
