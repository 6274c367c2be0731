#define _GNU_SOURCE
#include "targets.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/fsuid.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "report.h"
#include "view.h"

#define OVERLAYS_MAX 32

// A read-only directory that lacks something, and the directory that holds what it lacks.
struct overlay {
    char path[PATH_MAX];
    char skeleton[64];
    bool is_mounted;
};

static struct overlay overlays[OVERLAYS_MAX];
static size_t overlay_count;

// Never follows a link out of the container's root, nor one of /proc's links to another process's files.
static int open_inside(const char *path) {
    struct open_how how = {.flags = O_PATH | O_CLOEXEC, .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS};
    int root = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
    int file = (int)syscall(SYS_openat2, root, path, &how, sizeof how);
    int error = errno;
    close(root);
    errno = error;
    return file;
}

static int make_entry(const struct spec *spec, int parent, const char *name, bool is_file) {
    for (int as_container = 0; as_container < 2; as_container++) {
        // On a volume with mapped ids the host's root is nobody; the container's root may make things there.
        if (as_container) setfsuid(spec->first_id), setfsgid(spec->first_id);
        int failed = is_file ? mknodat(parent, name, S_IFREG | 0644, 0) : mkdirat(parent, name, 0755);
        int error = errno;
        if (as_container) setfsuid(0), setfsgid(0);
        if (!failed) return 0;
        errno = error;
        if (error != EOVERFLOW && error != EACCES) return -1;
    }
    return -1;
}

static void make_skeleton(char *base, const char *rest, bool is_file) {
    char path[PATH_MAX + 64];
    size_t length = (size_t)snprintf(path, sizeof path, "%s", base);
    while (*rest == '/') rest++;
    while (*rest) {
        const char *end = strchrnul(rest, '/');
        bool is_last = end[strspn(end, "/")] == 0;
        length += (size_t)snprintf(path + length, sizeof path - length, "/%.*s", (int)(end - rest), rest);
        int failed = is_last && is_file ? mknod(path, S_IFREG | 0644, 0) : mkdir(path, 0755);
        if (failed && errno != EEXIST) fail(MOUNT_FAILED, "make %s", path);
        rest = end + strspn(end, "/");
    }
}

static struct overlay *overlay_of(const char *path) {
    for (size_t i = 0; i < overlay_count; i++)
        if (strcmp(overlays[i].path, path) == 0 && !overlays[i].is_mounted) return &overlays[i];
    if (overlay_count == OVERLAYS_MAX) refuse(MOUNT_FAILED, "more than %d places are missing", OVERLAYS_MAX);
    struct overlay *overlay = &overlays[overlay_count];
    snprintf(overlay->path, sizeof overlay->path, "%s", path);
    snprintf(overlay->skeleton, sizeof overlay->skeleton, OWN "/overlay-%zu", overlay_count++);
    if (mkdir(overlay->skeleton, 0755)) fail(MOUNT_FAILED, "make %s", overlay->skeleton);
    return overlay;
}

static void mount_overlay(struct overlay *overlay) {
    // Named by descriptor, so that a colon or a comma in the path can't be taken for syntax.
    int under = open_inside(overlay->path);
    char place[64], options[256];
    struct stat status;
    if (under < 0 || fstat(under, &status)) fail(MOUNT_FAILED, "open %s", overlay->path);
    chmod(overlay->skeleton, status.st_mode & 07777);
    snprintf(place, sizeof place, "/proc/self/fd/%d", under);
    snprintf(options, sizeof options, "lowerdir=%s:%s", overlay->skeleton, place);
    if (mount("steady", place, "overlay", MS_RDONLY | MS_NOSUID | MS_NODEV, options))
        fail(MOUNT_FAILED, "add missing places to %s", overlay->path);
    close(under);
    overlay->is_mounted = true;
}

// Makes what is missing of `path`. What would have to be made in a read-only directory is noted for an overlay.
static void make_target(const struct spec *spec, const char *path, bool is_file, int depth) {
    char ancestor[PATH_MAX];
    if (depth > 8) refuse(MOUNT_FAILED, "too many links on the way to %s", path);
    if (snprintf(ancestor, sizeof ancestor, "%s", path) >= (int)sizeof ancestor)
        refuse(MOUNT_FAILED, "the path is too long: %s", path);
    int file = open_inside(path);
    if (file >= 0) {
        close(file);
        return;
    }
    if (errno != ENOENT) fail(MOUNT_FAILED, "open the place %s", path);

    int parent = -1;
    char *slash = ancestor + strlen(ancestor);
    while (parent < 0) {
        while (slash > ancestor && *slash != '/') slash--;
        *slash = 0;
        parent = open_inside(*ancestor ? ancestor : "/");
        if (parent < 0 && (errno != ENOENT || slash == ancestor)) fail(MOUNT_FAILED, "open %s", ancestor);
    }
    const char *rest = path + (slash - ancestor);
    rest += strspn(rest, "/");
    char name[NAME_MAX + 1];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(rest, "/"), rest);
    bool is_last = rest[strlen(name) + strspn(rest + strlen(name), "/")] == 0;

    if (make_entry(spec, parent, name, is_last && is_file) == 0) {
        close(parent);
        make_target(spec, path, is_file, depth);
        return;
    }
    if (errno == EROFS) {
        make_skeleton(overlay_of(*ancestor ? ancestor : "/")->skeleton, rest, is_file);
        close(parent);
        return;
    }
    char link[PATH_MAX], resolved[PATH_MAX * 2 + 2];
    ssize_t length = errno == EEXIST ? readlinkat(parent, name, link, sizeof link - 1) : -1;
    if (length < 0) fail(MOUNT_FAILED, "make the place %s", path);
    // A link that leads nowhere, as /etc/resolv.conf often does once /run is covered: make where it leads.
    link[length] = 0;
    close(parent);
    const char *after = rest + strlen(name);
    if (link[0] == '/') snprintf(resolved, sizeof resolved, "%s%s", link, after);
    else snprintf(resolved, sizeof resolved, "%s/%s%s", ancestor, link, after);
    make_target(spec, resolved, is_file, depth + 1);
}

void make_targets(const struct spec *spec) {
    for (size_t i = 0; i < spec->mount_count; i++)
        make_target(spec, spec->mounts[i].target, spec->mounts[i].is_file, 0);
    // Shallow ones first: one that came after a deeper one would hide it.
    for (size_t left = overlay_count; left > 0; left--) {
        struct overlay *next = NULL;
        for (size_t i = 0; i < overlay_count; i++)
            if (!overlays[i].is_mounted && (!next || strlen(overlays[i].path) < strlen(next->path)))
                next = &overlays[i];
        if (next) mount_overlay(next);
    }
}

int open_target(const struct spec *spec, const struct mount_entry *mount) {
    int file = open_inside(mount->target);
    if (file < 0 && errno == ENOENT) {
        size_t before = overlay_count;
        make_target(spec, mount->target, mount->is_file, 0);
        while (before < overlay_count) mount_overlay(&overlays[before++]);
        file = open_inside(mount->target);
    }
    if (file < 0) fail(MOUNT_FAILED, "open the place %s", mount->target);
    return file;
}
