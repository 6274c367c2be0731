// What starting and awaiting a child process needs beyond posix_spawn.
#ifndef CLINUX_PROCESS_H
#define CLINUX_PROCESS_H

/// A pipe whose two ends are closed on exec.
int clinux_pipe(int ends[2]);

/// Makes `place` a copy of `file`, closed on exec. Returns -1 and sets errno where it can't.
int clinux_copy_onto(int file, int place);

/// A descriptor that becomes readable when the process ends.
int clinux_pidfd_open(int pid);

#endif
