#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "report.h"
#include "seccomp.h"

#define NAMESAKE_PATH "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

void raise_limits(const struct spec *spec) {
    for (size_t i = 0; i < spec->limit_count; i++) {
        const struct process_limit *wanted = &spec->limits[i];
        struct rlimit own;
        if (getrlimit(wanted->resource, &own)) continue;
        if (wanted->limit.rlim_max > own.rlim_max) own.rlim_max = wanted->limit.rlim_max;
        // Even root may lack the capability to go beyond its hard limit; then the hard limit is what there is.
        setrlimit(wanted->resource, &own);
    }
}

static void set_limits(const struct spec *spec) {
    for (size_t i = 0; i < spec->limit_count; i++) {
        struct process_limit wanted = spec->limits[i];
        struct rlimit own;
        if (getrlimit(wanted.resource, &own)) fail(RESOURCES, "read the process limit %d", wanted.resource);
        if (wanted.limit.rlim_max > own.rlim_max) wanted.limit.rlim_max = own.rlim_max;
        if (wanted.limit.rlim_cur > wanted.limit.rlim_max) wanted.limit.rlim_cur = wanted.limit.rlim_max;
        if (setrlimit(wanted.resource, &wanted.limit)) fail(RESOURCES, "set the process limit %d", wanted.resource);
    }
}

static void take_descriptors(const struct command *command) {
    int files[] = {command->input, command->output, command->error};
    // Out of the way first: one of them may be a number that another is to become.
    for (int i = 0; i < 3; i++)
        if ((files[i] = fcntl(files[i], F_DUPFD_CLOEXEC, 16)) < 0) fail(OTHER, "copy a descriptor");
    for (int i = 0; i < 3; i++)
        if (dup2(files[i], i) < 0) fail(OTHER, "place a descriptor");
    if (command->is_terminal && ioctl(0, TIOCSCTTY, 0)) fail(OTHER, "take the terminal");
}

static void set_capabilities(uint64_t wanted) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct data[2] = {
        {(uint32_t)wanted, (uint32_t)wanted, 0}, {(uint32_t)(wanted >> 32), (uint32_t)(wanted >> 32), 0}};
    if (syscall(SYS_capset, &header, data)) fail(OTHER, "set the capabilities");
}

static void bound_capabilities(uint64_t wanted) {
    for (int capability = 0; capability < 64; capability++) {
        if (wanted >> capability & 1) continue;
        // EINVAL is how the kernel says that it has no more of them.
        if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) && errno == EINVAL) break;
    }
}

static uint64_t available_capabilities(void) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct data[2] = {{0}};
    syscall(SYS_capget, &header, data);
    return (uint64_t)data[1].permitted << 32 | data[0].permitted;
}

static void take_identity(const struct spec *spec) {
    if (setgroups(spec->group_count, spec->groups)) fail(OTHER, "set the supplementary groups");
    if (setresgid(spec->group, spec->group, spec->group)) fail(OTHER, "become group %u", spec->group);
    // Leaving uid 0 drops every capability, as it should: nothing asked to keep them.
    if (setresuid(spec->user, spec->user, spec->user)) fail(OTHER, "become user %u", spec->user);
}

static const char *search_path(char **environment) {
    for (char **entry = environment; *entry; entry++)
        if (strncmp(*entry, "PATH=", 5) == 0) return *entry + 5;
    return NAMESAKE_PATH;
}

static void run(char **arguments, char **environment) {
    const char *name = arguments[0];
    int seen = ENOENT;
    if (strchr(name, '/')) {
        execve(name, arguments, environment);
        errno = errno == ENOTDIR ? ENOENT : errno;
        return;
    }
    const char *path = search_path(environment);
    for (const char *end; *name; path = end + 1) {
        char file[4096];
        end = strchrnul(path, ':');
        int length = snprintf(file, sizeof file, "%.*s/%s", (int)(end - path), path, name);
        if (length > 0 && length < (int)sizeof file) execve(file, arguments, environment);
        if (errno != ENOENT && errno != ENOTDIR) seen = errno;
        if (errno != ENOENT && errno != ENOTDIR && errno != EACCES) break;
        if (!*end) break;
    }
    errno = seen;
}

void become(const struct spec *spec, const struct command *command) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (setsid() < 0) fail(OTHER, "start a session");
    take_descriptors(command);
    set_limits(spec);
    umask(0022);

    // Root's rights may be needed to enter the directory, or the user's own (on a network file system).
    bool entered = chdir(spec->directory) == 0;
    uint64_t capabilities = spec->capabilities & available_capabilities();
    bound_capabilities(spec->capabilities);
    if (spec->no_new_privileges && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) fail(OTHER, "give up new privileges");
    // Without no_new_privs a filter takes CAP_SYS_ADMIN, which the next steps drop.
    if (spec->filtered && !spec->no_new_privileges) install_filter(spec->capabilities);
    take_identity(spec);
    if (spec->user == 0) set_capabilities(capabilities);
    if (!entered && chdir(spec->directory)) fail(WORKING_DIRECTORY, "enter the working directory %s", spec->directory);

    if (spec->filtered && spec->no_new_privileges) install_filter(spec->capabilities);
    run(command->arguments, spec->environment);
    fail(errno == ENOENT ? COMMAND_NOT_FOUND : errno == EACCES ? PERMISSION_DENIED : OTHER, "run %s",
         command->arguments[0]);
}
