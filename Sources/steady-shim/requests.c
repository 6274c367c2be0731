#define _GNU_SOURCE
#include "requests.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report.h"

// Ids are the asker's own; init is given others.
struct request {
    uint64_t own_id; // 0 for a free place
    uint64_t id;
    int connection; // -1 where it has ended
};

static struct request requests[EXECS_MAX];
static uint64_t last_own_id;

static struct request *request_of(uint64_t own_id) {
    for (size_t i = 0; i < EXECS_MAX; i++)
        if (requests[i].own_id == own_id) return &requests[i];
    return NULL;
}

// As for the main command's pipes. Where it can't be done, they can't be opened anew, and are as good as ever as they
// are; what is no pipe (/dev/null) stays the host's.
static void give_pipes(const struct spec *spec, const struct packet *packet) {
    for (size_t i = 0; i < packet->file_count; i++) {
        struct stat status;
        if (fstat(packet->files[i], &status) || !S_ISFIFO(status.st_mode)) continue;
        int ignored = fchown(packet->files[i], spec->first_id + spec->user, spec->first_id + spec->group);
        (void)ignored;
    }
}

void request_exec(const struct spec *spec, int connection, int init, struct packet *packet) {
    struct request *place = request_of(0);
    if (!place) return refuse_exec(connection, packet->head.id, OTHER " " TOO_MANY_EXECS);
    give_pipes(spec, packet);
    *place = (struct request){.own_id = ++last_own_id, .id = packet->head.id, .connection = connection};
    packet->head.id = place->own_id;
    forward_packet(init, packet);
}

void refuse_exec(int connection, uint64_t id, const char *text) {
    struct shim_message answer = {.type = SHIM_EXEC_FAILED, .id = id};
    send_packet(connection, &answer, text, strlen(text), -1);
}

void answer_exec(const struct packet *packet) {
    if (packet->head.id == 0) return;
    struct request *request = request_of(packet->head.id);
    if (!request) return;
    struct shim_message answer = packet->head;
    answer.id = request->id;
    int file = packet->file_count ? packet->files[0] : -1;
    if (request->connection >= 0) send_packet(request->connection, &answer, packet->payload, packet->length, file);
    if (answer.type != SHIM_EXEC_STARTED) request->own_id = 0;
}

void signal_execs(int connection, int init, uint64_t id, int signal) {
    for (size_t i = 0; i < EXECS_MAX; i++) {
        const struct request *request = &requests[i];
        if (request->own_id == 0 || request->connection != connection || (id && request->id != id)) continue;
        struct shim_message head = {.type = SHIM_EXEC_SIGNAL, .id = request->own_id, .value = signal};
        send_packet(init, &head, NULL, 0, -1);
    }
}

void forget_asker(int connection) {
    for (size_t i = 0; i < EXECS_MAX; i++)
        if (requests[i].connection == connection) requests[i].connection = -1;
}
