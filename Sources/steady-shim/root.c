#define _GNU_SOURCE
#include "root.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "parts.h"
#include "report.h"
#include "targets.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// The host's own: the container gets new ones, or an empty directory.
static bool is_replaced(const char *name) {
    static const char *const names[] = {"proc", "sys", "dev", "run", "root", "home", "tmp", "mnt", "media",
                                        "lost+found"};
    for (size_t i = 0; i < COUNT(names); i++)
        if (strcmp(name, names[i]) == 0) return true;
    return false;
}

// A place to be mounted. A part of a volume is not looked up by its path: whoever writes the volume could have put a
// link there.
static int open_source(const struct mount_entry *entry) {
    if (!entry->part) return open(entry->source, O_PATH | O_CLOEXEC);
    int root = open(entry->source, O_PATH | O_CLOEXEC);
    if (root < 0) return -1;
    int part = open_part(root, entry->part);
    int error = errno;
    close(root);
    errno = error;
    return part;
}

static void copy_volume(struct mount_entry *entry) {
    const char *between = entry->part ? "/" : "", *part = entry->part ? entry->part : "";
    int source = open_source(entry);
    entry->tree = source < 0
        ? -1 : open_tree(source, "", AT_EMPTY_PATH | OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
    if (entry->tree < 0)
        fail(MOUNT_FAILED, "open %s%s%s for the mount at %s", entry->source, between, part, entry->target);
    close(source);
}

static void copy_volumes(struct spec *spec, int user) {
    for (size_t i = 0; i < spec->mount_count; i++) {
        struct mount_entry *entry = &spec->mounts[i];
        if (entry->is_last_words) continue;
        if (!entry->is_in_memory) copy_volume(entry);
        struct mount_attr attributes = {.attr_set = MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV};
        if (spec->privileged) attributes.attr_set = 0;
        if (entry->recursively_read_only) attributes.attr_set |= MOUNT_ATTR_RDONLY;
        if (attributes.attr_set
            && mount_setattr(entry->tree, "", AT_EMPTY_PATH | AT_RECURSIVE, &attributes, sizeof attributes))
            fail(MOUNT_FAILED, "restrict the mount at %s", entry->target);
        struct mount_attr own = {.attr_set = entry->read_only ? MOUNT_ATTR_RDONLY : 0};
        if (entry->is_mapped && user >= 0) own.attr_set |= MOUNT_ATTR_IDMAP, own.userns_fd = (uint64_t)user;
        if (own.attr_set && mount_setattr(entry->tree, "", AT_EMPTY_PATH, &own, sizeof own))
            fail(MOUNT_FAILED, "set read-only or map the ids of %s for the mount at %s", entry->source, entry->target);
    }
}

// A tmpfs that is the container's root. It is mounted where the copy of the host's root doesn't look.
static int make_root(const struct spec *spec) {
    int context = fsopen("tmpfs", FSOPEN_CLOEXEC);
    if (context < 0 || fsconfig(context, FSCONFIG_SET_STRING, "mode", "755", 0)
        || fsconfig(context, FSCONFIG_SET_STRING, "source", "steady", 0)
        || fsconfig(context, FSCONFIG_CMD_CREATE, NULL, NULL, 0))
        fail(MOUNT_FAILED, "make a tmpfs for the root");
    int root = fsmount(context, FSMOUNT_CLOEXEC, MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV);
    if (root < 0 || move_mount(root, "", AT_FDCWD, "/proc", MOVE_MOUNT_F_EMPTY_PATH))
        fail(MOUNT_FAILED, "mount the root");
    close(context);

    // Owned by the container's root: /, by contrast, stays the host's, so that nothing can be added there.
    static const struct { const char *name; mode_t mode; bool is_own; } own[] = {
        {"proc", 0555, false}, {"sys", 0555, false}, {"dev", 0755, true}, {"run", 0755, true},
        {"run/lock", 01777, true}, {"root", 0700, true}, {"home", 0755, true}, {"tmp", 01777, true},
        {"mnt", 0755, false}, {"media", 0755, false}, {&HIDDEN[1], 0700, false}, {&HIDDEN "/empty"[1], 0555, false}};
    for (size_t i = 0; i < COUNT(own); i++) {
        if (mkdirat(root, own[i].name, own[i].mode))
            fail(MOUNT_FAILED, "make /%s", own[i].name);
        if (own[i].is_own && fchownat(root, own[i].name, spec->first_id, spec->first_id, 0))
            fail(MOUNT_FAILED, "give /%s to the container", own[i].name);
    }
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
    // All of them at once, this process being the only one that sees them yet; then the root itself is opened again.
    struct mount_attr closed = {.attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV};
    struct mount_attr open = {.attr_clr = MOUNT_ATTR_RDONLY};
    if (mount_setattr(root, "", AT_EMPTY_PATH | AT_RECURSIVE, &closed, sizeof closed)
        || mount_setattr(root, "", AT_EMPTY_PATH, &open, sizeof open))
        fail(MOUNT_FAILED, "make the host's files read-only");
}

static void make_devices(const struct spec *spec, int shared_memory) {
    static const struct { const char *name; unsigned major, minor; } devices[] = {
        {"null", 1, 3}, {"zero", 1, 5}, {"full", 1, 7}, {"random", 1, 8}, {"urandom", 1, 9}, {"tty", 5, 0}};
    static const char *const links[][2] = {
        {"/proc/self/fd", "dev/fd"}, {"/proc/self/fd/0", "dev/stdin"}, {"/proc/self/fd/1", "dev/stdout"},
        {"/proc/self/fd/2", "dev/stderr"}, {"pts/ptmx", "dev/ptmx"}};
    char options[128];
    snprintf(options, sizeof options, "mode=755,size=64k,uid=%u,gid=%u", spec->first_id, spec->first_id);
    if (mount("steady-dev", "dev", "tmpfs", MS_NOSUID | MS_NOEXEC, options)) fail(MOUNT_FAILED, "mount /dev");
    for (size_t i = 0; i < COUNT(devices); i++) {
        char path[32];
        snprintf(path, sizeof path, "dev/%s", devices[i].name);
        if (mknod(path, S_IFCHR | 0666, makedev(devices[i].major, devices[i].minor)))
            fail(MOUNT_FAILED, "make /%s", path);
    }
    for (size_t i = 0; i < COUNT(links); i++)
        if (symlink(links[i][0], links[i][1])) fail(MOUNT_FAILED, "make /%s", links[i][1]);
    if (mkdir("dev/pts", 0755) || mkdir("dev/shm", 01777) || mkdir("dev/mqueue", 01777))
        fail(MOUNT_FAILED, "make the directories in /dev");
    snprintf(options, sizeof options, "newinstance,ptmxmode=0666,mode=0620,gid=%u", spec->first_id + 5);
    if (mount("devpts", "dev/pts", "devpts", MS_NOSUID | MS_NOEXEC, options)) fail(MOUNT_FAILED, "mount /dev/pts");
    if (shared_memory >= 0 && move_mount(shared_memory, "", AT_FDCWD, "dev/shm", MOVE_MOUNT_F_EMPTY_PATH))
        fail(MOUNT_FAILED, "mount /dev/shm");
    if (mount("mqueue", "dev/mqueue", "mqueue", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) && errno != ENODEV)
        fail(MOUNT_FAILED, "mount /dev/mqueue");
}

// Makes `path` show `source`, read-only. What is not there needs no cover.
static void bind_read_only(const char *source, const char *path) {
    int tree = open_tree(AT_FDCWD, source, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
    if (tree < 0 && errno == ENOENT) return;
    struct mount_attr attributes = {.attr_set = MOUNT_ATTR_RDONLY};
    if (tree < 0 || mount_setattr(tree, "", AT_EMPTY_PATH, &attributes, sizeof attributes))
        fail(MOUNT_FAILED, "cover %s", path);
    if (move_mount(tree, "", AT_FDCWD, path, MOVE_MOUNT_F_EMPTY_PATH) && errno != ENOENT)
        fail(MOUNT_FAILED, "cover %s", path);
    close(tree);
}

static void cover_directory(const char *path) { bind_read_only(HIDDEN "/empty", path); }

// In a user namespace of its own the container's root is one of the others to the kernel's files, so that what others
// may not touch needs no cover.
static bool is_in_reach(const struct spec *spec, const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && (!spec->own_user || (status.st_mode & S_IRWXO));
}

static void guard_kernel_files(const struct spec *spec) {
    static const char *const files[] = {"/proc/kcore", "/proc/keys", "/proc/timer_list", "/proc/sched_debug",
                                        "/proc/latency_stats", "/proc/kmsg"};
    static const char *const directories[] = {"/proc/acpi", "/proc/scsi", "/proc/asound", "/sys/firmware",
                                              "/sys/devices/virtual/powercap"};
    static const char *const fixed[] = {"/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs"};
    for (size_t i = 0; i < COUNT(files); i++)
        if (is_in_reach(spec, files[i])) bind_read_only("/dev/null", files[i]);
    for (size_t i = 0; i < COUNT(directories); i++)
        if (is_in_reach(spec, directories[i])) cover_directory(directories[i]);
    bind_read_only("/proc/sys", "/proc/sys");
    // Only the host's root may write to these, and without a user namespace that is who runs here.
    for (size_t i = 0; i < COUNT(fixed) && !spec->own_user; i++) bind_read_only(fixed[i], fixed[i]);
}

// In the root's own memory, which is the container's to pay for. The shim reads it at the end.
static int make_last_words(const struct spec *spec, struct mount_entry *entry) {
    static const char path[] = HIDDEN "/last-words";
    int file = open(path, O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file < 0 || fchown(file, spec->first_id + spec->user, spec->first_id + spec->group))
        fail(MOUNT_FAILED, "make the file for the termination message");
    entry->tree = open_tree(AT_FDCWD, path, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
    if (entry->tree < 0) fail(MOUNT_FAILED, "open the file for the termination message");
    return file;
}

static int mount_volumes(const struct spec *spec) {
    int last_words = -1;
    make_targets(spec);
    for (size_t i = 0; i < spec->mount_count; i++) {
        struct mount_entry *entry = &spec->mounts[i];
        if (entry->is_last_words) last_words = make_last_words(spec, entry);
        int target = open_target(spec, entry);
        if (move_mount(entry->tree, "", target, "", MOVE_MOUNT_F_EMPTY_PATH | MOVE_MOUNT_T_EMPTY_PATH))
            fail(MOUNT_FAILED, "mount %s at %s", entry->source, entry->target);
        close(target);
        close(entry->tree);
    }
    return last_words;
}

int build_root(struct spec *spec, int user, int shared_memory) {
    if (mount("", "/", NULL, MS_REC | MS_PRIVATE, NULL)) fail(MOUNT_FAILED, "make the mounts private");
    umask(0);
    copy_volumes(spec, user);
    int root = make_root(spec);
    copy_host(root);
    if (fchdir(root)) fail(MOUNT_FAILED, "enter the new root");
    make_devices(spec, shared_memory);
    if (mount("proc", "proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL)) fail(MOUNT_FAILED, "mount /proc");
    if (mount("sysfs", "sys", "sysfs", MS_NOSUID | MS_NODEV | MS_NOEXEC | (spec->privileged ? 0 : MS_RDONLY), NULL))
        fail(MOUNT_FAILED, "mount /sys");
    if (syscall(SYS_pivot_root, ".", ".")) fail(MOUNT_FAILED, "change to the new root");
    if (umount2(".", MNT_DETACH) || chdir("/")) fail(MOUNT_FAILED, "leave the host's root");
    close(root);

    for (size_t i = 0; i < spec->cover_count; i++) cover_directory(spec->covers[i]);
    int scratch = open_tree(AT_FDCWD, "/tmp", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
    if (scratch < 0 || (move_mount(scratch, "", AT_FDCWD, "/var/tmp", MOVE_MOUNT_F_EMPTY_PATH) && errno != ENOENT))
        fail(MOUNT_FAILED, "cover /var/tmp");
    close(scratch);
    if (!spec->privileged) guard_kernel_files(spec);
    int last_words = mount_volumes(spec);
    if (spec->read_only_root) {
        struct mount_attr attributes = {.attr_set = MOUNT_ATTR_RDONLY};
        // The second one is the root's own /tmp in another place.
        if (mount_setattr(AT_FDCWD, "/", 0, &attributes, sizeof attributes)
            || (mount_setattr(AT_FDCWD, "/var/tmp", 0, &attributes, sizeof attributes) && errno != ENOENT))
            fail(MOUNT_FAILED, "fix the root");
    }
    return last_words;
}
