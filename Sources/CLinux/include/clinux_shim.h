// What the daemon and a container's shim say to each other, over a SOCK_SEQPACKET socket: one header and its
// payload per packet. Both run on one machine, so the bytes are in its own order.
#ifndef CLINUX_SHIM_H
#define CLINUX_SHIM_H

#include <stdint.h>

/// Raised when a message changes its meaning. A daemon adopts no shim of another version: it refuses to start where one
/// of version 1 runs, and takes what later ones say for nothing.
#define SHIM_PROTOCOL_VERSION 2

/// Longest packet, header included.
#define SHIM_PACKET_MAX 65536

// What a shim finds open when it starts. (Those that a mode has no use for are left out, from the end.)
enum shim_descriptor {
    SHIM_FD_CONTROL = 3,   // the conversation with the daemon; other modes write their answer here, then a NUL if all
                           // went well, or a reason, a blank and a sentence
    SHIM_FD_SPEC = 4,      // key=value, each ended by a NUL
    SHIM_FD_LOCK = 5,      // the attempt's lock: held by the shim for as long as it lives
    SHIM_FD_DIRECTORY = 6, // the attempt's directory
    SHIM_FD_LOGS = 7,      // where the pod's logs lie: three steps beneath the state directory
};

// `memory` answers with a descriptor, through a socket in this place.
#define SHIM_FD_ANSWER SHIM_FD_SPEC

/// Among the pins, the directory in memory where attempts and sandboxes are written down. No pod's pins, finished or
/// not, can have this name: a pod's never begins with a dot.
#define SHIM_MEMORY "/..memory"

/// Where each container finds a directory of its own.
#define SHIM_SANDBOX "/mnt/mesos/sandbox"

enum shim_message_type {
    // From the daemon.
    SHIM_HELLO = 1,       // answered by SHIM_STATUS
    SHIM_SIGNAL = 2,      // value = signal, for the main process; SIGKILL is for all of them
    SHIM_EXEC = 3,        // id; value = 1 for a terminal; payload = NUL-ended arguments; 3 descriptors unless terminal
    SHIM_EXEC_SIGNAL = 4, // id, value = signal
    SHIM_LAUNCH = 7,      // to `serve`: payload = NUL-ended words, a mode and its arguments; the mode's descriptors.
                          // (6 once, with other descriptors: what asks in other words is not obeyed)

    // From the shim.
    SHIM_STATUS = 16,       // value = shim_phase, extra = pid on the host, time = when it was started
    SHIM_STARTED = 17,      // extra = pid on the host, time
    SHIM_EXEC_STARTED = 18, // id; carries the terminal's descriptor where one was asked for
    SHIM_EXEC_EXITED = 19,  // id, value = exit code, or 128 + signal
    SHIM_EXEC_FAILED = 20,  // id, payload = a reason, a blank and a sentence
    SHIM_DIRECTORY = 21,    // carries the descriptor that `memory` was asked for
};

enum shim_phase { SHIM_PHASE_STARTING = 0, SHIM_PHASE_RUNNING = 1, SHIM_PHASE_ENDING = 2 };

struct shim_message {
    uint32_t version;
    uint32_t type;
    uint64_t id;
    int64_t value;
    int64_t extra;
    int64_t time; // nanoseconds since 1970
};

#endif
