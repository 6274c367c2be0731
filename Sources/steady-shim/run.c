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
#include <sys/ioctl.h>
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

#define CONNECTIONS_MAX 32
#define EXECS_MAX 64

// Who asked for a command that runs beside the main one. Ids are the asker's own; init is given others.
struct request {
    uint64_t own_id; // 0 for a free place
    uint64_t id;
    int connection;
};

static struct {
    struct spec spec;
    int status, listener, control, report, init; // `init` is a pidfd
    int terminal;                                // of the main process, or -1
    int connections[CONNECTIONS_MAX];
    struct request requests[EXECS_MAX];
    uint64_t last_own_id;
    struct log log;
    struct stream output, error;

    enum shim_phase phase;
    int32_t pid;
    int64_t started_at, ended_at;
    bool has_ended; // init has told how
    int code, signal;
    char failure[1200];
} shim;

static void write_status(const char *line, bool is_durable) {
    ssize_t written = write(shim.status, line, strlen(line));
    if (written < 0 || !is_durable) return;
    fdatasync(shim.status);
}

static void record_failure(const char *reason, const char *message) {
    char line[1300];
    snprintf(line, sizeof line, "failed %s %s\n", reason, message);
    for (char *c = line; c[1]; c++)
        if (*c == '\n') *c = ' ';
    write_status(line, true);
}

static void give_up(const char *reason, const char *message) {
    record_failure(reason, message);
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

static void open_sandbox(struct init *init) {
    const struct spec *spec = &shim.spec;
    int pins = open_pins(spec->state, false);
    int home = enter_pins(pins);
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
    close(pins);
}

static int make_stream(struct stream *stream, const char *name) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC)) fail(OTHER, "make a pipe for the %s", name);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    // The command's own: many a program opens /dev/stdout anew, which only the pipe's owner may.
    if (fchown(ends[1], shim.spec.first_id + shim.spec.user, shim.spec.first_id + shim.spec.group))
        fail(OTHER, "give the pipe for the %s to the command", name);
    stream->name = name;
    stream->file = ends[0];
    return ends[1];
}

static void start_init(void) {
    static struct init init;
    init = (struct init){.spec = &shim.spec, .gate = SHIM_FD_GATE, .output = -1, .error = -1};
    open_sandbox(&init);
    if (!shim.spec.terminal) {
        init.output = make_stream(&shim.output, "stdout");
        init.error = make_stream(&shim.error, "stderr");
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
        // Neither the lock, nor the directory, nor the way to the daemon is the container's.
        close(SHIM_FD_LOCK), close(SHIM_FD_CONTROL), close(SHIM_FD_DIRECTORY), close(shim.status);
        close(control[0]), close(report[0]);
        if (shim.output.file >= 0) close(shim.output.file);
        if (shim.error.file >= 0) close(shim.error.file);
        init.control = control[1], init.report = report[1];
        run_init(&init);
    }
    close(control[1]), close(report[1]), close(SHIM_FD_GATE);
    if (init.output >= 0) close(init.output);
    if (init.error >= 0) close(init.error);
    int opened[] = {init.user, init.network, init.ipc, init.uts, init.shared_memory};
    for (size_t i = 0; i < sizeof opened / sizeof *opened; i++)
        if (opened[i] >= 0) close(opened[i]);
    shim.control = control[0], shim.report = report[0];
}

static void tell(int connection, const struct shim_message *head, const void *payload, size_t length, int file) {
    if (connection >= 0) send_packet(connection, head, payload, length, file);
}

static void has_started(void) {
    char line[128];
    shim.phase = SHIM_PHASE_RUNNING;
    shim.started_at = wall_clock();
    snprintf(line, sizeof line, "started %d %lld\n", shim.pid, (long long)shim.started_at);
    write_status(line, false);
    struct shim_message head = {.type = SHIM_STARTED, .extra = shim.pid, .time = shim.started_at};
    for (size_t i = 0; i < CONNECTIONS_MAX; i++) tell(shim.connections[i], &head, NULL, 0, -1);
    // Late, since it is not for the container's sake: so that limits and the end of the daemon's cgroup don't touch us.
    for (size_t i = 0; i < shim.spec.shim_join_count; i++) write_file(shim.spec.shim_joins[i], "0");
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

static struct request *request_of(uint64_t own_id) {
    for (size_t i = 0; i < EXECS_MAX; i++)
        if (shim.requests[i].own_id == own_id) return &shim.requests[i];
    return NULL;
}

static void hear_init(struct packet *packet) {
    struct shim_message *head = &packet->head;
    switch (head->type) {
    case INIT_TERMINAL:
        if (packet->file_count != 1) break;
        shim.terminal = packet->files[0];
        shim.output = (struct stream){.name = "stdout", .file = fcntl(shim.terminal, F_DUPFD_CLOEXEC, 8)};
        fcntl(shim.output.file, F_SETFL, O_NONBLOCK);
        packet->file_count = 0;
        break;
    case INIT_EXITED:
        shim.has_ended = true;
        shim.code = (int)head->value, shim.signal = (int)head->extra, shim.ended_at = head->time;
        break;
    case SHIM_EXEC_STARTED:
    case SHIM_EXEC_EXITED:
    case SHIM_EXEC_FAILED: {
        struct request *request = request_of(head->id);
        if (!request || head->id == 0) break;
        struct shim_message answer = *head;
        answer.id = request->id;
        tell(request->connection, &answer, packet->payload, packet->length, packet->file_count ? packet->files[0] : -1);
        if (head->type != SHIM_EXEC_STARTED) request->own_id = 0;
        break;
    }
    }
    drop_files(packet);
}

static void request_exec(int connection, struct packet *packet) {
    struct request *place = request_of(0);
    if (!place || shim.phase != SHIM_PHASE_RUNNING) {
        const char *text = place ? "the container does not run" : "too many commands run in the container already";
        struct shim_message answer = {.type = SHIM_EXEC_FAILED, .id = packet->head.id};
        tell(connection, &answer, text, strlen(text), -1);
        return;
    }
    for (size_t i = 0; i < packet->file_count; i++) {
        struct stat status;
        // As for the main command's; what is no pipe (/dev/null) stays the host's.
        if (fstat(packet->files[i], &status) == 0 && S_ISFIFO(status.st_mode)
            && fchown(packet->files[i], shim.spec.first_id + shim.spec.user, shim.spec.first_id + shim.spec.group))
            continue; // then it can't be opened anew, and is as good as ever as it is
    }
    *place = (struct request){.own_id = ++shim.last_own_id, .id = packet->head.id, .connection = connection};
    packet->head.id = place->own_id;
    forward_packet(shim.control, packet);
}

static void signal_exec(int connection, uint64_t id, int signal) {
    for (size_t i = 0; i < EXECS_MAX; i++) {
        const struct request *request = &shim.requests[i];
        if (request->own_id == 0 || request->connection != connection || (id && request->id != id)) continue;
        struct shim_message head = {.type = SHIM_EXEC_SIGNAL, .id = request->own_id, .value = signal};
        send_packet(shim.control, &head, NULL, 0, -1);
    }
}

static void obey(int connection, struct packet *packet) {
    switch (packet->head.type) {
    case SHIM_HELLO: {
        struct shim_message answer = {
            .type = SHIM_STATUS, .value = shim.phase, .extra = shim.pid, .time = shim.started_at};
        tell(connection, &answer, NULL, 0, -1);
        break;
    }
    case SHIM_SIGNAL:
        if (packet->head.value == SIGKILL) pidfd_send_signal(shim.init, SIGKILL, NULL, 0);
        else forward_packet(shim.control, packet);
        break;
    case SHIM_EXEC: request_exec(connection, packet); break;
    case SHIM_EXEC_SIGNAL: signal_exec(connection, packet->head.id, (int)packet->head.value); break;
    case SHIM_RESIZE: {
        struct winsize size = {
            .ws_row = (unsigned short)packet->head.value, .ws_col = (unsigned short)packet->head.extra};
        if (shim.terminal >= 0) ioctl(shim.terminal, TIOCSWINSZ, &size);
        break;
    }
    }
    drop_files(packet);
}

static void hang_up(size_t index) {
    int connection = shim.connections[index];
    // What it asked for has nobody left to read it.
    signal_exec(connection, 0, SIGKILL);
    for (size_t i = 0; i < EXECS_MAX; i++)
        if (shim.requests[i].connection == connection) shim.requests[i].connection = -1;
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

// One round of the loop. Returns false once init has gone.
static bool serve(void) {
    static struct packet packet;
    enum { REPORT, CONTROL, INIT, LISTENER, OUTPUT, ERROR, FIRST_CONNECTION };
    struct pollfd watched[FIRST_CONNECTION + CONNECTIONS_MAX];
    int files[] = {shim.report, shim.control, shim.init, shim.listener, shim.output.file, shim.error.file};
    for (int i = 0; i < FIRST_CONNECTION; i++) watched[i] = (struct pollfd){.fd = files[i], .events = POLLIN};
    for (int i = 0; i < CONNECTIONS_MAX; i++)
        watched[FIRST_CONNECTION + i] = (struct pollfd){.fd = shim.connections[i], .events = POLLIN};
    if (poll(watched, FIRST_CONNECTION + CONNECTIONS_MAX, -1) < 0) return true;

    // The start is told before anything that came after it.
    if (watched[REPORT].revents) read_report();
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

static void end(void) {
    static struct packet packet;
    waitid(P_PIDFD, (id_t)shim.init, &(siginfo_t){0}, WEXITED);
    while (shim.report >= 0 && read_report()) {}
    while (shim.control >= 0 && receive_packet(shim.control, &packet, MSG_DONTWAIT) > 0) hear_init(&packet);
    if (shim.spec.host_pid) remove_cgroups(&shim.spec);
    finish(&shim.log, &shim.output);
    finish(&shim.log, &shim.error);

    if (shim.phase == SHIM_PHASE_STARTING) {
        char *message = strchr(shim.failure, ' ');
        if (message) *message++ = 0;
        record_failure(message ? shim.failure : OTHER, message ? message : "the container was killed before it started");
        return;
    }
    // Without a word from init, it was killed, and everything with it.
    if (!shim.has_ended) shim.code = -1, shim.signal = SIGKILL, shim.ended_at = wall_clock();
    // A short life can be over before its beginning was heard of.
    if (shim.ended_at < shim.started_at) shim.ended_at = shim.started_at;
    char line[160];
    snprintf(line, sizeof line, "exited %d %d %d %lld %lld\n", shim.code, shim.signal, was_out_of_memory(&shim.spec),
             (long long)shim.started_at, (long long)shim.ended_at);
    write_status(line, true);
}

int run_container(void) {
    shim.status = openat(SHIM_FD_DIRECTORY, "status", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    shim.output.file = shim.error.file = shim.terminal = -1;
    for (size_t i = 0; i < CONNECTIONS_MAX; i++) shim.connections[i] = -1;
    shim.connections[0] = SHIM_FD_CONTROL;
    fail_handler = give_up;
    for (int file = SHIM_FD_CONTROL; file <= SHIM_FD_GATE; file++) fcntl(file, F_SETFD, FD_CLOEXEC);
    read_spec(SHIM_FD_SPEC, &shim.spec);
    close(SHIM_FD_SPEC);
    signal(SIGPIPE, SIG_IGN);
    make_cgroups(&shim.spec);
    start_init();
    // While init builds the container's surroundings.
    listen_here();
    open_log(&shim.log, SHIM_FD_DIRECTORY, shim.spec.log_bytes, shim.spec.log_files);
    while (serve()) {}
    end();
    // Before the lock goes: who finds it free finds nothing left.
    remove_cgroups(&shim.spec);
    return 0;
}
