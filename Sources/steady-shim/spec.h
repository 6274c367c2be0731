// What the daemon asks for, read from SHIM_FD_SPEC: `key=value` pairs, each ended by a NUL. The daemon has checked
// the values; the shim checks only what it must to stay within its own memory.
#ifndef SPEC_H
#define SPEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>

struct mount_entry {
    const char *source;
    const char *part; // relative to the source: what is mounted of it; NULL for all
    const char *target;
    bool read_only, recursively_read_only, is_file, is_mapped;
    bool is_in_memory;  // the source is a path among the pins
    bool is_last_words; // no source: a file of the container's own, for its termination message
    int tree; // a detached copy of the source, or -1
};

struct cgroup_setting {
    const char *file;
    const char *value;
    bool is_optional;
};

struct process_limit {
    int resource;
    struct rlimit limit;
};

struct spec {
    const char *name;  // pod/container#attempt, for people who look at the process list
    const char *state; // the state directory
    const char *pod;

    // Namespaces: which of the pod's own are joined.
    bool own_user, own_network, own_ipc, own_uts, host_pid;
    uint32_t first_id; // what 0 inside is outside
    const char *hostname;

    // The process.
    char **arguments, **environment;
    const char *directory;
    uint32_t user, group;
    uint32_t *groups;
    size_t group_count;
    uint64_t capabilities;
    bool no_new_privileges, filtered, privileged, read_only_root, terminal, keeps_input;
    const char *oom_score;
    struct process_limit limits[16];
    size_t limit_count;

    struct mount_entry *mounts;
    size_t mount_count;
    uint64_t shared_memory;

    // cgroups: directories to make (parents first), files to write, then files that take "0" to join.
    const char **cgroups;
    size_t cgroup_count;
    struct cgroup_setting *settings;
    size_t setting_count;
    const char **joins;
    size_t join_count;
    const char *oom_file;

    const char *log; // its name in SHIM_FD_LOGS
    uint64_t log_bytes;
    uint32_t log_files;

    // The pod's network.
    const char *bridge, *host_interface, *address, *gateway;
    uint32_t prefix, mtu;
    const char **sysctls; // path beneath /proc/sys, then value
    size_t sysctl_count;
};

/// Reads the whole spec; calls `fail` when it can't.
void read_spec(int file, struct spec *spec);

#endif
