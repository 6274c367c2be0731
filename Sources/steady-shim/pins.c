#define _GNU_SOURCE
#include "pins.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include "report.h"

static bool is_namespace(int file) {
    struct statfs status;
    return file >= 0 && fstatfs(file, &status) == 0 && status.f_type == NSFS_MAGIC;
}

// Runs in a child that has a mount namespace of its own: leaves nothing in it but an empty tmpfs.
static void empty_mounts(const char *directory) {
    if (mount("", "/", NULL, MS_REC | MS_PRIVATE, NULL)) fail(OTHER, "make the mounts of the pins private");
    if (mount("steady-pins", directory, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, "mode=700"))
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

int open_pins(const char *state, bool make) {
    char directory[4096], path[4160], lock_path[4160];
    snprintf(directory, sizeof directory, "%s/ns", state);
    snprintf(path, sizeof path, "%s/pins", directory);
    int pins = open(path, O_RDONLY | O_CLOEXEC);
    if (is_namespace(pins)) return pins;
    if (!make) refuse(SANDBOX_GONE, "no sandbox is kept at %s: the machine was restarted, or it was never made", path);
    if (pins >= 0) close(pins);

    if (mkdir(directory, 0700) && errno != EEXIST) fail(OTHER, "make %s", directory);
    snprintf(lock_path, sizeof lock_path, "%s/ns.lock", state);
    int lock = open(lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || flock(lock, LOCK_EX)) fail(OTHER, "lock %s", lock_path);
    pins = open(path, O_RDONLY | O_CLOEXEC);
    if (!is_namespace(pins)) {
        if (pins >= 0) close(pins);
        make_pins(directory, path);
        pins = open(path, O_RDONLY | O_CLOEXEC);
    }
    close(lock);
    if (!is_namespace(pins)) refuse(OTHER, "%s is not a mount namespace", path);
    return pins;
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
