// What starting and awaiting a child process needs beyond posix_spawn.
#ifndef CLINUX_PROCESS_H
#define CLINUX_PROCESS_H

/// A pipe whose two ends are closed on exec.
int clinux_pipe(int ends[2]);

/// A descriptor that becomes readable when the process ends.
int clinux_pidfd_open(int pid);

#endif
