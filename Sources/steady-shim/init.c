#define _GNU_SOURCE
#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cgroups.h"
#include "packet.h"
#include "process.h"
#include "report.h"
#include "root.h"

#define ARGUMENTS_MAX 4096

// A command that was started beside the main one.
struct exec {
    pid_t pid; // 0 for a free place
    uint64_t id;
};

static struct exec execs[EXECS_MAX];
static pid_t main_process;
static int report_file;

static void report_failure(const char *reason, const char *message) {
    char text[1200];
    int length = snprintf(text, sizeof text, "%s %s", reason, message);
    if (send(report_file, text, (size_t)length, MSG_NOSIGNAL) < 0 && errno == ENOTSOCK) {
        ssize_t ignored = write(report_file, text, (size_t)length);
        (void)ignored; // nobody is left to be told
    }
    _exit(125);
}

static void enter(int namespace_file, int type, const char *what) {
    if (namespace_file >= 0 && setns(namespace_file, type)) fail(OTHER, "enter the pod's %s namespace", what);
    if (namespace_file >= 0) close(namespace_file);
}

// The container's root: uid 0 inside, with every capability of the pod's user namespace and none of the host's.
static void drop_to_pod(int user) {
    if (user < 0) return;
    enter(user, CLONE_NEWUSER, "user");
    if (setgroups(0, NULL) || setresgid(0, 0, 0) || setresuid(0, 0, 0)) fail(OTHER, "become the container's root");
}

static void set_up(struct init *init) {
    struct spec *spec = init->spec;
    join_cgroups(spec->joins, spec->join_count);
    // Best effort: a score below the shim's own takes a capability that even root may lack.
    if (spec->oom_score) write_file("/proc/self/oom_score_adj", spec->oom_score);
    enter(init->network, CLONE_NEWNET, "network");
    enter(init->ipc, CLONE_NEWIPC, "ipc");
    enter(init->uts, CLONE_NEWUTS, "uts");
    int last_words = build_root(spec, init->view, init->user, init->shared_memory);
    struct shim_message head = {.type = INIT_LAST_WORDS};
    if (last_words >= 0 && send_packet(init->control, &head, NULL, 0, last_words))
        fail(OTHER, "pass the file for the termination message on");
    if (last_words >= 0) close(last_words);
    raise_limits(spec);
    drop_to_pod(init->user);
    // Mounts of a namespace that the host owns can't be changed from inside. Who may mount gets a copy of them that
    // the pod owns, in which the kernel holds them all fast.
    if (spec->capabilities >> 21 /* CAP_SYS_ADMIN */ & 1 && unshare(CLONE_NEWNS))
        fail(OTHER, "give the mounts to the container");
    // After the change of ids, which would undo both.
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

// Returns the master, or -1 with errno; `slave` is the process's end, and its user's.
static int open_terminal(const struct spec *spec, int *slave) {
    int unlocked = 0;
    int master = open("/dev/pts/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC);
    *slave = master < 0 || ioctl(master, TIOCSPTLCK, &unlocked)
        ? -1 : ioctl(master, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (*slave >= 0 && fchown(*slave, spec->user, (gid_t)-1) == 0) return master;
    int error = errno;
    if (*slave >= 0) close(*slave);
    if (master >= 0) close(master);
    errno = error;
    return *slave = -1;
}

static void start_main(struct init *init) {
    struct command command = {.arguments = init->spec->arguments, .output = init->output, .error = init->error};
    int kept = -1, master = -1;
    if (init->spec->terminal) {
        master = open_terminal(init->spec, &command.input);
        if (master < 0) fail(OTHER, "open a terminal");
        command.output = command.error = command.input;
        command.is_terminal = true;
        struct shim_message head = {.type = INIT_TERMINAL};
        if (send_packet(init->control, &head, NULL, 0, master)) fail(OTHER, "pass the terminal on");
    } else if (init->spec->keeps_input) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC)) fail(OTHER, "make a pipe for the input");
        command.input = ends[0], kept = ends[1];
    } else if ((command.input = open("/dev/null", O_RDONLY | O_CLOEXEC)) < 0) {
        fail(OTHER, "open /dev/null");
    }
    // The child borrows this process's memory until it runs the command, which spares a copy of the page tables. It
    // changes nothing that is read here, and never returns.
    main_process = vfork();
    if (main_process < 0) fail(OTHER, "fork the command");
    if (main_process == 0) {
        // The shim learns this process's number on the host from the packet's credentials.
        if (send(init->report, "!", 1, MSG_NOSIGNAL) != 1) _exit(125);
        close(init->control);
        if (kept >= 0) close(kept);
        become(init->spec, &command);
    }
    close(init->report);
    close(command.input);
    if (master >= 0) close(master);
    if (init->output >= 0) close(init->output);
    if (init->error >= 0) close(init->error);
}

// `text` is a reason, a blank and a sentence.
static void refuse_exec(const struct init *init, uint64_t id, const char *text) {
    struct shim_message head = {.type = SHIM_EXEC_FAILED, .id = id};
    send_packet(init->control, &head, text, strlen(text), -1);
}

static bool split(struct packet *packet, char **arguments) {
    size_t count = 0;
    if (packet->length == 0 || packet->payload[packet->length - 1] != 0) return false;
    for (char *text = packet->payload; text < packet->payload + packet->length; text += strlen(text) + 1) {
        if (count == ARGUMENTS_MAX - 1) return false;
        arguments[count++] = text;
    }
    arguments[count] = NULL;
    return true;
}

// In the child. `report` ends with the exec.
static void become_exec(const struct init *init, struct packet *packet, char **arguments, int slave, int report) {
    report_file = report;
    struct command command = {.arguments = arguments};
    if (slave >= 0) {
        command.input = command.output = command.error = slave;
        command.is_terminal = true;
    } else {
        command.input = packet->files[0], command.output = packet->files[1], command.error = packet->files[2];
    }
    become(init->spec, &command);
}

static void start_exec(const struct init *init, struct packet *packet) {
    static char *arguments[ARGUMENTS_MAX];
    struct exec *place = NULL;
    for (size_t i = 0; i < EXECS_MAX; i++)
        if (execs[i].pid == 0) place = &execs[i];
    uint64_t id = packet->head.id;
    bool is_terminal = packet->head.value == 1;
    if (!place) return refuse_exec(init, id, OTHER " " TOO_MANY_EXECS);
    if (!split(packet, arguments) || (!is_terminal && packet->file_count != 3))
        return refuse_exec(init, id, OTHER " the request is malformed");

    int report[2], slave = -1, master = is_terminal ? open_terminal(init->spec, &slave) : -1;
    if ((is_terminal && master < 0) || pipe2(report, O_CLOEXEC)) {
        if (master >= 0) close(master), close(slave);
        return refuse_exec(init, id, OTHER " no terminal or pipe could be opened");
    }
    pid_t child = fork();
    if (child == 0) {
        close(init->control);
        become_exec(init, packet, arguments, slave, report[1]);
    }
    close(report[1]);
    if (slave >= 0) close(slave);
    // The child has its copies: ours would keep the daemon's pipes open while the report is read.
    drop_files(packet);
    char text[1200];
    ssize_t length = child < 0 ? 0 : read(report[0], text, sizeof text - 1);
    close(report[0]);
    if (child < 0) {
        refuse_exec(init, id, OTHER " no process could be made");
    } else if (length > 0) {
        text[length] = 0;
        refuse_exec(init, id, text);
    } else {
        *place = (struct exec){child, id};
        struct shim_message head = {.type = SHIM_EXEC_STARTED, .id = id};
        send_packet(init->control, &head, NULL, 0, master);
    }
    if (master >= 0) close(master);
}

static int code_of(int status) { return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status); }

static void reap(const struct init *init) {
    int status;
    for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
        for (size_t i = 0; i < EXECS_MAX; i++) {
            if (execs[i].pid != pid) continue;
            struct shim_message head = {.type = SHIM_EXEC_EXITED, .id = execs[i].id, .value = code_of(status)};
            send_packet(init->control, &head, NULL, 0, -1);
            execs[i].pid = 0;
        }
        if (pid != main_process) continue;
        struct shim_message head = {
            .type = INIT_EXITED,
            .value = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
            .extra = WIFSIGNALED(status) ? WTERMSIG(status) : 0,
            .time = wall_clock()};
        send_packet(init->control, &head, NULL, 0, -1);
        _exit(0);
    }
}

static void obey(const struct init *init, struct packet *packet) {
    switch (packet->head.type) {
    case SHIM_SIGNAL: kill(main_process, (int)packet->head.value); break;
    case SHIM_EXEC: start_exec(init, packet); break;
    case SHIM_EXEC_SIGNAL:
        for (size_t i = 0; i < EXECS_MAX; i++)
            if (execs[i].pid && execs[i].id == packet->head.id) kill(-execs[i].pid, (int)packet->head.value);
        break;
    }
    drop_files(packet);
}

static void pass_signal(int signals) {
    struct signalfd_siginfo info;
    if (read(signals, &info, sizeof info) != sizeof info || info.ssi_signo == SIGCHLD) return;
    kill(main_process, (int)info.ssi_signo);
}

void run_init(struct init *init) {
    report_file = init->report;
    fail_handler = report_failure;
    prctl(PR_SET_NAME, "steady-init");
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    if (init->spec->host_pid) prctl(PR_SET_CHILD_SUBREAPER, 1);
    set_up(init);
    int signals = signalfd(-1, &all, SFD_CLOEXEC | SFD_NONBLOCK);
    if (signals < 0) fail(OTHER, "watch for signals");
    start_main(init);

    static struct packet packet;
    struct pollfd watched[] = {{.fd = signals, .events = POLLIN}, {.fd = init->control, .events = POLLIN}};
    for (;;) {
        if (poll(watched, 2, -1) < 0 && errno != EINTR) _exit(125);
        if (watched[0].revents) pass_signal(signals);
        reap(init);
        if (!watched[1].revents) continue;
        int got = receive_packet(init->control, &packet, MSG_DONTWAIT);
        if (got == 0) _exit(0); // the shim is gone, and its container goes with it
        if (got > 0) obey(init, &packet);
    }
}
