// steady-shim: what stands between the daemon and the kernel for one pod or one container. Small, because one of it
// stays for as long as its container; with one thread, because only such a process may enter a user namespace.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clinux_shim.h"
#include "serve.h"

int main(int count, char **arguments) {
    if (count == 2 && strcmp(arguments[1], "version") == 0) {
        printf("%d\n", SHIM_PROTOCOL_VERSION);
        return 0;
    }
    if (count >= 4 && strcmp(arguments[1], "serve") == 0) return serve_daemon(count, arguments);
    static const char text[] = "steady-shim is started by steady, not by hand.\n";
    return write(2, text, sizeof text - 1) > 0 ? 2 : 2;
}
