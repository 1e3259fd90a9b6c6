"""Measures the tone models beside word lists and PyTorch: who is right how often, and how long a mention takes."""
import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.environ.get("NEWSWATCH_BUILD", os.path.join(ROOT, ".build/release"))
DATA = os.environ.get("NEWSWATCH_DATA", "")
TORCH = os.path.join(ROOT, ".build/training-venv/bin/python")

SETS = {
    "NewsMTSC rw, dev": os.path.join(DATA, "newsmtsc/rw_dev.jsonl"),
    "NewsMTSC mt, dev": os.path.join(DATA, "newsmtsc/mt_dev.jsonl"),
    "places and organisations": os.path.join(ROOT, "Training/targets/test.jsonl"),
}

Row = dict
Labels = list[int]


def rows(path: str) -> list[Row]:
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def macro_f1(gold: Labels, said: Labels) -> float:
    """Mean of the F1 of the three classes."""
    total = 0.0
    for label in (-1, 0, 1):
        right = sum(g == s == label for g, s in zip(gold, said))
        total += 2 * right / max(1, gold.count(label) + said.count(label))
    return total / 3


def newswatch(*options: str) -> Callable[[list[Row]], tuple[Labels, float]]:
    """Labels, and seconds with the start of tool and worker, and the loading of the model, in them."""
    def judge(questions: list[Row]) -> tuple[Labels, float]:
        lines = "".join(json.dumps({**row, "lang": "en"}) + "\n" for row in questions)
        began = time.perf_counter()
        answer = subprocess.run([os.path.join(BUILD, "newswatchctl"), "tone", "--json", *options], input=lines,
                                check=True, capture_output=True, text=True).stdout
        seconds = time.perf_counter() - began
        return [json.loads(line)["label"] for line in answer.splitlines()], seconds
    return judge


def by_words(positivity: Callable[[str], float], threshold: float) -> Callable[[list[Row]], tuple[Labels, float]]:
    """A word list over the whole sentence: it has one answer for everybody in it."""
    def judge(questions: list[Row]) -> tuple[Labels, float]:
        began = time.perf_counter()
        values = [positivity(row["text"]) for row in questions]
        seconds = time.perf_counter() - began
        return [1 if value >= threshold else -1 if value <= -threshold else 0 for value in values], seconds
    return judge


def peers() -> Iterator[tuple[str, Callable[[list[Row]], tuple[Labels, float]]]]:
    yield "newswatch, encoder", newswatch("--engine", "encoder")
    yield "newswatch, convolution", newswatch("--engine", "fast")
    from textblob import TextBlob
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    vader = SentimentIntensityAnalyzer()
    # The threshold that its authors give.
    yield "VADER, the sentence", by_words(lambda text: vader.polarity_scores(text)["compound"], 0.05)
    yield "TextBlob, the sentence", by_words(lambda text: TextBlob(text).sentiment.polarity, 0.05)


def torch_times() -> None:
    if not os.path.exists(TORCH):
        print("\nPyTorch is not timed: Training/run, which installs it, has not been run here.")
        return
    command = [TORCH, os.path.join(ROOT, "Benchmarks/tone/pytorch.py"), SETS["NewsMTSC rw, dev"]]
    print(subprocess.run(command, check=True, capture_output=True, text=True,
                         env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}).stdout)


def main() -> None:
    parser = argparse.ArgumentParser(prog="run-tone", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="runs of which the fastest counts, 3 without it")
    rounds = parser.parse_args().rounds
    sets = {name: rows(path) for name, path in SETS.items() if os.path.exists(path)}
    for name in SETS.keys() - sets.keys():
        print(f"{name} is not measured: there is no {SETS[name]}; NEWSWATCH_DATA=\"{DATA}\" names the folder.")
    core = min(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    print("| judge | " + " | ".join(f"{name}, {len(questions)}" for name, questions in sets.items()) +
          " | ms a mention |\n|---" + "|---" * (len(sets) + 1) + "|")
    for name, judge in peers():
        judge(next(iter(sets.values()))[:1])
        cells, seconds = [], 0.0
        for questions in sets.values():
            tries = [judge(questions) for _ in range(rounds)]
            cells.append(f"{100 * macro_f1([row['label'] for row in questions], tries[0][0]):.1f}")
            seconds += min(took for _, took in tries)
        print(f"| {name} | " + " | ".join(cells) + f" | {1000 * seconds / sum(map(len, sets.values())):.3f} |", flush=True)
    if "NewsMTSC rw, dev" in sets:
        torch_times()
    with open("/proc/cpuinfo") as info:
        model = next(line.split(":")[1].strip() for line in info if line.startswith("model name"))
    print(f"\n{model}, one core, {platform.system()} {platform.release()}, {time.strftime('%Y-%m-%d')}")


sys.dont_write_bytecode = True
main()
