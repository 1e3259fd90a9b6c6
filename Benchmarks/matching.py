"""Measures Newswatch's matcher beside others on one core, and counts the cases that each gets right."""
import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, "Benchmarks/matching"))

import cases  # noqa: E402
import tools  # noqa: E402
from tools import Peer, Result, Setting, Stopped, Unavailable  # noqa: E402

BUILD = os.environ.get("NEWSWATCH_BUILD", os.path.join(ROOT, ".build/release"))
DATA = os.environ.get("NEWSWATCH_DATA", "")
SIZES = [3, 1000, 10_000, 100_000, 1_000_000]
BASELINE = "Vectorscan, any case"
NEEDED = ["newsmtsc/train.jsonl", "rusentne/train.jsonl"] + [
    f"watchlists/names-{size}.txt" for size in SIZES if 3 < size < 1_000_000]

PEERS: dict[str, Peer] = {
    "newswatch, smart case": tools.ours(BUILD, []),
    "newswatch, any case": tools.ours(BUILD, ["--case", "any"]),
    "newswatch, smart case and forms": tools.ours(BUILD, ["--forms"]),
    BASELINE: tools.vectorscan,
    "aho-corasick, any case": tools.aho_corasick,
    "pyahocorasick, lowered": tools.python("pyahocorasick"),
    "flashtext": tools.python("flashtext"),
    "spaCy PhraseMatcher, LOWER": tools.python("spacy", largest=10_000),
    "`grep -F -w -i -o`": tools.search(["grep", "-F", "-w", "-i", "-o", "-a"]),
    "`rg -F -w -i -o`": tools.search(
        ["rg", "-F", "-w", "-i", "-o", "-a", "-N", "-j1", "--no-config", "--regex-size-limit", "8G",
         "--dfa-size-limit", "8G"]),
}

Results = dict[tuple[str, int], Result | str]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run-matching", description=__doc__)
    parser.add_argument("--megabytes", type=int, default=64, help="size of the text, 64 without it")
    parser.add_argument("--rounds", type=int, default=3, help="runs of which the median counts, 3 without it")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="of the lists of names, with commas")
    parser.add_argument("--peers", default="", help="only those whose name has one of these words, with commas")
    parser.add_argument("--limit", type=int, default=300, help="seconds after which a peer is stopped")
    parser.add_argument("--budget", type=int, default=20, help="seconds that one run over the text may take; a slower "
                        "peer gets less of it")
    parser.add_argument("--only", choices=["speed", "cases"], help="one half of it")
    parser.add_argument("--verbose", action="store_true", help="tell which cases a matcher misses")
    chosen = parser.parse_args()
    if unknown := set(chosen.sizes.split(",")) - set(map(str, SIZES)):
        parser.error(f"no list of {', '.join(sorted(unknown))} names; there are {', '.join(map(str, SIZES))}")
    if min(chosen.megabytes, chosen.rounds, chosen.limit, chosen.budget) < 1:
        parser.error("numbers must be 1 or more")
    return chosen


def names_path(folder: str, size: int) -> str:
    own = os.path.join(folder, f"names-{size}.txt")
    return own if os.path.exists(own) else os.path.join(DATA, f"watchlists/names-{size}.txt")


def measure(setting: Setting, sizes: list[int], peers: list[str]) -> Results:
    """All peers at one size before the next size, so that a ratio is of runs close in time."""
    results: Results = {}
    stopped: dict[str, str] = {}
    for size in sizes:
        for name in peers:
            # What was stopped at a list is not tried with a longer one.
            if name in stopped:
                results[name, size] = stopped[name]
                continue
            print(f"{size:,} names: {name} … ", end="", file=sys.stderr, flush=True)
            try:
                result = PEERS[name](setting, names_path(setting.folder, size))
                results[name, size] = result
                print(f"{result.speed:.1f} MB/s", file=sys.stderr)
            except Stopped as reason:
                results[name, size] = stopped[name] = str(reason)
                print(reason, file=sys.stderr)
            except Unavailable as reason:
                results[name, size] = str(reason)
                print(reason, file=sys.stderr)
    return results


def figure(value: float) -> str:
    """Three digits that count, or all that stand before the point."""
    for bound, digits in [(100, 0), (10, 1), (1, 2), (0.01, 3)]:
        if value >= bound:
            return f"{value:,.{digits}f}"
    return "0" if value == 0 else f"{value:.4f}" if value >= 0.0001 else "< 0.0001"


def ratio(value: float) -> str:
    if value < 0.001:
        return "< 0.001"
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"


def print_table(title: str, sizes: list[int], rows: list[tuple[str, list[str]]]) -> None:
    print(f"\n{title}\n\n| matcher | " + " | ".join(f"{size:,} names" for size in sizes) + " |")
    print("|---" * (len(sizes) + 1) + "|")
    for name, cells in rows:
        print(f"| {name} | " + " | ".join(cells) + " |")


def speed_cell(results: Results, name: str, size: int, whole: int) -> str:
    result, baseline = results[name, size], results.get((BASELINE, size))
    if isinstance(result, str):
        return result
    cell = figure(result.speed)
    if isinstance(baseline, Result) and name != BASELINE:
        cell += f": {ratio(result.speed / baseline.speed)} ×"
    if result.size < whole:
        cell += f" ({result.size / 1e6:.1f} MB)"
    return cell


def print_results(results: Results, sizes: list[int], peers: list[str], whole: int) -> None:
    print_table("Matching, MB/s, and how many times Vectorscan's; in parentheses the size of a text that was cut",
                sizes, [(name, [speed_cell(results, name, size, whole) for size in sizes]) for name in peers])
    others: list[tuple[str, Callable[[Result], float | None]]] = [
        ("Building, seconds", lambda result: result.build),
        ("Building, MiB that it adds to the peak of resident memory", lambda result: result.memory),
        ("Found in each MB of text", lambda result: result.mentions / (result.size / 1e6)),
    ]
    for title, value in others:
        rows = []
        for name in peers:
            values = [None if isinstance(result := results[name, size], str) else value(result) for size in sizes]
            if set(values) != {None}:
                rows.append((name, ["–" if value is None else figure(value) for value in values]))
        print_table(title, sizes, rows)


def speed(chosen: argparse.Namespace) -> None:
    missing = [name for name in NEEDED if not os.path.exists(os.path.join(DATA, name))]
    if missing:
        print(f"Speed is not measured: the folder NEWSWATCH_DATA=\"{DATA}\" lacks {', '.join(missing)}.")
        return
    folder = os.path.join(ROOT, ".build/bench")
    os.makedirs(folder, exist_ok=True)
    size = chosen.megabytes * 1_000_000
    subprocess.run([sys.executable, os.path.join(ROOT, "Benchmarks/matching/corpus.py"), DATA, folder, str(size)],
                   check=True)
    text = os.path.join(folder, f"text-{size}.txt")
    core = min(os.sched_getaffinity(0))
    setting = Setting(folder, text, chosen.rounds, chosen.limit, chosen.budget, core)
    tools.cap_memory(0.75)
    sizes = sorted(int(word) for word in chosen.sizes.split(","))
    words = chosen.peers.lower().split(",")
    peers = [name for name in PEERS if any(word in name.lower() for word in words)]
    results = measure(setting, sizes, peers)
    print(f"{os.path.getsize(text) / 1e6:.0f} MB of English and Russian news, half each; median of {chosen.rounds}; "
          f"one core")
    print_results(results, sizes, peers, os.path.getsize(text))


def main() -> None:
    chosen = options()
    if chosen.only != "cases":
        speed(chosen)
    if chosen.only != "speed":
        table = os.path.join(DATA, "matching-cases.tsv")
        if os.path.exists(table):
            rows = cases.compare(table, BUILD, chosen.verbose)
            print("\n| matcher | cases it gets right |\n|---|---|")
            for name, right in rows:
                print(f"| {name} | {right} |")
        else:
            print(f"No cases are counted: the folder NEWSWATCH_DATA=\"{DATA}\" lacks matching-cases.tsv.")
    with open("/proc/cpuinfo") as info:
        model = next(line.split(":")[1].strip() for line in info if line.startswith("model name"))
    print(f"\n{model}, {platform.system()} {platform.release()}, {time.strftime('%Y-%m-%d')}")


main()
