// What Newswatch uses of libsystemd. Variadic functions do not import into Swift; their fixed-argument
// siblings (sd_notify, sd_journal_sendv) do. Do not define _GNU_SOURCE here: it changes the sockaddr
// parameters of the socket functions that Glibc's own module has already declared.
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-event.h>
#include <systemd/sd-id128.h>
#include <systemd/sd-journal.h>
