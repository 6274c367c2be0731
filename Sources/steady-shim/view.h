// What every native container sees of the host: a read-only root with the host's directories, read-only, in which what
// is not meant for containers is covered or left out. It is the same for all of them, so that it is made once, in a
// mount namespace of its own, and a container starts with a copy of that.
#ifndef VIEW_H
#define VIEW_H

#include <stdbool.h>

/// A directory that only the host's root may enter, for what the root needs and nobody should see.
#define HIDDEN "/.steady"

/// In it: what covers a directory, what covers a file, and where a container's own memory is mounted.
#define EMPTY_DIRECTORY HIDDEN "/empty"
#define EMPTY_FILE HIDDEN "/nothing"
#define OWN HIDDEN "/own"

/// The descriptor at which a shim finds the namespace of the view, where there is one.
#define HELD_VIEW 62

/// Whether the host's own is replaced by a new one, or an empty directory.
bool is_replaced(const char *name);

/// Builds the view among the mounts of this process, which nobody else may share, and makes it the root. `state` is
/// the state directory, of which nothing is to be seen. Calls `fail` when it can't.
void make_view(const char *state);

/// A descriptor that polls with POLLPRI once the host's mounts have changed, or -1.
int view_watch(void);

/// Makes the view at HELD_VIEW, unless it is there. Where it can't be made there is none: whoever needs it makes its
/// own, or says why it can't.
void keep_view(const char *state);

/// Drops the view where the host is no more as it shows it: nobody is to start with it, and what was unmounted must not
/// stay in use here. `has_news` says that `view_watch` had something to tell.
void check_view(const char *state, bool has_news);

#endif
