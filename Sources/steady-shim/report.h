// How a step that failed is told: a reason that a program can read, and a sentence for people.
#ifndef REPORT_H
#define REPORT_H

#include <stdint.h>

// The words are those of Swift's `StartFailure`.
#define COMMAND_NOT_FOUND "commandNotFound"
#define PERMISSION_DENIED "permissionDenied"
#define WORKING_DIRECTORY "workingDirectory"
#define MOUNT_FAILED "mount"
#define SANDBOX_GONE "sandboxGone"
#define RESOURCES "resources"
#define NOT_RUNNING "notRunning"
#define OTHER "other"

/// Where `fail` takes its words; it must not return. Set once per process.
extern void (*fail_handler)(const char *reason, const char *message);

/// Ends this process. `format` says what was being done; the text of errno is put behind it.
__attribute__((noreturn, format(printf, 2, 3))) void fail(const char *reason, const char *format, ...);

/// Ends this process, with no word about errno.
__attribute__((noreturn, format(printf, 2, 3))) void refuse(const char *reason, const char *format, ...);

/// Nanoseconds since 1970.
int64_t wall_clock(void);

/// Writes `text` into the file at `path` with one `write`. Returns 0, or -1 with errno set.
int write_file(const char *path, const char *text);

#endif
