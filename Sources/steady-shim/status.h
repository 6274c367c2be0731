// The file `status` of an attempt: a line for each thing that happened to its container.
#ifndef STATUS_H
#define STATUS_H

#include <stdbool.h>
#include <stdint.h>

/// Makes the file in `directory`, with room for all that may have to be written: an end must not be lost because the
/// memory has filled up meanwhile. Calls `fail` when it can't.
void open_status(int directory);

/// In a child that shall not have it.
void close_status(void);

void write_start(int32_t pid, int64_t time);
void write_failure(const char *reason, const char *message);

/// `code` is -1 where a signal ended it. Returns false with errno where nothing was written.
bool write_end(int code, int signal, bool was_out_of_memory, int64_t started_at, int64_t ended_at);

#endif
