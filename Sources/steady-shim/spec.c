#define _GNU_SOURCE
#include "spec.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report.h"

static void *grown(void *array, size_t count, size_t size) {
    // Grows by powers of two from 8, so that a list costs a handful of reallocations.
    if (count != 0 && (count < 8 || (count & (count - 1)) != 0)) return array;
    void *larger = reallocarray(array, count == 0 ? 8 : count * 2, size);
    if (!larger) fail(OTHER, "allocate memory for the spec");
    return larger;
}

static void append(const char ***array, size_t *count, const char *value) {
    *array = grown(*array, *count, sizeof **array);
    (*array)[(*count)++] = value;
}

static void set_limit(struct spec *spec, const char *value) {
    if (spec->limit_count == sizeof spec->limits / sizeof *spec->limits) refuse(OTHER, "too many limits");
    struct process_limit *limit = &spec->limits[spec->limit_count++];
    char *rest;
    limit->resource = (int)strtol(value, &rest, 10);
    limit->limit.rlim_cur = *rest == ':' ? strtoull(rest + 1, &rest, 10) : 0;
    limit->limit.rlim_max = *rest == ':' ? strtoull(rest + 1, &rest, 10) : limit->limit.rlim_cur;
}

static void add_mount(struct spec *spec, const char *source) {
    spec->mounts = grown(spec->mounts, spec->mount_count, sizeof *spec->mounts);
    spec->mounts[spec->mount_count++] = (struct mount_entry){.source = source, .tree = -1};
}

static void set_mount_flags(struct mount_entry *mount, const char *flags) {
    mount->read_only = strchr(flags, 'r') != NULL;
    mount->recursively_read_only = strchr(flags, 'R') != NULL;
    mount->is_file = strchr(flags, 'f') != NULL;
    mount->is_mapped = strchr(flags, 'i') != NULL;
    mount->is_in_memory = strchr(flags, 'm') != NULL;
    mount->is_last_words = strchr(flags, 'w') != NULL;
}

static void add_setting(struct spec *spec, const char *file, bool is_optional) {
    spec->settings = grown(spec->settings, spec->setting_count, sizeof *spec->settings);
    spec->settings[spec->setting_count++] =
        (struct cgroup_setting){.file = file, .value = "", .is_optional = is_optional};
}

static bool on(const char *value) { return value[0] == '1'; }

struct list_counts {
    size_t arguments, environment;
};

static void take(struct spec *spec, struct list_counts *counts, const char *key, const char *value) {
#define IS(name) (strcmp(key, name) == 0)
    if (IS("arg")) append((const char ***)&spec->arguments, &counts->arguments, value);
    else if (IS("env")) append((const char ***)&spec->environment, &counts->environment, value);
    else if (IS("name")) spec->name = value;
    else if (IS("state")) spec->state = value;
    else if (IS("pod")) spec->pod = value;
    else if (IS("ns.user")) spec->own_user = on(value);
    else if (IS("ns.net")) spec->own_network = on(value);
    else if (IS("ns.ipc")) spec->own_ipc = on(value);
    else if (IS("ns.uts")) spec->own_uts = on(value);
    else if (IS("pid.host")) spec->host_pid = on(value);
    else if (IS("ids")) spec->first_id = (uint32_t)strtoul(value, NULL, 10);
    else if (IS("hostname")) spec->hostname = value;
    else if (IS("cwd")) spec->directory = value;
    else if (IS("uid")) spec->user = (uint32_t)strtoul(value, NULL, 10);
    else if (IS("gid")) spec->group = (uint32_t)strtoul(value, NULL, 10);
    else if (IS("group")) {
        spec->groups = grown(spec->groups, spec->group_count, sizeof *spec->groups);
        spec->groups[spec->group_count++] = (uint32_t)strtoul(value, NULL, 10);
    }
    else if (IS("caps")) spec->capabilities = strtoull(value, NULL, 16);
    else if (IS("nnp")) spec->no_new_privileges = on(value);
    else if (IS("seccomp")) spec->filtered = on(value);
    else if (IS("privileged")) spec->privileged = on(value);
    else if (IS("readonly")) spec->read_only_root = on(value);
    else if (IS("tty")) spec->terminal = on(value);
    else if (IS("stdin")) spec->keeps_input = on(value);
    else if (IS("oom.score")) spec->oom_score = value;
    else if (IS("rlimit")) set_limit(spec, value);
    else if (IS("mount.source")) add_mount(spec, value);
    else if (IS("mount.target") && spec->mount_count) spec->mounts[spec->mount_count - 1].target = value;
    else if (IS("mount.part") && spec->mount_count) spec->mounts[spec->mount_count - 1].part = value;
    else if (IS("mount.flags") && spec->mount_count) set_mount_flags(&spec->mounts[spec->mount_count - 1], value);
    else if (IS("shm")) spec->shared_memory = strtoull(value, NULL, 10);
    else if (IS("cgroup")) append(&spec->cgroups, &spec->cgroup_count, value);
    else if (IS("cgroup.set")) add_setting(spec, value, false);
    else if (IS("cgroup.try")) add_setting(spec, value, true);
    else if (IS("cgroup.value") && spec->setting_count) spec->settings[spec->setting_count - 1].value = value;
    else if (IS("cgroup.join")) append(&spec->joins, &spec->join_count, value);
    else if (IS("oom.file")) spec->oom_file = value;
    else if (IS("log.name")) spec->log = value;
    else if (IS("log.bytes")) spec->log_bytes = strtoull(value, NULL, 10);
    else if (IS("log.files")) spec->log_files = (uint32_t)strtoul(value, NULL, 10);
    else if (IS("net.bridge")) spec->bridge = value;
    else if (IS("net.host")) spec->host_interface = value;
    else if (IS("net.address")) spec->address = value;
    else if (IS("net.gateway")) spec->gateway = value;
    else if (IS("net.prefix")) spec->prefix = (uint32_t)strtoul(value, NULL, 10);
    else if (IS("net.mtu")) spec->mtu = (uint32_t)strtoul(value, NULL, 10);
    else if (IS("sysctl") || IS("sysctl.value")) append(&spec->sysctls, &spec->sysctl_count, value);
    else refuse(OTHER, "the spec has a key that this shim doesn't know: %s", key);
#undef IS
}

void read_spec(int file, struct spec *spec) {
    struct stat status;
    if (fstat(file, &status)) fail(OTHER, "look at the spec");
    if (status.st_size == 0 || status.st_size > 64 << 20) refuse(OTHER, "the spec is empty or larger than 64 MiB");
    size_t size = (size_t)status.st_size;
    // Keys are cut at their `=` in place, and the strings live as long as the process.
    static char usual[8192];
    char *bytes = usual;
    if (size > sizeof usual) {
        bytes = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
        if (bytes == MAP_FAILED) fail(OTHER, "map the spec");
    } else if (pread(file, bytes, size, 0) != (ssize_t)size) {
        fail(OTHER, "read the spec");
    }
    if (bytes[size - 1] != 0) refuse(OTHER, "the spec is cut short");

    *spec = (struct spec){.directory = "/", .log_bytes = 10 << 20, .log_files = 5};
    struct list_counts counts = {0};
    for (char *key = bytes; key < bytes + size;) {
        char *next = key + strlen(key) + 1;
        char *value = strchr(key, '=');
        if (!value) refuse(OTHER, "the spec has a key without a value: %s", key);
        *value++ = 0;
        take(spec, &counts, key, value);
        key = next;
    }
    append((const char ***)&spec->arguments, &counts.arguments, NULL);
    append((const char ***)&spec->environment, &counts.environment, NULL);
    for (size_t i = 0; i < spec->mount_count; i++)
        if (!spec->mounts[i].target) refuse(OTHER, "a mount has no target: %s", spec->mounts[i].source);
}
