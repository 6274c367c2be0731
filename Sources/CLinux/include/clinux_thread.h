// Names of threads, as `top -H` shows them.
#ifndef CLINUX_THREAD_H
#define CLINUX_THREAD_H

// Names the calling thread; the kernel keeps the first 15 bytes.
void clinux_thread_set_name(const char *name);

#endif
