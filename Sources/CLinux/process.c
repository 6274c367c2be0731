#define _GNU_SOURCE
#include "clinux_process.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

int clinux_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int clinux_copy_onto(int file, int place) { return dup3(file, place, O_CLOEXEC); }

int clinux_pidfd_open(int pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }
