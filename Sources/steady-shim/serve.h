#ifndef SERVE_H
#define SERVE_H

/// Starts shims for a daemon, until it hangs up at SHIM_FD_CONTROL. Each is a fork of this process: a start of the
/// program costs a millisecond in a virtual machine, where asking for the processor's features traps, and every
/// copy shares its memory. Shims live on when this process ends.
///
/// The arguments: `serve`, room for the words of a shim in the list of processes, the state directory, and files of
/// cgroups in which to move out of the daemon's.
int serve_daemon(int count, char **arguments);

#endif
