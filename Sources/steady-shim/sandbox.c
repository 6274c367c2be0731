// `sandbox` makes what the containers of a pod share and ends; `release` drops it again.
#define _GNU_SOURCE
#include "sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "cgroups.h"
#include "netlink.h"
#include "packet.h"
#include "pins.h"
#include "report.h"

#define IDS_PER_POD 65536

struct namespaces {
    int user, network, ipc, uts;
};

static pid_t keeper;           // the process that keeps the new namespaces, until they are pinned
static const char *unfinished; // a pod whose pins are being made

// Leaves nothing behind that nobody would know of.
static void tell(const char *reason, const char *message) {
    dprintf(SHIM_FD_CONTROL, "%s %s", reason, message);
    if (keeper > 0) kill(keeper, SIGKILL);
    if (unfinished) unpin(unfinished);
    _exit(125);
}

// A process that only keeps new namespaces alive until they are pinned. The user namespace is made first, by the
// kernel's own order, so that it owns the others.
static pid_t make_namespaces(const struct spec *spec) {
    struct clone_args arguments = {.exit_signal = SIGCHLD};
    if (spec->own_user) arguments.flags |= CLONE_NEWUSER;
    if (spec->own_network) arguments.flags |= CLONE_NEWNET;
    if (spec->own_ipc) arguments.flags |= CLONE_NEWIPC;
    if (spec->own_uts) arguments.flags |= CLONE_NEWUTS;
    pid_t parent = getpid(), child = (pid_t)syscall(SYS_clone3, &arguments, sizeof arguments);
    if (child < 0) fail(OTHER, "make the namespaces of the pod");
    if (child == 0) {
        // The daemon waits for the end of the conversation, which this process must not keep open.
        close_range(SHIM_FD_CONTROL, ~0U, 0);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        while (getppid() == parent) pause();
        _exit(0);
    }
    keeper = child;
    return child;
}

static void map_ids(pid_t child, uint32_t first) {
    static const char *const files[] = {"uid_map", "gid_map"};
    char path[64], line[64];
    snprintf(line, sizeof line, "0 %u %u", first, IDS_PER_POD);
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "/proc/%d/%s", child, files[i]);
        if (write_file(path, line)) fail(OTHER, "map the ids of the pod (%s to %s)", line, path);
    }
}

static int open_namespace(pid_t child, bool is_own, const char *name) {
    if (!is_own) return -1;
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/ns/%s", child, name);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) fail(OTHER, "open %s", path);
    return file;
}

static void enter(int namespace_file, int type, const char *what) {
    if (namespace_file >= 0 && setns(namespace_file, type)) fail(OTHER, "enter the pod's %s namespace", what);
}

// Those of an ipc namespace belong to the root of its user namespace, and the host's root is nobody to them.
static int write_as_pod(const struct spec *spec, const char *path, const char *value) {
    if (write_file(path, value) == 0) return 0;
    if (errno != EACCES || !spec->own_user || seteuid(spec->first_id)) return -1;
    int failed = write_file(path, value), error = errno;
    if (seteuid(0)) fail(OTHER, "become root again");
    errno = error;
    return failed;
}

static void write_sysctls(const struct spec *spec) {
    // Entered before: /proc/sys shows the network, ipc and uts namespaces of the process that looks.
    if (spec->own_network && write_file("/proc/sys/net/ipv4/ip_unprivileged_port_start", "0"))
        fail(OTHER, "let the pod's processes use ports from 0");
    for (size_t i = 0; i + 1 < spec->sysctl_count; i += 2) {
        char path[512];
        snprintf(path, sizeof path, "/proc/sys/%s", spec->sysctls[i]);
        if (write_as_pod(spec, path, spec->sysctls[i + 1])) fail(OTHER, "set %s to %s", path, spec->sysctls[i + 1]);
    }
}

static void keep(const struct spec *spec, const struct namespaces *own, int pins) {
    static char fresh[96];
    char path[256], options[64];
    // Hidden until it is whole: a pod that is listed is one whose containers can start.
    snprintf(fresh, sizeof fresh, ".%s", spec->pod);
    enter_pins(pins);
    unpin(fresh);
    unpin(spec->pod);
    unfinished = fresh;
    snprintf(path, sizeof path, "/%s", fresh);
    if (mkdir(path, 0700) && errno != EEXIST) fail(OTHER, "make the pins of the pod");
    struct { int file; const char *name; } kept[] = {
        {own->user, "user"}, {own->network, "net"}, {own->ipc, "ipc"}, {own->uts, "uts"}};
    for (size_t i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "/%s/%s", fresh, kept[i].name);
        if (kept[i].file >= 0) pin(kept[i].file, path);
    }
    snprintf(path, sizeof path, "/%s/shm", fresh);
    snprintf(options, sizeof options, "mode=1777,size=%llu", (unsigned long long)spec->shared_memory);
    if (spec->own_ipc
        && (mkdir(path, 0700) || mount("shm", path, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, options)))
        fail(OTHER, "mount the pod's /dev/shm");
    char whole[96];
    snprintf(path, sizeof path, "/%s", fresh);
    snprintf(whole, sizeof whole, "/%s", spec->pod);
    if (rename(path, whole)) fail(OTHER, "show the pins of the pod");
    unfinished = NULL;
}

int make_sandbox(void) {
    fail_handler = tell;
    static struct spec spec;
    read_spec(SHIM_FD_SPEC, &spec);
    // First, since it is by this process's own view of the mounts that they are named.
    make_cgroups(&spec);
    int pins = establish_pins(spec.state);
    // The daemon doesn't wait until the kernel has taken the child apart.
    signal(SIGCHLD, SIG_IGN);

    pid_t child = make_namespaces(&spec);
    if (spec.own_user) map_ids(child, spec.first_id);
    struct namespaces own = {
        .user = open_namespace(child, spec.own_user, "user"),
        .network = open_namespace(child, spec.own_network, "net"),
        .ipc = open_namespace(child, spec.own_ipc, "ipc"),
        .uts = open_namespace(child, spec.own_uts, "uts"),
    };
    kill(child, SIGKILL);

    if (spec.bridge) plug_cable(&spec, own.network);
    enter(own.network, CLONE_NEWNET, "network");
    enter(own.ipc, CLONE_NEWIPC, "ipc");
    enter(own.uts, CLONE_NEWUTS, "uts");
    if (spec.own_uts && spec.hostname && sethostname(spec.hostname, strlen(spec.hostname)))
        fail(OTHER, "set the host name %s", spec.hostname);
    if (spec.own_network) set_up_interfaces(&spec);
    write_sysctls(&spec);
    // Last of all, so that a pod with pins is a pod that is whole.
    keep(&spec, &own, pins);
    return 0;
}

int release_sandbox(const char *state, const char *pod, const char *interface) {
    fail_handler = tell;
    if (interface && *interface) delete_interface(interface);
    int pins = open_pins(state);
    enter_pins(pins);
    unpin(pod);
    // What a sandbox that was killed in the making has left.
    char fresh[96];
    snprintf(fresh, sizeof fresh, ".%s", pod);
    unpin(fresh);
    return 0;
}

int give_memory(const char *state, bool only_finds) {
    fail_handler = tell;
    int pins = only_finds ? open_pins(state) : establish_pins(state);
    enter_pins(pins);
    if (mkdir(SHIM_MEMORY, 0700) && errno != EEXIST) fail(OTHER, "make a directory in memory");
    int directory = open(SHIM_MEMORY, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct shim_message head = {.type = SHIM_DIRECTORY};
    if (directory < 0 || send_packet(SHIM_FD_ANSWER, &head, NULL, 0, directory))
        fail(OTHER, "pass a directory in memory on");
    return 0;
}

int forget_sandboxes(const char *state) {
    fail_handler = tell;
    forget_pins(state);
    return 0;
}

int list_sandboxes(const char *state) {
    fail_handler = tell;
    int pins = open_pins(state);
    enter_pins(pins);
    DIR *root = opendir("/");
    if (!root) fail(OTHER, "list the sandboxes");
    for (struct dirent *entry; (entry = readdir(root));)
        if (entry->d_name[0] != '.') // a pod's name never begins with one
            dprintf(SHIM_FD_CONTROL, "%s\n", entry->d_name);
    return 0;
}
