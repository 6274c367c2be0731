#define _GNU_SOURCE
#include "packet.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

union control {
    struct cmsghdr align;
    char bytes[CMSG_SPACE(sizeof(int) * PACKET_FILES_MAX)];
};

int receive_packet(int link, struct packet *packet, int flags) {
    union control control;
    struct iovec parts[] = {{&packet->head, sizeof packet->head}, {packet->payload, sizeof packet->payload}};
    struct msghdr message = {
        .msg_iov = parts, .msg_iovlen = 2, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    packet->file_count = 0;
    ssize_t length;
    do length = recvmsg(link, &message, flags | MSG_CMSG_CLOEXEC);
    while (length < 0 && errno == EINTR);
    if (length < 0) return errno == EAGAIN ? -1 : 0;
    for (struct cmsghdr *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
        size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t i = 0; i < count && packet->file_count < PACKET_FILES_MAX; i++)
            memcpy(&packet->files[packet->file_count++], CMSG_DATA(part) + i * sizeof(int), sizeof(int));
    }
    if ((size_t)length < sizeof packet->head || (message.msg_flags & MSG_TRUNC)
        || packet->head.version != SHIM_PROTOCOL_VERSION) {
        drop_files(packet);
        return 0;
    }
    packet->length = (size_t)length - sizeof packet->head;
    return 1;
}

void drop_files(struct packet *packet) {
    for (size_t i = 0; i < packet->file_count; i++) close(packet->files[i]);
    packet->file_count = 0;
}

static int send_with(
    int link, const struct shim_message *head, const void *payload, size_t length, const int *files, size_t count) {
    struct shim_message own = *head;
    own.version = SHIM_PROTOCOL_VERSION;
    union control control;
    memset(&control, 0, sizeof control);
    struct iovec parts[] = {{&own, sizeof own}, {(void *)payload, length}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = length ? 2 : 1};
    if (count > 0) {
        message.msg_control = control.bytes;
        message.msg_controllen = CMSG_SPACE(sizeof(int) * count);
        struct cmsghdr *part = CMSG_FIRSTHDR(&message);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(sizeof(int) * count);
        memcpy(CMSG_DATA(part), files, sizeof(int) * count);
    }
    ssize_t sent;
    do sent = sendmsg(link, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent < 0 ? -1 : 0;
}

int send_packet(int link, const struct shim_message *head, const void *payload, size_t length, int file) {
    return send_with(link, head, payload, length, &file, file >= 0 ? 1 : 0);
}

int forward_packet(int link, const struct packet *packet) {
    return send_with(link, &packet->head, packet->payload, packet->length, packet->files, packet->file_count);
}
