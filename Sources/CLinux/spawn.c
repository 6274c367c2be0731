#define _GNU_SOURCE
#include "clinux_spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

// Above every number that a child is given, so that moving one into place never overwrites another.
#define OUT_OF_THE_WAY 64

int clinux_spawn(const char *path, char *const arguments[], const int *files, size_t count) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int moved[OUT_OF_THE_WAY], error = count > OUT_OF_THE_WAY ? EINVAL : 0;
    size_t ready = 0;
    pid_t pid = -1;
    if (error) return -error;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    for (; ready < count; ready++) {
        moved[ready] = files[ready] < 0 ? -1 : fcntl(files[ready], F_DUPFD_CLOEXEC, OUT_OF_THE_WAY);
        if (files[ready] >= 0 && moved[ready] < 0) {
            error = errno;
            break;
        }
        if (moved[ready] < 0) posix_spawn_file_actions_addopen(&actions, (int)ready, "/dev/null", O_RDWR, 0);
        else posix_spawn_file_actions_adddup2(&actions, moved[ready], (int)ready);
    }
    posix_spawn_file_actions_addclosefrom_np(&actions, (int)count);

    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    char *const environment[] = {NULL};
    if (!error) error = posix_spawn(&pid, path, &actions, &attributes, arguments, environment);
    for (size_t i = 0; i < ready; i++)
        if (moved[i] >= 0) close(moved[i]);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error ? -error : pid;
}

int clinux_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int clinux_resize_terminal(int terminal, unsigned short rows, unsigned short columns) {
    struct winsize size = {.ws_row = rows, .ws_col = columns};
    return ioctl(terminal, TIOCSWINSZ, &size);
}
