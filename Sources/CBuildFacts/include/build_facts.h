#pragma once

/// The commit that was built, with `-dirty` behind it where files differed from it; empty where the build didn't say.
const char *build_facts_commit(void);
