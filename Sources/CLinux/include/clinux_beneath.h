// Opening what lies beneath a directory, and nothing else: no symbolic link, `..` or magic link leads out of it.
// No header of the system is included: Swift would then take `stat` and `timespec` for this module's types.
#ifndef CLINUX_BENEATH_H
#define CLINUX_BENEATH_H

/// Opens `path` beneath `directory` (openat2 with RESOLVE_BENEATH); O_CLOEXEC is always set.
/// EXDEV when the path leads out of it.
int clinux_open_beneath(int directory, const char *path, int flags);

/// A descriptor (O_PATH) that only names what stands at `path` beneath `directory`, be it a link: for fstat.
int clinux_locate_beneath(int directory, const char *path);

#endif
