"""Runs each matcher as a process of its own on one core. It yields a Result, or raises why there is none."""
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
REGISTRY = "/usr/share/cargo/registry"
# The sizes of text that a slow peer is given, as corpus.py wrote them; -1 is the whole.
PIECES = [100_000, 1_000_000, 4_000_000, 16_000_000, -1]


@dataclass
class Result:
    # Bytes of text that were matched: fewer than there are where the peer is slow.
    size: int
    # Seconds, without reading the names.
    build: float
    # MB/s.
    speed: float
    mentions: int
    # MiB that building added to the peak of resident memory; grep and rg do not tell.
    memory: float | None


class Unavailable(Exception):
    """The peer cannot be measured; the message stands in its place in the tables."""


class Stopped(Unavailable):
    """It ran longer than the limit."""


@dataclass
class Setting:
    folder: str
    text: str
    rounds: int
    # Seconds after which a peer is stopped.
    limit: int
    # Seconds that one run over the text may take about; a slower peer is given less of it.
    budget: int
    core: int

    def piece(self, size: int) -> str:
        """The path of the text's beginning of that size."""
        return self.text if size < 0 else self.text.removesuffix(".txt") + f"-{size}.txt"

    def run(self, command: list[str], output: str) -> float:
        """Wall seconds. A program that tells its peak of memory starts with that of its parent, which for this reason
        is `timeout` and not this process."""
        environment = dict(os.environ, LC_ALL="C.UTF-8", PYTHONDONTWRITEBYTECODE="1")
        with open(output, "wb") as out, open(output + ".err", "wb") as err:
            began = time.perf_counter()
            status = subprocess.run(
                ["timeout", str(self.limit), "taskset", "-c", str(self.core)] + command, stdout=out, stderr=err,
                env=environment).returncode
            taken = time.perf_counter() - began
        if status == 124:
            raise Stopped(f"> {self.limit} s")
        # grep and rg end with 1 where nothing matched.
        if status not in (0, 1) or (status == 1 and os.path.getsize(output + ".err")):
            with open(output + ".err", encoding="utf-8", errors="replace") as err:
                lines = err.read().strip().splitlines()
            raise Unavailable(lines[-1][:60] if lines else f"status {status}")
        return taken


Peer = Callable[[Setting, str], Result]


def reported(setting: Setting, command: list[str]) -> Result:
    """The result of a program that times itself and prints it as a line of JSON."""
    output = os.path.join(setting.folder, "output")
    setting.run(command, output)
    with open(output, encoding="utf-8") as lines:
        item = json.load(lines)
    memory = item.get("build_peak_mib", item["peak_mib"])
    return Result(item["bytes"], item["build_s"], item["mb_per_s"], item["mentions"], memory)


def ours(build: str, options: list[str]) -> Peer:
    program = os.path.join(build, "newswatch-matchbench")

    def measure(setting: Setting, names: str) -> Result:
        if not os.path.exists(program):
            raise Unavailable("not built")
        return reported(setting, [program, names, setting.text, "--rounds", str(setting.rounds)] + options)
    return measure


def vectorscan(setting: Setting, names: str) -> Result:
    program = os.path.join(setting.folder, "vectorscan")
    source = os.path.join(HERE, "vectorscan.c")
    if not shutil.which("pkg-config") or not shutil.which("cc"):
        raise Unavailable("pkg-config or cc is missing")
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libhs"], capture_output=True, text=True)
    if flags.returncode:
        raise Unavailable("libvectorscan-dev is missing")
    if not os.path.exists(program) or os.path.getmtime(program) < os.path.getmtime(source):
        compiled = subprocess.run(
            ["cc", "-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O2", "-Wall", "-Wextra", "-o", program, source]
            + flags.stdout.split())
        if compiled.returncode:
            raise Unavailable("cc cannot compile it")
    return reported(setting, [program, names, setting.text, str(setting.rounds)])


def aho_corasick(setting: Setting, names: str) -> Result:
    if not shutil.which("cargo") or not os.path.isdir(REGISTRY):
        raise Unavailable("cargo or librust-aho-corasick-dev is missing")
    # Built from a copy: cargo writes a lock file beside the sources.
    place = os.path.join(setting.folder, "aho-corasick")
    shutil.copytree(os.path.join(HERE, "aho-corasick"), place, dirs_exist_ok=True)
    built = subprocess.run(
        ["cargo", "build", "--release", "--offline", "--quiet", "--config", 'source.crates-io.replace-with="debian"',
         "--config", f'source.debian.directory="{REGISTRY}"'], cwd=place, capture_output=True, text=True)
    if built.returncode:
        raise Unavailable("cargo cannot build it: " + built.stderr.strip().splitlines()[0][:60])
    program = os.path.join(place, "target/release/aho-corasick-bench")
    return reported(setting, [program, names, setting.text, str(setting.rounds)])


def python(name: str, largest: int = sys.maxsize) -> Peer:
    script = os.path.join(HERE, "python_peers.py")

    def measure(setting: Setting, names: str) -> Result:
        with open(names, "rb") as lines:
            if lines.read().count(b"\n") > largest:
                raise Unavailable("left out")
        return reported(
            setting,
            [sys.executable, script, name, names, setting.text, str(setting.rounds), str(setting.budget)])
    return measure


def search(command: list[str]) -> Peer:
    """A program that reads names and text and cannot tell its build time: an empty text takes that, and what a text
    takes beyond it is the matching."""
    def measure(setting: Setting, names: str) -> Result:
        if not shutil.which(command[0]):
            raise Unavailable(f"{command[0]} is missing")
        # A file, since grep stops at the first match when its output goes to /dev/null.
        output = os.path.join(setting.folder, "output")

        def run(piece: str) -> float:
            return setting.run(command + ["-f", names, piece], output)

        empty = setting.piece(0)
        builds = [run(empty)]
        piece = setting.piece(PIECES[0])
        taken = run(piece)
        for larger in map(setting.piece, PIECES[1:]):
            growth = os.path.getsize(larger) / os.path.getsize(piece)
            if max(taken - builds[0], 0.001) * growth > setting.budget:
                break
            piece = larger
            taken = run(piece)
        times = [taken]
        for _ in range(setting.rounds - 1):
            builds.append(run(empty))
            times.append(run(piece))
        with open(output, "rb") as lines:
            mentions = lines.read().count(b"\n")
        size, build = os.path.getsize(piece), statistics.median(builds)
        # Never nothing, for what is within the noise of starting a program.
        matching = max(statistics.median(times) - build, 1e-4)
        return Result(size, build, size / matching / 1e6, mentions, None)
    return measure


def cap_memory(share: float) -> None:
    """No peer may take more than that share of the machine's memory: it fails, and the rest of the run goes on."""
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (int(whole * share), resource.RLIM_INFINITY))
