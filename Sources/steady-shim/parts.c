#define _GNU_SOURCE
#include "parts.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// No O_NOFOLLOW: with it and O_PATH a link at the end would be opened itself, instead of refused.
static int open_beneath(int root, const char *path, uint64_t flags) {
    struct open_how how = {
        .flags = flags | O_CLOEXEC, .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS};
    return (int)syscall(SYS_openat2, root, path, &how, sizeof how);
}

static int open_made(int parent, const char *name) {
    if (mkdirat(parent, name, 0755)) return errno == EEXIST ? open_beneath(parent, name, O_PATH) : -1;
    int made = open_beneath(parent, name, O_RDONLY | O_DIRECTORY);
    struct stat status;
    // The mode must not depend on a umask, since containers' users have to get in; a volume's group is inherited.
    if (made >= 0 && (fstat(made, &status) || fchmod(made, 0777 | (status.st_mode & S_ISGID)))) {
        int error = errno;
        close(made);
        errno = error;
        return -1;
    }
    return made;
}

int open_part(int root, const char *path) {
    int found = open_beneath(root, path, O_PATH);
    if (found >= 0 || errno != ENOENT) return found;

    int parent = fcntl(root, F_DUPFD_CLOEXEC, 0);
    while (parent >= 0) {
        path += strspn(path, "/");
        size_t length = strcspn(path, "/");
        if (length == 0) break;
        char name[NAME_MAX + 1];
        if (length > NAME_MAX) {
            close(parent);
            errno = ENAMETOOLONG;
            return -1;
        }
        snprintf(name, sizeof name, "%.*s", (int)length, path);
        path += length;
        int next = open_beneath(parent, name, O_PATH);
        if (next < 0 && errno == ENOENT) next = open_made(parent, name);
        int error = errno;
        close(parent);
        errno = error;
        parent = next;
    }
    return parent;
}
