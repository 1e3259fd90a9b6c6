/* Linux interfaces that Swift cannot import by itself: function-like macros, and system calls that glibc
 * declares only under _GNU_SOURCE. Static inline, so that nothing here needs a library. */
#ifndef NEWSWATCH_CLINUX_H
#define NEWSWATCH_CLINUX_H

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

/* SO_PEERCRED's value; glibc hides `struct ucred` behind _GNU_SOURCE. */
struct nw_peer_credentials {
    pid_t pid;
    uid_t uid;
    gid_t gid;
};

/* Credentials of the peer of a connected Unix socket. 0, or -1 with errno. */
static inline int nw_peer_credentials(int fd, struct nw_peer_credentials *out) {
    socklen_t length = sizeof *out;
    return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, out, &length);
}

/* Supplementary groups of the peer (SO_PEERGROUPS = 59). Returns how many were written, or -1 with errno
 * (ERANGE when `capacity` is too small). */
static inline int nw_peer_groups(int fd, gid_t *groups, int capacity) {
    socklen_t length = (socklen_t)((size_t)capacity * sizeof(gid_t));
    if (getsockopt(fd, SOL_SOCKET, 59, groups, &length) != 0) return -1;
    return (int)(length / sizeof(gid_t));
}

/* rename that never overwrites (renameat2 with RENAME_NOREPLACE = 1). 0, or -1 with errno (EEXIST). */
static inline int nw_rename_noreplace(int old_dir, const char *old_name, int new_dir, const char *new_name) {
    return (int)syscall(SYS_renameat2, old_dir, old_name, new_dir, new_name, 1u);
}

/* An anonymous file in memory, close-on-exec. A descriptor, or -1 with errno. */
static inline int nw_memfd(const char *name) { return (int)syscall(SYS_memfd_create, name, 1u); }

/* accept4 with SOCK_CLOEXEC and SOCK_NONBLOCK. */
static inline int nw_accept(int fd) {
    return (int)syscall(SYS_accept4, fd, (void *)0, (void *)0, SOCK_CLOEXEC | SOCK_NONBLOCK);
}

/* glibc 2.34 declares it under _GNU_SOURCE only: the child closes every descriptor from `from` on. */
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

static inline int nw_exited(int status) { return WIFEXITED(status); }
static inline int nw_exit_status(int status) { return WEXITSTATUS(status); }
static inline int nw_signaled(int status) { return WIFSIGNALED(status); }
static inline int nw_term_signal(int status) { return WTERMSIG(status); }

/* Sends `length` octets with up to 4 descriptors attached to the first of them. Like sendmsg(2) with
 * MSG_NOSIGNAL: octets sent, or -1 with errno. */
static inline ssize_t nw_send(int socket, const void *bytes, size_t length, const int *fds, int count) {
    struct iovec vector = {(void *)bytes, length};
    union { struct cmsghdr align; char space[CMSG_SPACE(4 * sizeof(int))]; } control;
    struct msghdr message;
    memset(&message, 0, sizeof message);
    message.msg_iov = &vector;
    message.msg_iovlen = 1;
    if (count < 0 || count > 4) { errno = EINVAL; return -1; }
    if (count > 0) {
        memset(&control, 0, sizeof control);
        message.msg_control = &control;
        message.msg_controllen = CMSG_SPACE((size_t)count * sizeof(int));
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN((size_t)count * sizeof(int));
        memcpy(CMSG_DATA(header), fds, (size_t)count * sizeof(int));
    }
    return sendmsg(socket, &message, MSG_NOSIGNAL);
}

/* Receives up to `length` octets and up to `capacity` (at most 4) descriptors, close-on-exec; surplus
 * descriptors are closed. `*count` tells how many stand in `fds`. Octets received, 0 at the end, or -1. */
static inline ssize_t nw_receive(int socket, void *bytes, size_t length, int *fds, int capacity, int *count) {
    struct iovec vector = {bytes, length};
    union { struct cmsghdr align; char space[CMSG_SPACE(16 * sizeof(int))]; } control;
    struct msghdr message;
    memset(&message, 0, sizeof message);
    message.msg_iov = &vector;
    message.msg_iovlen = 1;
    message.msg_control = &control;
    message.msg_controllen = sizeof control;
    *count = 0;
    ssize_t received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    if (received < 0) return received;
    for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
        size_t many = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t i = 0; i < many; i++) {
            int fd;
            memcpy(&fd, CMSG_DATA(header) + i * sizeof(int), sizeof(int));
            if (*count < capacity && *count < 4) fds[(*count)++] = fd;
            else close(fd);
        }
    }
    return received;
}

/* getenv that answers NULL in a program that runs with more rights than its caller has (AT_SECURE = 23). */
extern unsigned long getauxval(unsigned long);
static inline const char *nw_secure_getenv(const char *name) { return getauxval(23) ? (void *)0 : getenv(name); }

#endif
