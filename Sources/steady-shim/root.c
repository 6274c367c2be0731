#define _GNU_SOURCE
#include "root.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "clinux_shim.h"
#include "parts.h"
#include "report.h"
#include "targets.h"
#include "view.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

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
        // A copy of the host's own mount: what is mounted there later stays there.
        struct mount_attr attributes = {
            .attr_set = MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV, .propagation = MS_PRIVATE};
        if (spec->privileged) attributes.attr_set = 0;
        if (entry->recursively_read_only) attributes.attr_set |= MOUNT_ATTR_RDONLY;
        if (mount_setattr(entry->tree, "", AT_EMPTY_PATH | AT_RECURSIVE, &attributes, sizeof attributes))
            fail(MOUNT_FAILED, "restrict the mount at %s", entry->target);
        struct mount_attr own = {.attr_set = entry->read_only ? MOUNT_ATTR_RDONLY : 0};
        if (entry->is_mapped && user >= 0) own.attr_set |= MOUNT_ATTR_IDMAP, own.userns_fd = (uint64_t)user;
        if (own.attr_set && mount_setattr(entry->tree, "", AT_EMPTY_PATH, &own, sizeof own))
            fail(MOUNT_FAILED, "set read-only or map the ids of %s for the mount at %s", entry->source, entry->target);
    }
}

// Whether all that is to be mounted has a place, or can be given one, in a root that is everybody's.
static bool fits_view(const struct spec *spec) {
    static const char *const writable[] = {"dev", "run", "root", "home", "tmp", "proc", "sys"};
    // The host's root could add to it.
    if (!spec->own_user) return false;
    for (size_t i = 0; i < spec->mount_count; i++) {
        const char *target = spec->mounts[i].target + strspn(spec->mounts[i].target, "/");
        char top[NAME_MAX + 2];
        struct stat status;
        bool fits = strncmp(spec->mounts[i].target, SHIM_SANDBOX, strlen(SHIM_SANDBOX)) == 0;
        int length = snprintf(top, sizeof top, "/%.*s", (int)strcspn(target, "/"), target);
        for (size_t j = 0; j < COUNT(writable); j++) fits |= strcmp(top + 1, writable[j]) == 0;
        if (fits) continue;
        if (length >= (int)sizeof top || top[1] == '.' || is_replaced(top + 1)) return false;
        if (stat(top, &status) || !S_ISDIR(status.st_mode)) return false;
    }
    return true;
}

// Leaves the host's mounts for the view, or for a root of the container's own.
static void enter_view(const struct spec *spec, int view, bool has_own) {
    if (!has_own && setns(view, CLONE_NEWNS)) fail(OTHER, "enter the view of the host");
    if (view >= 0) close(view);
    if (unshare(CLONE_NEWNS | CLONE_NEWCGROUP)) fail(OTHER, "make the container's mount namespace");
    if (has_own) make_view(spec->state);
}

// The container's own directories, all in one memory, which it pays for.
static const char *const own[] = {"/dev", "/run", "/root", "/home", "/tmp"};

static void make_own(const struct spec *spec) {
    static const mode_t modes[] = {0755, 0755, 0700, 0755, 01777};
    if (mount("steady", OWN, "tmpfs", MS_NOSUID | MS_NODEV, "mode=700") || chdir(OWN))
        fail(MOUNT_FAILED, "make the container's own memory");
    for (size_t i = 0; i < COUNT(own); i++) {
        const char *name = own[i] + 1;
        if (mkdir(name, modes[i]) || chown(name, spec->first_id, spec->first_id)
            || mount(name, own[i], NULL, MS_BIND, NULL))
            fail(MOUNT_FAILED, "make %s", own[i]);
    }
    if (mkdir("run/lock", 01777) || chown("run/lock", spec->first_id, spec->first_id))
        fail(MOUNT_FAILED, "make /run/lock");
    if (mount("tmp", "/var/tmp", NULL, MS_BIND, NULL) && errno != ENOENT) fail(MOUNT_FAILED, "cover /var/tmp");
    if (mount(NULL, "/dev", NULL, MS_REMOUNT | MS_BIND | MS_NOSUID | MS_NOEXEC, NULL))
        fail(MOUNT_FAILED, "let /dev hold devices");
}

static void make_devices(const struct spec *spec, int shared_memory) {
    static const struct { const char *path; unsigned major, minor; } devices[] = {
        {"/dev/null", 1, 3}, {"/dev/zero", 1, 5}, {"/dev/full", 1, 7}, {"/dev/random", 1, 8}, {"/dev/urandom", 1, 9},
        {"/dev/tty", 5, 0}};
    static const char *const links[][2] = {
        {"/proc/self/fd", "/dev/fd"}, {"/proc/self/fd/0", "/dev/stdin"}, {"/proc/self/fd/1", "/dev/stdout"},
        {"/proc/self/fd/2", "/dev/stderr"}, {"pts/ptmx", "/dev/ptmx"}};
    char options[128];
    for (size_t i = 0; i < COUNT(devices); i++)
        if (mknod(devices[i].path, S_IFCHR | 0666, makedev(devices[i].major, devices[i].minor)))
            fail(MOUNT_FAILED, "make %s", devices[i].path);
    for (size_t i = 0; i < COUNT(links); i++)
        if (symlink(links[i][0], links[i][1])) fail(MOUNT_FAILED, "make %s", links[i][1]);
    if (mkdir("/dev/pts", 0755) || mkdir("/dev/shm", 01777) || mkdir("/dev/mqueue", 01777))
        fail(MOUNT_FAILED, "make the directories in /dev");
    snprintf(options, sizeof options, "newinstance,ptmxmode=0666,mode=0620,gid=%u", spec->first_id + 5);
    if (mount("devpts", "/dev/pts", "devpts", MS_NOSUID | MS_NOEXEC, options)) fail(MOUNT_FAILED, "mount /dev/pts");
    if (shared_memory >= 0 && move_mount(shared_memory, "", AT_FDCWD, "/dev/shm", MOVE_MOUNT_F_EMPTY_PATH))
        fail(MOUNT_FAILED, "mount /dev/shm");
    if (mount("mqueue", "/dev/mqueue", "mqueue", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) && errno != ENODEV)
        fail(MOUNT_FAILED, "mount /dev/mqueue");
}

static void mount_kernel_files(const struct spec *spec) {
    unsigned long flags = MS_NOSUID | MS_NODEV | MS_NOEXEC;
    if (mount("proc", "/proc", "proc", flags, NULL)) fail(MOUNT_FAILED, "mount /proc");
    if (mount("sysfs", "/sys", "sysfs", flags | (spec->privileged ? 0 : MS_RDONLY), NULL))
        fail(MOUNT_FAILED, "mount /sys");
}

// What covers is read-only, as all of the view is. What is not there needs no cover.
static void cover(const char *path, const char *with) {
    if (mount(with, path, NULL, MS_BIND, NULL) && errno != ENOENT) fail(MOUNT_FAILED, "cover %s", path);
}

static void make_read_only(const char *path) {
    struct mount_attr attributes = {.attr_set = MOUNT_ATTR_RDONLY};
    if (mount_setattr(AT_FDCWD, path, 0, &attributes, sizeof attributes) && errno != ENOENT)
        fail(MOUNT_FAILED, "make %s read-only", path);
}

static void bind_read_only(const char *path) {
    if (mount(path, path, NULL, MS_BIND, NULL) == 0) make_read_only(path);
    else if (errno != ENOENT) fail(MOUNT_FAILED, "make %s read-only", path);
}

// In a user namespace of its own the container's root is one of the others to the kernel's files, so that what others
// may not read needs no cover.
static bool is_in_reach(const struct spec *spec, const char *path) {
    struct stat status;
    return !spec->own_user || (stat(path, &status) == 0 && (status.st_mode & S_IRWXO));
}

static void guard_kernel_files(const struct spec *spec) {
    static const char *const closed[] = {"/proc/kcore", "/proc/timer_list", "/proc/kmsg"};
    static const char *const files[] = {"/proc/keys", "/proc/sched_debug", "/proc/latency_stats"};
    static const char *const directories[] = {"/proc/acpi", "/proc/scsi", "/proc/asound", "/sys/firmware",
                                              "/sys/devices/virtual/powercap"};
    static const char *const fixed[] = {"/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs"};
    for (size_t i = 0; i < COUNT(closed); i++)
        if (is_in_reach(spec, closed[i])) cover(closed[i], EMPTY_FILE);
    for (size_t i = 0; i < COUNT(files); i++) cover(files[i], EMPTY_FILE);
    for (size_t i = 0; i < COUNT(directories); i++) cover(directories[i], EMPTY_DIRECTORY);
    bind_read_only("/proc/sys");
    // Only the host's root may write to these, and without a user namespace that is who runs here.
    for (size_t i = 0; i < COUNT(fixed) && !spec->own_user; i++) bind_read_only(fixed[i]);
}

// The shim reads it at the end.
static int make_last_words(const struct spec *spec, struct mount_entry *entry) {
    static const char path[] = OWN "/last-words";
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

static void make_root_read_only(void) {
    // What is mounted twice is also written to twice: the root's own memory, and /tmp.
    static const char *const places[] = {"/", OWN, "/run", "/root", "/home", "/tmp", "/var/tmp"};
    for (size_t i = 0; i < COUNT(places); i++) make_read_only(places[i]);
}

int build_root(struct spec *spec, int view, int user, int shared_memory) {
    bool has_own = view < 0 || !fits_view(spec);
    umask(0);
    copy_volumes(spec, user);
    enter_view(spec, view, has_own);
    make_own(spec);
    make_devices(spec, shared_memory);
    mount_kernel_files(spec);
    if (!spec->privileged) guard_kernel_files(spec);
    struct mount_attr open = {.attr_clr = MOUNT_ATTR_RDONLY};
    if (has_own && mount_setattr(AT_FDCWD, "/", 0, &open, sizeof open)) fail(MOUNT_FAILED, "open the root");
    int last_words = mount_volumes(spec);
    if (spec->read_only_root) make_root_read_only();
    if (chdir("/")) fail(OTHER, "enter the root");
    return last_words;
}
