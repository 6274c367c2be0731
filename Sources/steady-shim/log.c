#define _GNU_SOURCE
#include "log.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static void open_file(struct log *log) {
    log->file = openat(log->directory, log->name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    // Not always a new one: it may be left from before the machine was restarted.
    struct stat status;
    log->size = log->file >= 0 && fstat(log->file, &status) == 0 ? (uint64_t)status.st_size : 0;
}

void prepare_log(struct log *log, int directory, const char *name, uint64_t bytes, uint32_t files) {
    *log = (struct log){
        .directory = directory, .name = name, .file = -1, .size_limit = bytes ? bytes : 1, .files = files ? files : 1};
}

static void rotate(struct log *log) {
    char from[NAME_MAX + 1], to[NAME_MAX + 1];
    if (log->file >= 0) close(log->file);
    for (uint32_t i = log->files - 1; i >= 1; i--) {
        snprintf(from, sizeof from, i == 1 ? "%s" : "%s.%u", log->name, i - 1);
        snprintf(to, sizeof to, "%s.%u", log->name, i);
        renameat(log->directory, from, log->directory, to);
    }
    if (log->files == 1) unlinkat(log->directory, log->name, 0);
    open_file(log);
}

static size_t put_number(char *place, unsigned number, int digits) {
    for (int i = digits; i-- > 0; number /= 10) place[i] = (char)('0' + number % 10);
    return (size_t)digits;
}

// 2026-01-31T08:15:30.123456789Z stdout F
static size_t put_head(char *place, const char *stream, char tag) {
    static time_t second = -1;
    static char date[24]; // up to the dot; worked out once a second
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (now.tv_sec != second) {
        struct tm parts;
        gmtime_r(&now.tv_sec, &parts);
        second = now.tv_sec;
        size_t n = put_number(date, (unsigned)parts.tm_year + 1900, 4);
        date[n++] = '-', n += put_number(date + n, (unsigned)parts.tm_mon + 1, 2);
        date[n++] = '-', n += put_number(date + n, (unsigned)parts.tm_mday, 2);
        date[n++] = 'T', n += put_number(date + n, (unsigned)parts.tm_hour, 2);
        date[n++] = ':', n += put_number(date + n, (unsigned)parts.tm_min, 2);
        date[n++] = ':', n += put_number(date + n, (unsigned)parts.tm_sec, 2);
        date[n++] = '.', date[n] = 0;
    }
    size_t length = strlen(date);
    memcpy(place, date, length);
    length += put_number(place + length, (unsigned)now.tv_nsec, 9);
    place[length++] = 'Z', place[length++] = ' ';
    size_t name = strlen(stream);
    memcpy(place + length, stream, name);
    length += name;
    place[length++] = ' ', place[length++] = tag, place[length++] = ' ';
    return length;
}

// True when the line stands in the file as a whole.
static bool append(struct log *log, const struct iovec *parts, int count, size_t length) {
    if (log->file < 0) open_file(log);
    if (log->file < 0) return false;
    ssize_t written = writev(log->file, parts, count);
    if (written == (ssize_t)length) {
        log->size += length;
        return true;
    }
    // Half a line is worse than none. (The one writer is here, so cutting is safe.)
    if (written > 0 && ftruncate(log->file, (off_t)log->size)) rotate(log);
    return false;
}

static void write_line(struct log *log, const char *stream, char tag, const char *text, size_t length) {
    char head[64], end = '\n';
    if (log->dropped > 0) {
        char note[96];
        size_t n = put_head(note, "stderr", 'F');
        n += (size_t)snprintf(
            note + n, sizeof note - n, "steady: %llu lines lost: no space\n", (unsigned long long)log->dropped);
        struct iovec part = {note, n};
        if (!append(log, &part, 1, n)) {
            log->dropped++;
            return;
        }
        log->dropped = 0;
    }
    size_t n = put_head(head, stream, tag);
    struct iovec parts[] = {{head, n}, {(char *)text, length}, {&end, 1}};
    if (!append(log, parts, 3, n + length + 1)) log->dropped++;
    if (log->size >= log->size_limit) rotate(log);
}

static void take(struct log *log, struct stream *stream, size_t added) {
    size_t start = 0, total = stream->length + added;
    for (char *end; (end = memchr(stream->line + start, '\n', total - start));) {
        size_t length = (size_t)(end - stream->line) - start;
        write_line(log, stream->name, 'F', stream->line + start, length);
        start += length + 1;
    }
    stream->length = total - start;
    memmove(stream->line, stream->line + start, stream->length);
    if (stream->length == LOG_LINE_MAX) {
        write_line(log, stream->name, 'P', stream->line, stream->length);
        stream->length = 0;
    }
}

static bool read_some(struct log *log, struct stream *stream) {
    ssize_t got = read(stream->file, stream->line + stream->length, LOG_LINE_MAX - stream->length);
    if (got > 0) {
        take(log, stream, (size_t)got);
        return true;
    }
    if (got < 0 && errno == EINTR) return true;
    // EIO is how a terminal says that nobody has its other end any more.
    if (got == 0 || errno != EAGAIN) {
        close(stream->file);
        stream->file = -1;
    }
    return false;
}

void drain(struct log *log, struct stream *stream) {
    for (int i = 0; i < 4 && stream->file >= 0 && read_some(log, stream); i++) {}
}

void finish(struct log *log, struct stream *stream) {
    while (stream->file >= 0 && read_some(log, stream)) {}
    if (stream->length > 0) write_line(log, stream->name, 'F', stream->line, stream->length);
    stream->length = 0;
}
