// steady-shim: what stands between the daemon and the kernel for one pod or one container. Small, because one of it
// stays for as long as its container; with one thread, because only such a process may enter a user namespace.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clinux_shim.h"
#include "run.h"
#include "sandbox.h"

static int usage(void) {
    static const char text[] = "steady-shim is started by steady, not by hand.\n";
    return write(2, text, sizeof text - 1) > 0 ? 2 : 2;
}

int main(int count, char **arguments) {
    if (count == 2 && strcmp(arguments[1], "version") == 0) {
        printf("%d\n", SHIM_PROTOCOL_VERSION);
        return 0;
    }
    if (count >= 2 && strcmp(arguments[1], "run") == 0) return run_container();
    if (count >= 2 && strcmp(arguments[1], "sandbox") == 0) return make_sandbox();
    if (count == 5 && strcmp(arguments[1], "release") == 0)
        return release_sandbox(arguments[2], arguments[3], arguments[4]);
    if (count == 3 && strcmp(arguments[1], "list") == 0) return list_sandboxes(arguments[2]);
    return usage();
}
