#define _GNU_SOURCE
#include "serve.h"

#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "packet.h"
#include "report.h"
#include "run.h"
#include "sandbox.h"
#include "view.h"

#define WORDS_MAX 8

// Above every number that has a meaning.
#define OUT_OF_THE_WAY 64

// The words that people see in the list of processes: this program was started with room for them.
static void show_words(int count, char **arguments, const char *words, size_t length) {
    char *place = arguments[1], *end = arguments[count - 1] + strlen(arguments[count - 1]);
    size_t room = (size_t)(end - place);
    memset(place, 0, room);
    memcpy(place, words, length < room ? length : room);
}

static void place_files(const struct packet *packet) {
    int moved[PACKET_FILES_MAX];
    for (size_t i = 0; i < packet->file_count; i++) moved[i] = fcntl(packet->files[i], F_DUPFD, OUT_OF_THE_WAY);
    close_range(SHIM_FD_CONTROL, HELD_VIEW - 1, 0);
    // None without a meaning is kept: the container's processes might come to have it.
    for (size_t i = 0; i < packet->file_count && SHIM_FD_CONTROL + (int)i <= SHIM_FD_LOGS; i++)
        dup2(moved[i], SHIM_FD_CONTROL + (int)i);
    close_range(HELD_VIEW + 1, ~0U, 0);
}

static int perform(char **words, size_t count) {
    if (count >= 1 && strcmp(words[0], "run") == 0) return run_container();
    int result = 2;
    if (count == 1 && strcmp(words[0], "sandbox") == 0) result = make_sandbox();
    if (count == 4 && strcmp(words[0], "release") == 0) result = release_sandbox(words[1], words[2], words[3]);
    if (count == 3 && strcmp(words[0], "memory") == 0) result = give_memory(words[1], strcmp(words[2], "find") == 0);
    if (count == 2 && strcmp(words[0], "forget") == 0) result = forget_sandboxes(words[1]);
    if (count == 2 && strcmp(words[0], "list") == 0) result = list_sandboxes(words[1]);
    if (result == 0 && write(SHIM_FD_CONTROL, "", 1) != 1) return 125;
    return result;
}

static void become_shim(int count, char **arguments, struct packet *packet) {
    char *words[WORDS_MAX];
    size_t found = 0;
    // The session is this program's, which left the daemon's: another one would cost the kernel a group to schedule.
    signal(SIGCHLD, SIG_DFL);
    place_files(packet);
    if (packet->length == 0 || packet->payload[packet->length - 1] != 0) _exit(2);
    show_words(count, arguments, packet->payload, packet->length);
    for (char *text = packet->payload; text < packet->payload + packet->length; text += strlen(text) + 1) {
        if (found == WORDS_MAX) _exit(2);
        words[found++] = text;
    }
    _exit(perform(words, found));
}

static void launch(int count, char **arguments, struct packet *packet, const char *state) {
    // Not `fork`, whose locks and handlers nobody here needs. Where no process can be made, the descriptors close, and
    // the daemon sees a shim that died.
    struct clone_args child = {.exit_signal = SIGCHLD};
    if (syscall(SYS_clone3, &child, sizeof child) == 0) become_shim(count, arguments, packet);
    drop_files(packet);
    // For the next one: this one doesn't wait for it.
    keep_view(state);
}

int serve_daemon(int count, char **arguments) {
    static struct packet packet;
    const char *state = strdup(arguments[3]);
    if (!state) return 125;
    // So that neither limits nor the end of the daemon's own cgroup touch the shims.
    for (int i = 4; i < count; i++) write_file(arguments[i], "0");
    // Nobody here waits for a shim: its end shows at its socket.
    signal(SIGCHLD, SIG_IGN);
    fcntl(SHIM_FD_CONTROL, F_SETFD, FD_CLOEXEC);
    for (;;) {
        struct pollfd watched[] = {
            {.fd = SHIM_FD_CONTROL, .events = POLLIN}, {.fd = view_watch(), .events = POLLPRI}};
        if (poll(watched, 2, -1) < 0) continue;
        check_view(state, watched[1].revents != 0);
        if (!watched[0].revents) continue;
        int got = receive_packet(SHIM_FD_CONTROL, &packet, MSG_DONTWAIT);
        if (got == 0) return 0;
        if (got < 0) continue;
        if (packet.head.type == SHIM_LAUNCH) launch(count, arguments, &packet, state);
        else drop_files(&packet);
    }
}
