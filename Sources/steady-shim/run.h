#ifndef RUN_H
#define RUN_H

/// Runs one container until it has ended, and writes down how. Returns 0; a start that fails ends this process.
int run_container(void);

#endif
