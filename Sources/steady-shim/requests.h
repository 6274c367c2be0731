// Commands beside the main one: who asked for each, and what init calls it.
#ifndef REQUESTS_H
#define REQUESTS_H

#include "packet.h"
#include "spec.h"

/// Passes a request on to init, or refuses it.
void request_exec(const struct spec *spec, int connection, int init, struct packet *packet);

/// `text` is a reason, a blank and a sentence.
void refuse_exec(int connection, uint64_t id, const char *text);

/// Passes what init has to say of a command to whoever asked for it.
void answer_exec(const struct packet *packet);

/// Has init send a signal to the connection's command `id`, or to all that it asked for where that is 0.
void signal_execs(int connection, int init, uint64_t id, int signal);

/// The connection ends: what it asked for has nobody to be told to.
void forget_asker(int connection);

#endif
