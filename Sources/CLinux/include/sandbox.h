/* What a worker gives up before it sees an article. Static inline, so that nothing here needs a library;
 * seccomp(2) itself is denied by the unit's own filter, prctl(PR_SET_SECCOMP) is not. */
#ifndef NEWSWATCH_SANDBOX_H
#define NEWSWATCH_SANDBOX_H

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* No privileges by execve, no core, no ptrace by others of the same uid, and an end with the parent.
 * 0, or -1 with errno. */
static inline int nw_sandbox_process(void) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return -1;
    return prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0);
}

/* Denies every kind of access to the file system by path that the kernel's Landlock knows; descriptors that are
 * open stay usable. Returns the ABI in force, 0 where the kernel has none, or -1 with errno. */
static inline int nw_sandbox_landlock(void) {
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 0) return errno == ENOSYS || errno == EOPNOTSUPP ? 0 : -1;
    /* Bits up to 12 came with ABI 1, REFER (13) with 2, TRUNCATE (14) with 3, IOCTL_DEV (15) with 5. */
    uint64_t handled = (1ull << 13) - 1;
    if (abi >= 2) handled |= 1ull << 13;
    if (abi >= 3) handled |= 1ull << 14;
    if (abi >= 5) handled |= 1ull << 15;
    struct landlock_ruleset_attr attributes;
    memset(&attributes, 0, sizeof attributes);
    attributes.handled_access_fs = handled;
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0);
    if (ruleset < 0) return -1;
    long result = syscall(SYS_landlock_restrict_self, ruleset, 0);
    close(ruleset);
    return result < 0 ? -1 : (int)abi;
}

#if defined(__x86_64__)
#define NW_AUDIT_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NW_AUDIT_ARCH AUDIT_ARCH_AARCH64
#else
#error "the worker's system call filter knows x86_64 and aarch64"
#endif

#define NW_ALLOW(number) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* The low half of a system call's argument; both machines are little-endian. */
#define NW_ARGUMENT(n) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[n]))
#define NW_DENY BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define NW_PERMIT BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* Allows the call unless its protection argument, the third, asks for code: no new code comes into the worker. */
#define NW_ALLOW_WITHOUT_EXEC(number) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 4), NW_ARGUMENT(2), \
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1), NW_DENY, NW_PERMIT

/* glibc before 2.39 makes fstat() out of newfstatat() with an empty path; AT_EMPTY_PATH is 0x1000. A path that is
 * not empty cannot be told from here; it would give a file's figures, never its contents. */
#define NW_ALLOW_FSTAT \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_newfstatat, 0, 4), NW_ARGUMENT(3), \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0x1000, 1, 0), NW_DENY, NW_PERMIT

/* The own limits of processor time (renewed for each file) and of address space (a new index may be larger). They
 * are soft limits against accidents; a worker taken over by an article is held by the unit's MemoryMax and the
 * parent's deadline. */
#define NW_ALLOW_OWN_LIMITS \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prlimit64, 0, 7), NW_ARGUMENT(0), \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 3), NW_ARGUMENT(1), \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, RLIMIT_CPU, 2, 0), \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, RLIMIT_AS, 1, 0), NW_DENY, NW_PERMIT

/* abort() and a failed check raise a signal on the own thread: only to the own process, whose number is known. */
#define NW_ALLOW_OWN_SIGNAL(pid) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_tgkill, 0, 4), NW_ARGUMENT(0), \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (pid), 1, 0), NW_DENY, NW_PERMIT

/* Allows what reading descriptors, answering on one, memory and time need; everything else gives EPERM: no open,
 * no socket, no connect, no process, no signal to others. 0, or -1 with errno. */
static inline int nw_sandbox_filter(void) {
    struct sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NW_AUDIT_ARCH, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        /* the socket to the daemon, files by descriptor, standard error */
        NW_ALLOW(SYS_recvmsg), NW_ALLOW(SYS_sendmsg), NW_ALLOW(SYS_recvfrom), NW_ALLOW(SYS_sendto),
        NW_ALLOW(SYS_read), NW_ALLOW(SYS_pread64), NW_ALLOW(SYS_readv), NW_ALLOW(SYS_write), NW_ALLOW(SYS_writev),
        NW_ALLOW(SYS_lseek), NW_ALLOW(SYS_fstat), NW_ALLOW(SYS_close), NW_ALLOW(SYS_fcntl),
        NW_ALLOW_FSTAT,
        /* memory */
        NW_ALLOW_WITHOUT_EXEC(SYS_mmap), NW_ALLOW_WITHOUT_EXEC(SYS_mprotect), NW_ALLOW(SYS_munmap),
        NW_ALLOW(SYS_mremap), NW_ALLOW(SYS_madvise), NW_ALLOW(SYS_brk), NW_ALLOW_OWN_LIMITS,
        /* time, chance, locks of the own threads */
        NW_ALLOW(SYS_clock_gettime), NW_ALLOW(SYS_clock_getres), NW_ALLOW(SYS_getrandom), NW_ALLOW(SYS_futex),
        NW_ALLOW(SYS_sched_yield), NW_ALLOW(SYS_sched_getaffinity), NW_ALLOW(SYS_getpid), NW_ALLOW(SYS_gettid),
        NW_ALLOW(SYS_restart_syscall),
        /* the way out, also by a trap or abort() */
        NW_ALLOW_OWN_SIGNAL((unsigned)getpid()),
        NW_ALLOW(SYS_exit), NW_ALLOW(SYS_exit_group), NW_ALLOW(SYS_rt_sigaction), NW_ALLOW(SYS_rt_sigprocmask),
        NW_ALLOW(SYS_rt_sigreturn), NW_ALLOW(SYS_sigaltstack),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
    };
    struct sock_fprog filter = {(unsigned short)(sizeof program / sizeof program[0]), program};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0);
}

#undef NW_ALLOW
#undef NW_ALLOW_WITHOUT_EXEC
#undef NW_ALLOW_FSTAT
#undef NW_ALLOW_OWN_LIMITS
#undef NW_ALLOW_OWN_SIGNAL
#undef NW_ARGUMENT
#undef NW_DENY
#undef NW_PERMIT
#endif
