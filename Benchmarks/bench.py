"""Measures newswatchd as a whole, beside a Python script that does the same job. See BENCHMARKS.md."""
import json
import os
import platform
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.environ.get("NEWSWATCH_BUILD", os.path.join(ROOT, ".build/release"))
WORDS = ("council river harbour winter talks budget workers factory minister village market report border train "
         "school weather petrol contract strike hospital opposition police election protest support praised condemned "
         "crisis hope violence growth loss victory").split()


def article(number, share):
    """About 3 kB of text, different for each number; `share` of its sentences, of 22 words, mention an entity."""
    chance = random.Random(number)
    lines = [f"Report {number} from the {chance.choice(WORDS)}", ""]
    while sum(len(line) for line in lines) < 3000:
        sentences = []
        for _ in range(4):
            words = [chance.choice(WORDS) for _ in range(22)]
            words[0] = words[0].capitalize()
            if chance.random() < share:
                words[chance.randrange(1, 21)] = chance.choice(["Lukashenko", "Putin", "Crimea"])
            sentences.append(" ".join(words) + f" {number}.")
        lines += [" ".join(sentences), ""]
    return "\n".join(lines)


class Daemon:
    def __init__(self, engine="auto"):
        self.folder = tempfile.mkdtemp(prefix="newswatch-bench-")
        config = os.path.join(self.folder, "config/newswatch")
        os.makedirs(os.path.join(config, "watchlist.d"))
        os.makedirs(os.path.join(self.folder, "run"))
        shutil.copy(os.path.join(ROOT, "etc/newswatch/watchlist.d/sample.toml"), os.path.join(config, "watchlist.d"))
        with open(os.path.join(config, "newswatchd.toml"), "w") as handle:
            handle.write(f'[tone]\nengine = "{engine}"\n')
        self.incoming = os.path.join(self.folder, "state/newswatch/spool/in")
        self.archive = os.path.join(self.folder, "state/newswatch/spool/archive")
        self.path = os.path.join(self.folder, "run/newswatch/control.sock")
        self.notify = os.path.join(self.folder, "notify")

    def start(self):
        """Seconds from exec to READY=1."""
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        if os.path.exists(self.notify):
            os.unlink(self.notify)
        listener.bind(self.notify)
        environment = dict(
            PATH="/usr/bin:/bin", LANG="C.UTF-8", HOME=self.folder, XDG_CONFIG_HOME=self.folder + "/config",
            XDG_STATE_HOME=self.folder + "/state", XDG_RUNTIME_DIR=self.folder + "/run", NOTIFY_SOCKET=self.notify)
        log = open(os.path.join(self.folder, "log"), "ab")
        began = time.perf_counter()
        self.process = subprocess.Popen([os.path.join(BUILD, "newswatchd")], env=environment, stderr=log, stdout=log)
        while b"READY=1" not in listener.recv(4096):
            pass
        return time.perf_counter() - began

    def connect(self):
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(self.path)
        return connection

    def status(self, stream):
        """STATUS as a dictionary; `stream` is a connection's makefile("rwb")."""
        stream.write(b"STATUS\n")
        stream.flush()
        item = json.loads(stream.readline()[2:])
        stream.readline()
        return item

    def wait_until_archived(self, count):
        """Until that many files are committed and none is on its way to the archive folder."""
        with self.connect() as connection, connection.makefile("rwb") as stream:
            while True:
                status = self.status(stream)
                if status["archived"] >= count and status["inWork"] == 0:
                    return
                time.sleep(0.01)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def resident(self):
        """MiB of the daemon, and of its workers."""
        def rss(pid):
            with open(f"/proc/{pid}/status") as status:
                return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
        children = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True).stdout.split()
        return rss(self.process.pid), [rss(child) for child in children]


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def fill(folder, beside, numbers, share):
    """Renames articles in, all written before the clock starts."""
    os.makedirs(beside, exist_ok=True)
    for number in numbers:
        with open(os.path.join(beside, f"{number}.txt"), "w") as handle:
            handle.write(article(number, share))
    began = time.perf_counter()
    for number in numbers:
        os.rename(os.path.join(beside, f"{number}.txt"), os.path.join(folder, f"{number}.txt"))
    return began


def peer(scratch, beside, numbers, share, arguments):
    """Seconds that peer.py takes for the articles."""
    home = tempfile.mkdtemp(dir=scratch)
    folder = os.path.join(home, "in")
    os.makedirs(folder)
    process = subprocess.Popen(
        [sys.executable, os.path.join(ROOT, "Benchmarks/peer.py"), folder, os.path.join(home, "peer.sqlite"), str(len(numbers))]
        + arguments, stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    fill(folder, beside, numbers, share)
    seconds = float(process.stdout.readline())
    process.wait()
    return seconds


def echo_times(count):
    """Round trips of the same octets with a process that does nothing else: what this machine takes to wake one."""
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        while theirs.recv(64):
            theirs.send(b"OK pong\n")
        os._exit(0)
    theirs.close()
    times = round_trips(ours, count)
    ours.shutdown(socket.SHUT_WR)
    os.waitpid(child, 0)
    return times


def round_trips(connection, count):
    times = []
    for _ in range(count):
        began = time.perf_counter()
        connection.send(b"PING\n")
        connection.recv(64)
        times.append(time.perf_counter() - began)
    return times


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    rows = []

    def row(name, value):
        rows.append((name, value))
        print(f"| {name} | {value} |", flush=True)

    daemon = Daemon()
    starts = []
    for _ in range(10):
        starts.append(daemon.start())
        daemon.stop()
    daemon.start()
    row("start to READY, median of 10", f"{quantile(starts, .5) * 1000:.1f} ms")
    time.sleep(1)
    own, workers = daemon.resident()
    row("resident when idle", f"{own:.1f} MiB and {len(workers)} workers of {max(workers):.1f} MiB")

    connection = daemon.connect()
    times, echo = round_trips(connection, 20000), echo_times(20000)
    row("PING, p50 / p99 of 20,000", f"{quantile(times, .5) * 1e6:.1f} / {quantile(times, .99) * 1e6:.1f} µs")
    row("a bare echo process, the same", f"{quantile(echo, .5) * 1e6:.1f} / {quantile(echo, .99) * 1e6:.1f} µs; "
        f"ratio {quantile(times, .5) / quantile(echo, .5):.2f}")
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    subprocess.run(["taskset", "-a", "-c", "-p", str(min(cores)), str(daemon.process.pid)], stdout=subprocess.DEVNULL)
    times, echo = round_trips(connection, 20000), echo_times(20000)
    os.sched_setaffinity(0, cores)
    subprocess.run(["taskset", "-a", "-p", hex(sum(1 << core for core in cores)), str(daemon.process.pid)],
                   stdout=subprocess.DEVNULL)
    row("PING with both ends on one core, p50 / p99", f"{quantile(times, .5) * 1e6:.1f} / {quantile(times, .99) * 1e6:.1f} µs")
    row("the echo process, the same", f"{quantile(echo, .5) * 1e6:.1f} / {quantile(echo, .99) * 1e6:.1f} µs; "
        f"ratio {quantile(times, .5) / quantile(echo, .5):.2f}")

    total, batch = 500_000, b"PING\n" * 50
    began, received = time.perf_counter(), 0
    for _ in range(total // 50):
        connection.send(batch)
        need = 50 * len(b"OK pong\n")
        while need > 0:
            need -= len(connection.recv(65536))
    row("PING pipelined by 50", f"{total / (time.perf_counter() - began):,.0f} requests/s")

    subscriber = daemon.connect()
    subscriber.send(b"SUBSCRIBE entity=putin rule=mention\n")
    subscriber.recv(4096)
    beside = os.path.join(daemon.folder, "state/beside")
    os.makedirs(beside, exist_ok=True)
    latencies = []
    for number in range(200):
        name = os.path.join(beside, "one.txt")
        with open(name, "w") as handle:
            handle.write(f"Visit {number}\n\nPutin visited plant {number} by the river and spoke about the winter season there.\n")
        began = time.perf_counter()
        os.rename(name, os.path.join(daemon.incoming, f"visit-{number}.txt"))
        subscriber.recv(65536)
        latencies.append(time.perf_counter() - began)
        time.sleep(0.02)
    row("rename-in to alert when idle, p50 / p99 of 200",
        f"{quantile(latencies, .5) * 1000:.1f} / {quantile(latencies, .99) * 1000:.1f} ms")

    fast = Daemon("fast")
    fast.start()
    # A fifth of the sentences: news at large. Three quarters: stories about the watched, 13 mentions in 3 kB.
    archived = 200
    for share in [0.2, 0.75]:
        numbers = range(archived, archived + count)
        mentions = sum(article(number, share).count(name) for number in numbers[:200] for name in ["Lukashenko", "Putin", "Crimea"])
        archived += count
        rates = []
        for engine, busy, before in [("encoder", daemon, 0), ("convolution", fast, 200)]:
            began = fill(busy.incoming, os.path.join(busy.folder, "state/beside"), numbers, share)
            busy.wait_until_archived(archived - before)
            rates.append(count / (time.perf_counter() - began))
            row(f"{count:,} articles of 3 kB with {mentions / 200:.0f} mentions, {engine}", f"{rates[-1]:,.0f} articles/s")
        for name, arguments in [
            ("a commit for each file, as watchdog handlers do", []),
            ("a commit for 256 files", ["--batch", "256"]),
            ("a commit for 256 files, storing what newswatchd stores", ["--batch", "256", "--full"]),
        ]:
            theirs = count / peer(daemon.folder, beside, numbers, share, arguments)
            ratios = " and ".join(f"{rate / theirs:.2g}" for rate in rates)
            row(f"peer.py, {name}", f"{theirs:,.0f} articles/s; ratios {ratios}")
    own, workers = daemon.resident()
    row("resident after that", f"{own:.1f} MiB and {len(workers)} workers of {max(workers):.1f} MiB")
    for one in [daemon, fast]:
        one.stop()
        shutil.rmtree(one.folder)
    with open("/proc/cpuinfo") as info:
        model = next(line.split(":")[1].strip() for line in info if line.startswith("model name"))
    print(f"\n{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, {time.strftime('%Y-%m-%d')}")


main()
