#define _GNU_SOURCE
#include "pins.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clinux_shim.h"
#include "report.h"

// What is written down in memory takes some ten kilobytes for each of a container's last two lives, and none of it is
// a container's to fill.
#define PINS_OPTIONS "mode=700,size=10%"

static bool is_namespace(int file) {
    struct statfs status;
    return file >= 0 && fstatfs(file, &status) == 0 && status.f_type == NSFS_MAGIC;
}

// Runs in a child that has a mount namespace of its own: leaves nothing in it but an empty tmpfs.
static void empty_mounts(const char *directory) {
    if (mount("", "/", NULL, MS_REC | MS_PRIVATE, NULL)) fail(OTHER, "make the mounts of the pins private");
    if (mount("steady-pins", directory, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, PINS_OPTIONS))
        fail(OTHER, "mount a tmpfs for the pins at %s", directory);
    if (chdir(directory) || syscall(SYS_pivot_root, ".", ".") || umount2(".", MNT_DETACH))
        fail(OTHER, "make %s the root of the pins", directory);
}

static void make_pins(const char *directory, const char *path) {
    // A mount namespace can only be bound where mounts don't propagate.
    if (mount(directory, directory, NULL, MS_BIND, NULL) || mount("", directory, NULL, MS_PRIVATE, NULL))
        fail(OTHER, "bind %s to itself", directory);
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) fail(OTHER, "make %s", path);
    close(file);

    int ready[2], done[2];
    if (pipe2(ready, O_CLOEXEC) || pipe2(done, O_CLOEXEC)) fail(OTHER, "make a pipe");
    pid_t child = fork();
    if (child < 0) fail(OTHER, "fork for the namespace of the pins");
    if (child == 0) {
        close(done[1]);
        if (unshare(CLONE_NEWNS)) fail(OTHER, "make a mount namespace for the pins");
        empty_mounts(directory);
        char byte = 0;
        if (write(ready[1], &byte, 1) != 1) _exit(125);
        while (read(done[0], &byte, 1) < 0 && errno == EINTR) {}
        _exit(0);
    }
    close(ready[1]);
    char byte;
    if (read(ready[0], &byte, 1) != 1) _exit(125); // the child has told why
    char source[64];
    snprintf(source, sizeof source, "/proc/%d/ns/mnt", child);
    if (mount(source, path, NULL, MS_BIND, NULL)) {
        kill(child, SIGKILL);
        fail(OTHER, "bind the namespace of the pins at %s", path);
    }
    close(done[1]);
    waitpid(child, NULL, 0);
}

static int open_namespace(const char *path) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (is_namespace(file)) return file;
    if (file >= 0) close(file);
    return -1;
}

static bool is_same(const char *left, const char *right) {
    struct stat one, other;
    return stat(left, &one) == 0 && stat(right, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

// A daemon may live among mounts of its own (a service's private /tmp, `ip netns exec`), which go with it, and which
// the next one doesn't see. So the pins are mounted among those of the machine's first process, wherever that one sees
// the same state directory.
static const char *path_of_first_process(const char *state) {
    static char path[4200];
    snprintf(path, sizeof path, "/proc/1/root%s", state);
    return is_same(path, state) ? path : NULL;
}

static void enter_mounts_of_first_process(const char *state) {
    if (!path_of_first_process(state)) return;
    int mounts = open("/proc/1/ns/mnt", O_RDONLY | O_CLOEXEC);
    // Where that is not allowed, ours have to do.
    if (mounts >= 0 && setns(mounts, CLONE_NEWNS) == 0) chdir("/");
    if (mounts >= 0) close(mounts);
}

// Whether a process is a shim of this state directory: beneath that, three steps down, lies what it has at
// SHIM_FD_LOGS (pods/UID/containers).
static bool is_shim(const char *pid, const char *state) {
    char path[128], name[32];
    struct stat owner;
    snprintf(path, sizeof path, "/proc/%s/comm", pid);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t length = file < 0 ? -1 : read(file, name, sizeof name);
    if (file >= 0) close(file);
    if (length != 12 || memcmp(name, "steady-shim\n", 12) != 0) return false;
    snprintf(path, sizeof path, "/proc/%s", pid);
    if (stat(path, &owner) || owner.st_uid != 0) return false;
    snprintf(path, sizeof path, "/proc/%s/fd/%d/../../..", pid, SHIM_FD_LOGS);
    return is_same(path, state);
}

// From a shim that runs: it holds the pins, wherever they are mounted.
static int find_held_pins(const char *state) {
    DIR *processes = opendir("/proc");
    int pins = -1;
    for (struct dirent *entry; processes && pins < 0 && (entry = readdir(processes));) {
        char path[NAME_MAX + 32];
        if (entry->d_name[0] < '1' || entry->d_name[0] > '9' || !is_shim(entry->d_name, state)) continue;
        snprintf(path, sizeof path, "/proc/%s/fd/%d", entry->d_name, HELD_PINS);
        pins = open_namespace(path);
    }
    if (processes) closedir(processes);
    return pins;
}

static int find_pins(const char *state) {
    char path[4300];
    snprintf(path, sizeof path, "%s/ns/pins", state);
    int pins = open_namespace(path);
    const char *other = pins < 0 ? path_of_first_process(state) : NULL;
    if (other) {
        snprintf(path, sizeof path, "%s/ns/pins", other);
        pins = open_namespace(path);
    }
    return pins < 0 ? find_held_pins(state) : pins;
}

void hold_pins(int pins) {
    if (dup3(pins, HELD_PINS, O_CLOEXEC) < 0) fail(OTHER, "hold the pins");
    close(pins);
}

int open_pins(const char *state) {
    int pins = find_pins(state);
    if (pins < 0)
        refuse(SANDBOX_GONE, "no sandbox is kept at %s/ns/pins: the machine was restarted, or it was never made", state);
    return pins;
}

int establish_pins(const char *state) {
    int pins = find_pins(state);
    if (pins >= 0) return pins;
    enter_mounts_of_first_process(state);
    char directory[4096], path[4160], lock_path[4160];
    snprintf(directory, sizeof directory, "%s/ns", state);
    snprintf(path, sizeof path, "%s/pins", directory);
    if (mkdir(directory, 0700) && errno != EEXIST) fail(OTHER, "make %s", directory);
    snprintf(lock_path, sizeof lock_path, "%s/ns.lock", state);
    int lock = open(lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || flock(lock, LOCK_EX)) fail(OTHER, "lock %s", lock_path);
    pins = find_pins(state);
    if (pins < 0) {
        make_pins(directory, path);
        pins = open_namespace(path);
    }
    close(lock);
    if (pins < 0) refuse(OTHER, "%s is not a mount namespace", path);
    return pins;
}

static void unmount_pins(const char *state) {
    static const char *const names[] = {"ns/pins", "ns"};
    char path[4200];
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s", state, names[i]);
        while (umount2(path, MNT_DETACH | UMOUNT_NOFOLLOW) == 0) {}
    }
}

void forget_pins(const char *state) {
    unmount_pins(state);
    enter_mounts_of_first_process(state);
    unmount_pins(state);
}

int enter_pins(int pins) {
    int home = open("/proc/self/ns/mnt", O_RDONLY | O_CLOEXEC);
    if (home < 0) fail(OTHER, "open this process's mount namespace");
    if (setns(pins, CLONE_NEWNS)) fail(OTHER, "enter the namespace of the pins");
    return home;
}

void leave_pins(int home) {
    if (setns(home, CLONE_NEWNS)) fail(OTHER, "leave the namespace of the pins");
    close(home);
}

void pin(int namespace_file, const char *path) {
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) fail(OTHER, "make the pin %s", path);
    close(file);
    int tree = open_tree(namespace_file, "", AT_EMPTY_PATH | OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
    if (tree < 0) fail(OTHER, "copy a namespace for the pin %s", path);
    if (move_mount(tree, "", AT_FDCWD, path, MOVE_MOUNT_F_EMPTY_PATH)) fail(OTHER, "bind the pin %s", path);
    close(tree);
}

void unpin(const char *pod) {
    static const char *const names[] = {"user", "net", "ipc", "uts", "shm"};
    char path[256];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "/%s/%s", pod, names[i]);
        while (umount2(path, MNT_DETACH) == 0) {}
        if (unlink(path)) rmdir(path);
    }
    snprintf(path, sizeof path, "/%s", pod);
    rmdir(path);
}
