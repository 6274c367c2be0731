#define _GNU_SOURCE
#include "view.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "clinux_shim.h"
#include "mounts.h"
#include "report.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

bool is_replaced(const char *name) {
    static const char *const names[] = {"proc", "sys", "dev", "run", "root", "home", "tmp", "mnt", "media",
                                        "lost+found"};
    for (size_t i = 0; i < COUNT(names); i++)
        if (strcmp(name, names[i]) == 0) return true;
    return false;
}

// A tmpfs that is the root. It is mounted where the copy of the host's root doesn't look.
static int make_root(void) {
    int context = fsopen("tmpfs", FSOPEN_CLOEXEC);
    if (context < 0 || fsconfig(context, FSCONFIG_SET_STRING, "mode", "755", 0)
        || fsconfig(context, FSCONFIG_SET_STRING, "source", "steady", 0)
        || fsconfig(context, FSCONFIG_CMD_CREATE, NULL, NULL, 0))
        fail(MOUNT_FAILED, "make a tmpfs for the root");
    int root = fsmount(context, FSMOUNT_CLOEXEC, MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV);
    if (root < 0 || move_mount(root, "", AT_FDCWD, "/proc", MOVE_MOUNT_F_EMPTY_PATH))
        fail(MOUNT_FAILED, "mount the root");
    close(context);

    // All of it the host's, so that containers can't add to it.
    static const struct { const char *path; mode_t mode; } directories[] = {
        {"/proc", 0555}, {"/sys", 0555}, {"/dev", 0755}, {"/run", 0755}, {"/root", 0700}, {"/home", 0755},
        {"/tmp", 01777}, {"/mnt", 0755}, {"/mnt/mesos", 0755}, {SHIM_SANDBOX, 0755}, {"/media", 0755},
        {HIDDEN, 0700}, {EMPTY_DIRECTORY, 0555}, {OWN, 0700}};
    for (size_t i = 0; i < COUNT(directories); i++)
        if (mkdirat(root, directories[i].path + 1, directories[i].mode))
            fail(MOUNT_FAILED, "make %s", directories[i].path);
    if (mknodat(root, &EMPTY_FILE[1], S_IFREG | 0444, 0)) fail(MOUNT_FAILED, "make %s", EMPTY_FILE);
    return root;
}

static void bind_from_host(int root, const char *name) {
    char path[NAME_MAX + 2];
    snprintf(path, sizeof path, "/%s", name);
    int tree = open_tree(AT_FDCWD, path, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE | AT_SYMLINK_NOFOLLOW);
    if (tree < 0 || mkdirat(root, name, 0755) || move_mount(tree, "", root, name, MOVE_MOUNT_F_EMPTY_PATH))
        fail(MOUNT_FAILED, "bind the host's %s", path);
    close(tree);
}

static void copy_host(int root) {
    DIR *host = opendir("/");
    if (!host) fail(MOUNT_FAILED, "read the host's root");
    for (struct dirent *entry; (entry = readdir(host));) {
        const char *name = entry->d_name;
        if (name[0] == '.' || is_replaced(name)) continue;
        unsigned char type = entry->d_type;
        struct stat status;
        if (type == DT_UNKNOWN && fstatat(dirfd(host), name, &status, AT_SYMLINK_NOFOLLOW) == 0)
            type = IFTODT(status.st_mode);
        if (type == DT_DIR) bind_from_host(root, name);
        if (type == DT_LNK) {
            char target[PATH_MAX];
            ssize_t length = readlinkat(dirfd(host), name, target, sizeof target - 1);
            target[length > 0 ? length : 0] = 0;
            if (symlinkat(target, root, name)) fail(MOUNT_FAILED, "make the link /%s", name);
        }
    }
    closedir(host);
    // All of them at once, this process being the only one that sees them yet.
    struct mount_attr closed = {.attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV};
    if (mount_setattr(root, "", AT_EMPTY_PATH | AT_RECURSIVE, &closed, sizeof closed))
        fail(MOUNT_FAILED, "make the host's files read-only");
}

void make_view(const char *state) {
    if (mount("", "/", NULL, MS_REC | MS_PRIVATE, NULL)) fail(MOUNT_FAILED, "make the mounts private");
    umask(0);
    // Other pods' volumes, which would stay in use here.
    detach_mounts_beneath(state);
    int root = make_root();
    copy_host(root);
    if (fchdir(root) || syscall(SYS_pivot_root, ".", ".")) fail(MOUNT_FAILED, "change to the new root");
    if (umount2(".", MNT_DETACH) || chdir("/")) fail(MOUNT_FAILED, "leave the host's root");
    close(root);
    // It may lie where nothing of the host is seen anyway.
    if (mount(EMPTY_DIRECTORY, state, NULL, MS_BIND, NULL) && errno != ENOENT) fail(MOUNT_FAILED, "cover %s", state);
}

// What the view was made of: the host's mounts outside the state directory, and the entries of its root.
struct face {
    uint64_t mounts;
    struct timespec root;
};

static struct face seen;
static int watch = -1;
static bool is_kept, is_in_doubt;

static bool is_root_of(struct timespec time) {
    struct stat root;
    return stat("/", &root) == 0 && root.st_mtim.tv_sec == time.tv_sec && root.st_mtim.tv_nsec == time.tv_nsec;
}

static struct face look(const char *state) {
    struct stat root = {0};
    stat("/", &root);
    return (struct face){.mounts = mounts_outside(state), .root = root.st_mtim};
}

static int make_namespace(const char *state) {
    int ready[2], done[2], view = -1;
    if (pipe2(ready, O_CLOEXEC)) return -1;
    if (pipe2(done, O_CLOEXEC)) return close(ready[0]), close(ready[1]), -1;
    pid_t child = fork();
    if (child == 0) {
        char byte = 0;
        close(SHIM_FD_CONTROL), close(done[1]);
        if (unshare(CLONE_NEWNS)) _exit(125);
        make_view(state);
        if (write(ready[1], &byte, 1) != 1) _exit(125);
        while (read(done[0], &byte, 1) < 0 && errno == EINTR) {}
        _exit(0);
    }
    close(ready[1]), close(done[0]);
    char byte, path[64];
    ssize_t got = -1;
    while (child > 0 && (got = read(ready[0], &byte, 1)) < 0 && errno == EINTR) {}
    snprintf(path, sizeof path, "/proc/%d/ns/mnt", child);
    if (got == 1) view = open(path, O_RDONLY | O_CLOEXEC);
    close(ready[0]), close(done[1]);
    return view;
}

int view_watch(void) {
    if (watch < 0) watch = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    return watch;
}

void check_view(const char *state, bool has_news) {
    is_in_doubt |= has_news;
    if (!is_kept || (!is_in_doubt && is_root_of(seen.root))) return;
    is_in_doubt = false;
    if (is_root_of(seen.root) && mounts_outside(state) == seen.mounts) return;
    is_kept = false;
    close(HELD_VIEW);
}

void keep_view(const char *state) {
    // Without a word of changes it would soon show what is no more.
    if (is_kept || watch < 0) return;
    is_kept = true;
    // Looked at before: what changes while it is made is then seen as a change.
    seen = look(state);
    int view = make_namespace(state);
    if (view < 0) return;
    dup3(view, HELD_VIEW, O_CLOEXEC);
    close(view);
}
