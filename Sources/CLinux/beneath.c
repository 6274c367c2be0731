#define _GNU_SOURCE
#include "clinux_beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

int clinux_open_beneath(int directory, const char *path, int flags) {
    struct open_how how = {
        .flags = (unsigned long long)(flags | O_CLOEXEC),
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
    };
    long descriptor;
    int attempts = 0;
    // EAGAIN: something was renamed while the kernel checked a `..`; it asks for another try.
    do {
        descriptor = syscall(SYS_openat2, directory, path, &how, sizeof how);
    } while (descriptor < 0 && (errno == EINTR || (errno == EAGAIN && ++attempts < 100)));
    return (int)descriptor;
}

int clinux_locate_beneath(int directory, const char *path) {
    return clinux_open_beneath(directory, path, O_PATH | O_NOFOLLOW);
}
