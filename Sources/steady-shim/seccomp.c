#define _GNU_SOURCE
#include "seccomp.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "report.h"

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "the numbers of this architecture's system calls have not been looked at"
#endif

// The last system call whose effect was looked at when this table was made (6.18: file_setattr).
// Whatever a newer kernel adds is refused until somebody has looked.
#define LAST_KNOWN 469

#define NEVER 255

// Refused unless the process has the capability. Everything else up to LAST_KNOWN is allowed: what it may do is bounded
// by the ids, namespaces and mounts of the container.
static const struct { uint16_t number; uint8_t capability; } refused[] = {
    // Mounts and namespaces.
    {__NR_mount, CAP_SYS_ADMIN}, {__NR_umount2, CAP_SYS_ADMIN}, {__NR_pivot_root, CAP_SYS_ADMIN},
    {__NR_unshare, CAP_SYS_ADMIN}, {__NR_setns, CAP_SYS_ADMIN},
    {428 /* open_tree */, CAP_SYS_ADMIN}, {429 /* move_mount */, CAP_SYS_ADMIN}, {430 /* fsopen */, CAP_SYS_ADMIN},
    {431 /* fsconfig */, CAP_SYS_ADMIN}, {432 /* fsmount */, CAP_SYS_ADMIN}, {433 /* fspick */, CAP_SYS_ADMIN},
    {442 /* mount_setattr */, CAP_SYS_ADMIN}, {443 /* quotactl_fd */, CAP_SYS_ADMIN},
    {457 /* statmount */, CAP_SYS_ADMIN}, {458 /* listmount */, CAP_SYS_ADMIN},
    {467 /* open_tree_attr */, CAP_SYS_ADMIN},
    {__NR_quotactl, CAP_SYS_ADMIN}, {__NR_sethostname, CAP_SYS_ADMIN}, {__NR_setdomainname, CAP_SYS_ADMIN},
    // Opens a file by number, past every directory that should be in the way: how a container once read the host.
    {__NR_open_by_handle_at, CAP_DAC_READ_SEARCH}, {__NR_name_to_handle_at, CAP_SYS_ADMIN},
    // The kernel itself.
    {__NR_init_module, CAP_SYS_MODULE}, {__NR_finit_module, CAP_SYS_MODULE}, {__NR_delete_module, CAP_SYS_MODULE},
    {__NR_kexec_load, CAP_SYS_BOOT}, {__NR_kexec_file_load, CAP_SYS_BOOT}, {__NR_reboot, CAP_SYS_BOOT},
    {__NR_bpf, CAP_SYS_ADMIN}, {__NR_perf_event_open, CAP_SYS_ADMIN}, {__NR_syslog, CAP_SYSLOG},
    {__NR_acct, CAP_SYS_PACCT}, {__NR_swapon, CAP_SYS_ADMIN}, {__NR_swapoff, CAP_SYS_ADMIN},
    {__NR_vhangup, CAP_SYS_TTY_CONFIG},
#ifdef __x86_64__
    {__NR_iopl, CAP_SYS_RAWIO}, {__NR_ioperm, CAP_SYS_RAWIO}, {__NR_modify_ldt, NEVER}, {__NR__sysctl, NEVER},
    {__NR_create_module, NEVER}, {__NR_get_kernel_syms, NEVER}, {__NR_query_module, NEVER}, {__NR_uselib, NEVER},
    {__NR_ustat, NEVER}, {__NR_sysfs, NEVER},
#endif
    {__NR_lookup_dcookie, CAP_SYS_ADMIN}, {__NR_nfsservctl, NEVER},
    // The clock.
    {__NR_settimeofday, CAP_SYS_TIME}, {__NR_clock_settime, CAP_SYS_TIME},
    // Keys are not divided by namespaces.
    {__NR_add_key, NEVER}, {__NR_request_key, NEVER}, {__NR_keyctl, NEVER},
    // Memory of other processes and nodes.
    {__NR_process_vm_readv, CAP_SYS_PTRACE}, {__NR_process_vm_writev, CAP_SYS_PTRACE}, {__NR_kcmp, CAP_SYS_PTRACE},
    {__NR_mbind, CAP_SYS_NICE}, {__NR_set_mempolicy, CAP_SYS_NICE}, {__NR_move_pages, CAP_SYS_NICE},
    {__NR_migrate_pages, CAP_SYS_NICE}, {450 /* set_mempolicy_home_node */, CAP_SYS_NICE},
    // Often where the kernel was broken into.
    {__NR_userfaultfd, NEVER}, {425 /* io_uring_setup */, NEVER}, {426 /* io_uring_enter */, NEVER},
    {427 /* io_uring_register */, NEVER},
    // Could rewrite the filters' own world.
    {459 /* lsm_get_self_attr */, CAP_SYS_ADMIN}, {460 /* lsm_set_self_attr */, CAP_SYS_ADMIN},
    {461 /* lsm_list_modules */, CAP_SYS_ADMIN},
};

// Namespaces that `clone` could make. (CLONE_NEWTIME shares a bit with the exit signal there and means nothing.)
#define NEW_NAMESPACES \
    (CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWCGROUP)

struct program {
    struct sock_filter steps[256];
    unsigned short length;
};

static void add(struct program *program, uint16_t code, uint32_t value, uint8_t yes, uint8_t no) {
    if (program->length == sizeof program->steps / sizeof *program->steps) refuse(OTHER, "the filter is too long");
    program->steps[program->length++] = (struct sock_filter){code, yes, no, value};
}

static void load(struct program *program, size_t offset) {
    add(program, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void answer(struct program *program, uint32_t verdict) { add(program, BPF_RET | BPF_K, verdict, 0, 0); }

static bool has(uint64_t capabilities, uint8_t capability) {
    return capability < 64 && (capabilities >> capability & 1);
}

// Calls that are judged by their arguments. Each leaves the number in the accumulator where it doesn't answer.
static void judge_arguments(struct program *program, uint64_t capabilities) {
    size_t first = offsetof(struct seccomp_data, args[0]);
    if (!has(capabilities, CAP_SYS_ADMIN)) {
        // clone3 hides its flags behind a pointer; with ENOSYS, libraries fall back to clone.
        add(program, BPF_JMP | BPF_JEQ | BPF_K, 435, 0, 1);
        answer(program, SECCOMP_RET_ERRNO | ENOSYS);
        add(program, BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 4);
        load(program, first);
        add(program, BPF_JMP | BPF_JSET | BPF_K, NEW_NAMESPACES, 0, 1);
        answer(program, SECCOMP_RET_ERRNO | EPERM);
        answer(program, SECCOMP_RET_ALLOW);
    }
    // vsock leads to the hypervisor, whatever the network namespace.
    add(program, BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 0, 4);
    load(program, first);
    add(program, BPF_JMP | BPF_JEQ | BPF_K, AF_VSOCK, 0, 1);
    answer(program, SECCOMP_RET_ERRNO | EPERM);
    answer(program, SECCOMP_RET_ALLOW);
    // personality may ask (0xffffffff) and choose Linux, its 32-bit face or UNAME26; nothing that weakens a process.
    add(program, BPF_JMP | BPF_JEQ | BPF_K, __NR_personality, 0, 7);
    load(program, first);
    add(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 4, 0);
    add(program, BPF_JMP | BPF_JEQ | BPF_K, 0x0008, 3, 0);
    add(program, BPF_JMP | BPF_JEQ | BPF_K, 0x20000, 2, 0);
    add(program, BPF_JMP | BPF_JEQ | BPF_K, 0xffffffff, 1, 0);
    answer(program, SECCOMP_RET_ERRNO | EPERM);
    answer(program, SECCOMP_RET_ALLOW);
    // Pushing characters into a terminal types commands into the shell of whoever opened it.
    add(program, BPF_JMP | BPF_JEQ | BPF_K, __NR_ioctl, 0, 4);
    load(program, offsetof(struct seccomp_data, args[1]));
    add(program, BPF_JMP | BPF_JEQ | BPF_K, 0x5412 /* TIOCSTI */, 0, 1);
    answer(program, SECCOMP_RET_ERRNO | EPERM);
    answer(program, SECCOMP_RET_ALLOW);
}

// What becomes of a call: the program's last steps, in this order.
enum verdict { ALLOWED, REFUSED, UNKNOWN };

// From `start` on, up to the next region.
struct region {
    uint32_t start;
    enum verdict verdict;
};

static size_t find_regions(uint64_t capabilities, struct region *regions) {
    static uint8_t verdicts[LAST_KNOWN + 2];
    memset(verdicts, ALLOWED, sizeof verdicts);
#ifdef __x86_64__
    memset(verdicts + 335, REFUSED, 424 - 335); // no such calls
#endif
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (!has(capabilities, refused[i].capability)) verdicts[refused[i].number] = REFUSED;
    verdicts[LAST_KNOWN + 1] = UNKNOWN;
    size_t count = 0;
    for (uint32_t number = 0; number < sizeof verdicts; number++)
        if (count == 0 || regions[count - 1].verdict != verdicts[number])
            regions[count++] = (struct region){number, verdicts[number]};
    return count;
}

// A tree of comparisons for the regions from `first` to `last`: few steps for the kernel to compile, and fewer to run.
// Returns the place of its first step. The verdicts begin at `verdicts`.
static size_t judge(struct program *program, const struct region *regions, size_t first, size_t last, size_t verdicts) {
    if (first == last) return verdicts + regions[first].verdict;
    size_t middle = (first + last + 1) / 2, place = program->length;
    add(program, BPF_JMP | BPF_JGE | BPF_K, regions[middle].start, 0, 0);
    size_t below = judge(program, regions, first, middle - 1, verdicts);
    size_t above = judge(program, regions, middle, last, verdicts);
    program->steps[place].jt = (uint8_t)(above - place - 1);
    program->steps[place].jf = (uint8_t)(below - place - 1);
    return place;
}

static void judge_numbers(struct program *program, uint64_t capabilities) {
    struct region regions[2 * sizeof refused / sizeof *refused + 4];
    size_t count = find_regions(capabilities, regions);
    // A step for each boundary between two regions; a jump is of 255 steps at most, which is all that there may be.
    judge(program, regions, 0, count - 1, program->length + count - 1);
    answer(program, SECCOMP_RET_ALLOW);
    answer(program, SECCOMP_RET_ERRNO | EPERM);
    answer(program, SECCOMP_RET_ERRNO | ENOSYS);
}

void install_filter(uint64_t capabilities) {
    struct program program = {.length = 0};
    // 32-bit calls have other numbers: refuse them all.
    load(&program, offsetof(struct seccomp_data, arch));
    add(&program, BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCHITECTURE, 1, 0);
    answer(&program, SECCOMP_RET_ERRNO | ENOSYS);
    load(&program, offsetof(struct seccomp_data, nr));
    judge_arguments(&program, capabilities);
    judge_numbers(&program, capabilities);
    struct sock_fprog filter = {program.length, program.steps};
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter)) fail(OTHER, "install the seccomp filter");
}
