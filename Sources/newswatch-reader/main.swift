import CLinux
import Glibc
import ReaderProtocol

// newswatch-reader: the worker. It is started by newswatchd or newswatchctl with its socket as descriptor 3,
// locks itself in, and reads articles until the socket closes.

var status = stat()
guard fstat(ReaderProcess.workerSocket, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else {
    let text = "newswatch-reader is started by newswatchd and newswatchctl; there is nothing to run by hand\n"
    _ = text.withCString { write(2, $0, strlen($0)) }
    exit(2)
}
signal(SIGPIPE, SIG_IGN)
// Ctrl-C in the terminal of a daemon started by hand reaches the workers too; the daemon ends them in order.
signal(SIGINT, SIG_IGN)
// A last word of the runtime to a standard error that is a file must not hide what went wrong: no file may grow here.
signal(SIGXFSZ, SIG_IGN)
// Octets that malloc keeps for the next file; by default it gives 128 KiB back to the kernel after each one and asks
// for them again, a twentieth of the worker's time. RLIMIT_AS bounds it all the same.
mallopt(M_TRIM_THRESHOLD, 32 << 20)
var session = ReaderSession(socket: ReaderProcess.workerSocket)
exit(session.run())
