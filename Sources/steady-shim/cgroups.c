#define _GNU_SOURCE
#include "cgroups.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "report.h"

void make_cgroups(const struct spec *spec) {
    for (size_t i = 0; i < spec->cgroup_count; i++)
        if (mkdir(spec->cgroups[i], 0755) && errno != EEXIST) fail(RESOURCES, "make the cgroup %s", spec->cgroups[i]);
    for (size_t i = 0; i < spec->setting_count; i++) {
        const struct cgroup_setting *setting = &spec->settings[i];
        if (write_file(setting->file, setting->value) && !setting->is_optional)
            fail(RESOURCES, "write %s to %s", setting->value, setting->file);
    }
}

void join_cgroups(const char *const *joins, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (write_file(joins[i], "0")) fail(RESOURCES, "join the cgroup of %s", joins[i]);
}

static ssize_t read_start(const char *path, char *text, size_t size) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return -1;
    ssize_t length = read(file, text, size - 1);
    close(file);
    if (length >= 0) text[length] = 0;
    return length;
}

bool was_out_of_memory(const struct spec *spec) {
    char text[1024];
    if (!spec->oom_file || read_start(spec->oom_file, text, sizeof text) <= 0) return false;
    // v1's memory.oom_control and v2's memory.events both have a line `oom_kill N`. (v1 has `oom_kill_disable` too.)
    const char *line = strstr(text, "oom_kill ");
    return line && strtoull(line + strlen("oom_kill "), NULL, 10) > 0;
}

static void kill_members(const char *cgroup) {
    char path[4200], text[4096];
    snprintf(path, sizeof path, "%s/cgroup.procs", cgroup);
    if (read_start(path, text, sizeof text) <= 0) return;
    for (char *rest = text, *line; (line = strsep(&rest, "\n")) && *line;) {
        int pid = atoi(line);
        if (pid > 1 && pid != getpid()) kill(pid, SIGKILL);
    }
}

void remove_cgroups(const struct spec *spec) {
    // The last process may still be on its way out: wait a little longer each time, 2 s in all.
    struct timespec pause = {.tv_nsec = 50000};
    for (size_t i = spec->cgroup_count; i-- > 0;) {
        int tries = 0;
        while (rmdir(spec->cgroups[i]) && errno == EBUSY && tries++ < 400) {
            kill_members(spec->cgroups[i]);
            nanosleep(&pause, NULL);
            if (pause.tv_nsec < 5000000) pause.tv_nsec *= 2;
        }
    }
}
