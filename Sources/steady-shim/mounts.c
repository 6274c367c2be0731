#define _GNU_SOURCE
#include "mounts.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>

// Blanks, tabs, newlines and backslashes stand as three octal digits.
static void unescape(char *text) {
    char *to = text;
    for (char *from = text; *from; from++) {
        if (from[0] == '\\' && from[1] && from[2] && from[3]) {
            *to++ = (char)((from[1] - '0') * 64 + (from[2] - '0') * 8 + (from[3] - '0'));
            from += 3;
        } else {
            *to++ = *from;
        }
    }
    *to = 0;
}

// Where the mount of a line of mountinfo lies: its fifth field, cut out in place.
static char *point_of(char *line) {
    char *field = NULL;
    for (int i = 0; i < 5; i++) field = strsep(&line, " ");
    if (field) unescape(field);
    return field;
}

static bool is_beneath(const char *path, const char *directory) {
    size_t length = strlen(directory);
    return strncmp(path, directory, length) == 0 && (path[length] == 0 || path[length] == '/');
}

// FNV-1a.
static uint64_t mixed(uint64_t sum, const char *text) {
    for (; *text; text++) sum = (sum ^ (unsigned char)*text) * 0x100000001b3;
    return sum;
}

uint64_t mounts_outside(const char *directory) {
    FILE *mounts = fopen("/proc/self/mountinfo", "re");
    char *line = NULL;
    size_t room = 0;
    uint64_t sum = 0xcbf29ce484222325;
    while (mounts && getline(&line, &room, mounts) > 0) {
        uint64_t with_line = mixed(sum, line);
        const char *point = point_of(line);
        if (!point || !is_beneath(point, directory)) sum = with_line;
    }
    free(line);
    if (mounts) fclose(mounts);
    return sum;
}

void detach_mounts_beneath(const char *directory) {
    FILE *mounts = fopen("/proc/self/mountinfo", "re");
    char *line = NULL;
    size_t room = 0;
    while (mounts && getline(&line, &room, mounts) > 0) {
        const char *point = point_of(line);
        // What was mounted upon one that went before has gone with it.
        if (point && is_beneath(point, directory)) umount2(point, MNT_DETACH | UMOUNT_NOFOLLOW);
    }
    free(line);
    if (mounts) fclose(mounts);
}
