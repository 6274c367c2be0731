#include "build_facts.h"

// The one part of the program that is built anew for each commit: Swift's compiler takes no values from outside.
#ifndef STEADY_COMMIT
#define STEADY_COMMIT ""
#endif

const char *build_facts_commit(void) { return STEADY_COMMIT; }
