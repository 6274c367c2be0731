// A container's output, as Kubernetes' runtimes keep it: `<time> stdout F <line>`, `P` in place of `F` for a piece of
// a line longer than 16 KiB. The file `web@1.log` is the current one, `web@1.log.1` the one before, and so on.
#ifndef LOG_H
#define LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LOG_LINE_MAX 16384

struct stream {
    const char *name;
    int file; // nonblocking; -1 once it has ended
    size_t length;
    char *line; // LOG_LINE_MAX bytes
};

struct log {
    int directory;
    const char *name; // of the current file
    int file;
    uint64_t size, size_limit;
    uint32_t files;
    uint64_t dropped; // lines that found no room on the disk
};

/// The file is made for the first line: many a container never says anything.
void prepare_log(struct log *log, int directory, const char *name, uint64_t bytes, uint32_t files);

/// Takes what the stream has, at most 64 KiB. Closes it at its end.
void drain(struct log *log, struct stream *stream);

/// Takes all that the stream has, then what is left of an unended line.
void finish(struct log *log, struct stream *stream);

#endif
