// The parts of volumes that containers mount, where the volume's content is the containers' own to change.
#ifndef PARTS_H
#define PARTS_H

/// Opens `path`, relative, beneath the directory `root`, and makes the directories that are missing of it, for
/// everybody to write into. No link is followed and nothing leads out of `root`, whatever a container makes of the
/// volume meanwhile. Returns a descriptor (O_PATH), or -1 with errno: ELOOP for a link, EXDEV for a way out.
int open_part(int root, const char *path);

#endif
