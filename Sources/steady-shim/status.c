#define _GNU_SOURCE
#include "status.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report.h"

// More than a start, an end and the longest failure take.
#define ROOM 4096

static int file = -1;

void open_status(int directory) {
    file = openat(directory, "status", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) fail(OTHER, "make the attempt's status");
    // A file system without this gives what it can; the end of the container then waits for room.
    if (fallocate(file, FALLOC_FL_KEEP_SIZE, 0, ROOM) && (errno == ENOSPC || errno == EDQUOT))
        fail(OTHER, "make room for the attempt's status");
}

void close_status(void) { close(file); }

// The whole line or nothing of it.
static bool write_line(const char *line) {
    struct stat before;
    if (fstat(file, &before)) return false;
    for (const char *rest = line; *rest;) {
        ssize_t written = write(file, rest, strlen(rest));
        if (written > 0) {
            rest += written;
        } else if (errno != EINTR) {
            int error = errno;
            if (rest > line && ftruncate(file, before.st_size)) error = EIO;
            errno = error;
            return false;
        }
    }
    return true;
}

void write_start(int32_t pid, int64_t time) {
    char line[64];
    snprintf(line, sizeof line, "started %d %lld\n", pid, (long long)time);
    write_line(line);
}

void write_failure(const char *reason, const char *message) {
    char line[1300];
    snprintf(line, sizeof line - 1, "failed %s %s", reason, message);
    for (char *c = line; *c; c++)
        if (*c == '\n') *c = ' ';
    strcat(line, "\n");
    write_line(line);
}

bool write_end(int code, int signal, bool was_out_of_memory, int64_t started_at, int64_t ended_at) {
    char line[160];
    snprintf(line, sizeof line, "exited %d %d %d %lld %lld\n", code, signal, was_out_of_memory, (long long)started_at,
             (long long)ended_at);
    return write_line(line);
}
