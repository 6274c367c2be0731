// A container's shim: starts its init, keeps its output, answers the daemon, and writes down how it ended.
#define _GNU_SOURCE
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cgroups.h"
#include "init.h"
#include "log.h"
#include "packet.h"
#include "pins.h"
#include "report.h"
#include "requests.h"
#include "status.h"
#include "view.h"

#define CONNECTIONS_MAX 32

static struct {
    struct spec spec;
    int listener, control, report, init; // `init` is a pidfd
    int terminal;                        // of the main process, or -1
    int last_words;                      // the container's termination message, or -1
    int connections[CONNECTIONS_MAX];
    struct log log;
    struct stream output, error;

    enum shim_phase phase;
    int32_t pid;
    int64_t started_at, ended_at;
    bool has_ended;    // init has told how
    bool is_abandoned; // nobody waits for the word of its end
    int code, signal;
    char failure[1200];
} shim;

// Apart from the rest, which so takes few pages: each that is written to is copied at the start.
static char lines[2][LOG_LINE_MAX];
static struct packet packet;

static void give_up(const char *reason, const char *message) {
    write_failure(reason, message);
    remove_cgroups(&shim.spec);
    _exit(125);
}

static void listen_here(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "socket"};
    // By a relative name: the whole path can be longer than an address may be.
    if (fchdir(SHIM_FD_DIRECTORY)) fail(OTHER, "enter the attempt's directory");
    shim.listener = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (shim.listener < 0 || bind(shim.listener, (struct sockaddr *)&address, sizeof address)
        || listen(shim.listener, CONNECTIONS_MAX))
        fail(OTHER, "listen for the daemon");
    if (chdir("/")) fail(OTHER, "enter /");
}

static int open_pin(bool is_own, const char *name) {
    if (!is_own) return -1;
    char path[256];
    snprintf(path, sizeof path, "/%s/%s", shim.spec.pod, name);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) fail(SANDBOX_GONE, "open the pod's %s namespace", name);
    return file;
}

// Pins that were lost and made anew have another memory than the one that the daemon wrote this attempt into.
static void check_memory(void) {
    struct stat pins, own;
    if (stat("/", &pins) || fstat(SHIM_FD_DIRECTORY, &own)) fail(OTHER, "look at the pins");
    if (pins.st_dev != own.st_dev) refuse(SANDBOX_GONE, "the sandboxes were made anew meanwhile");
}

static void copy_from_memory(struct spec *spec) {
    for (size_t i = 0; i < spec->mount_count; i++) {
        struct mount_entry *entry = &spec->mounts[i];
        if (!entry->is_in_memory) continue;
        entry->tree = open_tree(AT_FDCWD, entry->source, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
        if (entry->tree < 0) fail(MOUNT_FAILED, "open %s for the mount at %s", entry->source, entry->target);
    }
}

static void open_sandbox(struct init *init) {
    struct spec *spec = &shim.spec;
    int pins = open_pins(spec->state);
    int home = enter_pins(pins);
    check_memory();
    copy_from_memory(spec);
    init->user = open_pin(spec->own_user, "user");
    init->network = open_pin(spec->own_network, "net");
    init->ipc = open_pin(spec->own_ipc, "ipc");
    init->uts = open_pin(spec->own_uts, "uts");
    init->shared_memory = -1;
    if (spec->own_ipc) {
        char path[256];
        snprintf(path, sizeof path, "/%s/shm", spec->pod);
        init->shared_memory = open_tree(AT_FDCWD, path, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
        if (init->shared_memory < 0) fail(SANDBOX_GONE, "open the pod's /dev/shm");
    }
    leave_pins(home);
    hold_pins(pins);
}

static int make_stream(struct stream *stream, const char *name, char *line) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC)) fail(OTHER, "make a pipe for the %s", name);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    // The command's own: many a program opens /dev/stdout anew, which only the pipe's owner may.
    if (fchown(ends[1], shim.spec.first_id + shim.spec.user, shim.spec.first_id + shim.spec.group))
        fail(OTHER, "give the pipe for the %s to the command", name);
    *stream = (struct stream){.name = name, .file = ends[0], .line = line};
    return ends[1];
}

static void start_init(void) {
    static struct init init;
    init = (struct init){.spec = &shim.spec, .output = -1, .error = -1};
    init.view = fcntl(HELD_VIEW, F_GETFD) < 0 ? -1 : HELD_VIEW;
    open_sandbox(&init);
    if (!shim.spec.terminal) {
        init.output = make_stream(&shim.output, "stdout", lines[0]);
        init.error = make_stream(&shim.error, "stderr", lines[1]);
    }
    int control[2], report[2], yes = 1;
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, control)
        || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, report)
        || setsockopt(report[0], SOL_SOCKET, SO_PASSCRED, &yes, sizeof yes))
        fail(OTHER, "make sockets for the container's init");

    struct clone_args arguments = {.flags = CLONE_PIDFD, .pidfd = (uint64_t)(uintptr_t)&shim.init, .exit_signal = SIGCHLD};
    if (!shim.spec.host_pid) arguments.flags |= CLONE_NEWPID;
    pid_t child = (pid_t)syscall(SYS_clone3, &arguments, sizeof arguments);
    if (child < 0) fail(OTHER, "make the container's init");
    if (child == 0) {
        // Neither the lock, nor the directory, nor the pins, nor the way to the daemon are the container's.
        close(HELD_PINS), close(SHIM_FD_LOCK), close(SHIM_FD_CONTROL), close(SHIM_FD_DIRECTORY), close(SHIM_FD_LOGS);
        close_status();
        close(control[0]), close(report[0]);
        if (shim.output.file >= 0) close(shim.output.file);
        if (shim.error.file >= 0) close(shim.error.file);
        init.control = control[1], init.report = report[1];
        run_init(&init);
    }
    close(control[1]), close(report[1]);
    if (init.output >= 0) close(init.output);
    if (init.error >= 0) close(init.error);
    int opened[] = {init.user, init.network, init.ipc, init.uts, init.shared_memory, init.view};
    for (size_t i = 0; i < sizeof opened / sizeof *opened; i++)
        if (opened[i] >= 0) close(opened[i]);
    for (size_t i = 0; i < shim.spec.mount_count; i++)
        if (shim.spec.mounts[i].tree >= 0) close(shim.spec.mounts[i].tree);
    shim.control = control[0], shim.report = report[0];
}

static void has_started(void) {
    shim.phase = SHIM_PHASE_RUNNING;
    shim.started_at = wall_clock();
    write_start(shim.pid, shim.started_at);
    struct shim_message head = {.type = SHIM_STARTED, .extra = shim.pid, .time = shim.started_at};
    for (size_t i = 0; i < CONNECTIONS_MAX; i++)
        if (shim.connections[i] >= 0) send_packet(shim.connections[i], &head, NULL, 0, -1);
}

// Returns false when there is nothing to read now, or ever.
static bool read_report(void) {
    char text[1200], control[CMSG_SPACE(sizeof(struct ucred))];
    struct iovec part = {text, sizeof text - 1};
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
    ssize_t length = recvmsg(shim.report, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (length < 0) return false;
    if (length == 0) {
        close(shim.report);
        shim.report = -1;
        if (!shim.failure[0] && shim.pid > 0) has_started();
        return false;
    }
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    if (length == 1 && head && head->cmsg_type == SCM_CREDENTIALS) {
        struct ucred sender;
        memcpy(&sender, CMSG_DATA(head), sizeof sender);
        shim.pid = sender.pid;
        return true;
    }
    text[length] = 0;
    if (!shim.failure[0]) snprintf(shim.failure, sizeof shim.failure, "%s", text);
    return true;
}

static void hear_init(struct packet *packet) {
    struct shim_message *head = &packet->head;
    switch (head->type) {
    case INIT_TERMINAL:
        if (packet->file_count != 1) break;
        shim.terminal = packet->files[0];
        shim.output = (struct stream){
            .name = "stdout", .file = fcntl(shim.terminal, F_DUPFD_CLOEXEC, 8), .line = lines[0]};
        fcntl(shim.output.file, F_SETFL, O_NONBLOCK);
        packet->file_count = 0;
        break;
    case INIT_LAST_WORDS:
        if (packet->file_count != 1) break;
        shim.last_words = packet->files[0];
        packet->file_count = 0;
        break;
    case INIT_EXITED:
        shim.has_ended = true;
        shim.code = (int)head->value, shim.signal = (int)head->extra, shim.ended_at = head->time;
        break;
    case SHIM_EXEC_STARTED:
    case SHIM_EXEC_EXITED:
    case SHIM_EXEC_FAILED: answer_exec(packet); break;
    }
    drop_files(packet);
}

static void obey(int connection, struct packet *packet) {
    switch (packet->head.type) {
    case SHIM_HELLO: {
        struct shim_message answer = {
            .type = SHIM_STATUS, .value = shim.phase, .extra = shim.pid, .time = shim.started_at};
        send_packet(connection, &answer, NULL, 0, -1);
        break;
    }
    case SHIM_SIGNAL:
        // Once init has gone, this says that even the word of its end is not waited for.
        shim.is_abandoned = packet->head.value == SIGKILL;
        if (packet->head.value == SIGKILL) pidfd_send_signal(shim.init, SIGKILL, NULL, 0);
        else forward_packet(shim.control, packet);
        break;
    case SHIM_EXEC:
        if (shim.phase != SHIM_PHASE_RUNNING || shim.has_ended)
            refuse_exec(connection, packet->head.id, NOT_RUNNING " the container does not run");
        else request_exec(&shim.spec, connection, shim.control, packet);
        break;
    case SHIM_EXEC_SIGNAL:
        signal_execs(connection, shim.control, packet->head.id, (int)packet->head.value);
        break;
    }
    drop_files(packet);
}

static void hang_up(size_t index) {
    int connection = shim.connections[index];
    // What it asked for has nobody left to read it.
    signal_execs(connection, shim.control, 0, SIGKILL);
    forget_asker(connection);
    close(connection);
    shim.connections[index] = -1;
}

static void accept_connection(void) {
    int connection = accept4(shim.listener, NULL, NULL, SOCK_CLOEXEC);
    if (connection < 0) return;
    for (size_t i = 0; i < CONNECTIONS_MAX; i++) {
        if (shim.connections[i] >= 0) continue;
        shim.connections[i] = connection;
        return;
    }
    close(connection);
}

// One round of the loop, of at most so many milliseconds (-1: as long as it takes). Returns false once init has gone.
static bool serve(int milliseconds) {
    enum { REPORT, CONTROL, INIT, LISTENER, OUTPUT, ERROR, FIRST_CONNECTION };
    struct pollfd watched[FIRST_CONNECTION + CONNECTIONS_MAX];
    int files[] = {shim.report, shim.control, shim.init, shim.listener, shim.output.file, shim.error.file};
    for (int i = 0; i < FIRST_CONNECTION; i++) watched[i] = (struct pollfd){.fd = files[i], .events = POLLIN};
    // Nothing is to be done before the command runs, or doesn't: the end of the report.
    if (shim.report >= 0) watched[REPORT].events = 0, watched[CONTROL].fd = -1;
    for (int i = 0; i < CONNECTIONS_MAX; i++)
        watched[FIRST_CONNECTION + i] = (struct pollfd){.fd = shim.connections[i], .events = POLLIN};
    if (poll(watched, FIRST_CONNECTION + CONNECTIONS_MAX, milliseconds) < 0) return true;

    // The start is told before anything that came after it.
    while (watched[REPORT].revents && shim.report >= 0 && read_report()) {}
    if (watched[CONTROL].revents) {
        int got = receive_packet(shim.control, &packet, MSG_DONTWAIT);
        if (got > 0) hear_init(&packet);
        if (got == 0) close(shim.control), shim.control = -1;
    }
    if (watched[OUTPUT].revents) drain(&shim.log, &shim.output);
    if (watched[ERROR].revents) drain(&shim.log, &shim.error);
    for (size_t i = 0; i < CONNECTIONS_MAX; i++) {
        if (!watched[FIRST_CONNECTION + i].revents) continue;
        int got = receive_packet(shim.connections[i], &packet, MSG_DONTWAIT);
        if (got > 0) obey(shim.connections[i], &packet);
        if (got == 0) hang_up(i);
    }
    if (watched[LISTENER].revents) accept_connection();
    return !watched[INIT].revents;
}

// The lock stays held while the memory is full: who finds it free takes the container for killed.
static void record_end(bool was_out_of_memory) {
    while (!write_end(shim.code, shim.signal, was_out_of_memory, shim.started_at, shim.ended_at)) {
        if (shim.is_abandoned || (errno != ENOSPC && errno != EDQUOT)) return;
        serve(200);
    }
}

// As much of the termination message as anybody reads.
static void keep_last_words(void) {
    char text[4096];
    ssize_t length = shim.last_words < 0 ? 0 : pread(shim.last_words, text, sizeof text, 0);
    if (length <= 0) return;
    int file = openat(SHIM_FD_DIRECTORY, "termination", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return;
    // Without room for all of it the end is told without it.
    if (write(file, text, (size_t)length) != length) unlinkat(SHIM_FD_DIRECTORY, "termination", 0);
    close(file);
}

static void end(void) {
    waitid(P_PIDFD, (id_t)shim.init, &(siginfo_t){0}, WEXITED);
    close(shim.init);
    shim.init = -1, shim.is_abandoned = false;
    while (shim.report >= 0 && read_report()) {}
    while (shim.control >= 0 && receive_packet(shim.control, &packet, MSG_DONTWAIT) > 0) hear_init(&packet);
    // The kernel's count goes with the cgroup.
    bool is_out_of_memory = was_out_of_memory(&shim.spec);
    if (shim.spec.host_pid) remove_cgroups(&shim.spec);
    finish(&shim.log, &shim.output);
    finish(&shim.log, &shim.error);

    if (shim.phase == SHIM_PHASE_STARTING) {
        char *message = strchr(shim.failure, ' ');
        if (message) *message++ = 0;
        write_failure(message ? shim.failure : OTHER, message ? message : "the container was killed before it started");
        return;
    }
    // Without a word from init, it was killed, and everything with it.
    if (!shim.has_ended) shim.code = -1, shim.signal = SIGKILL, shim.ended_at = wall_clock();
    shim.has_ended = true;
    // A short life can be over before its beginning was heard of.
    if (shim.ended_at < shim.started_at) shim.ended_at = shim.started_at;
    keep_last_words();
    record_end(is_out_of_memory);
}

int run_container(void) {
    shim.output.file = shim.error.file = shim.terminal = shim.last_words = -1;
    for (size_t i = 0; i < CONNECTIONS_MAX; i++) shim.connections[i] = -1;
    shim.connections[0] = SHIM_FD_CONTROL;
    fail_handler = give_up;
    open_status(SHIM_FD_DIRECTORY);
    for (int file = SHIM_FD_CONTROL; file <= SHIM_FD_LOGS; file++) fcntl(file, F_SETFD, FD_CLOEXEC);
    read_spec(SHIM_FD_SPEC, &shim.spec);
    close(SHIM_FD_SPEC);
    signal(SIGPIPE, SIG_IGN);
    make_cgroups(&shim.spec);
    start_init();
    // While init builds the container's surroundings.
    listen_here();
    prepare_log(&shim.log, SHIM_FD_LOGS, shim.spec.log, shim.spec.log_bytes, shim.spec.log_files);
    while (serve(-1)) {}
    end();
    // Before the lock goes: who finds it free finds nothing left. And it goes before the sockets, which tell the daemon
    // to look. They don't wait for the kernel to take this process apart.
    remove_cgroups(&shim.spec);
    close(SHIM_FD_LOCK);
    for (size_t i = 0; i < CONNECTIONS_MAX; i++)
        if (shim.connections[i] >= 0) close(shim.connections[i]);
    return 0;
}
