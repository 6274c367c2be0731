#ifndef RUN_H
#define RUN_H

/// Runs one container until it has ended. Returns the process's exit code.
int run_container(void);

#endif
