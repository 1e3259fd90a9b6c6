#!/usr/bin/env python3
"""Checks train.jsonl, second.jsonl, test.jsonl and russian.jsonl and prints the counts of the first three.

    python3 check.py            check the files and the tables in README.md
    python3 check.py --write    also bring the tables in README.md up to date

Needs Python 3.9 or later and nothing else. Exit status: 0 sound, 1 not.
"""
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES = ("train", "second", "test")
LEARNT = FILES[:2]      # what models learn from; the other file measures
FIELDS = ["id", "text", "from", "to", "mention", "label", "kind", "phenomenon", "template"]
KINDS = ["country", "city", "territory", "organisation", "company", "person"]
LABELS = [-1, 0, 1]
PHENOMENA = [
    "passive", "negation", "contrast", "quote", "accusation", "victim_perpetrator",
    "epithet", "sanctions", "election", "sport", "market", "disaster",
    "praise_criticism", "diplomacy", "background", "geographic", "attribution",
    "comparison", "irony", "co_mention",
]
WORDS = {"train": (8, 45), "second": (8, 55), "test": (8, 45)}  # length of a sentence
NGRAM = 5                # word n-gram that tells near-duplicates
MAX_SHARED = 1           # n-grams that a test sentence may share with one sentence to learn from
MAX_SHARE = 0.15         # and their share of the shorter sentence's n-grams
BEGIN, END = "<!-- counts: begin -->", "<!-- counts: end -->"

problems = []


def problem(where, what):
    problems.append(f"{where}: {what}")


def read(name, fields=FIELDS):
    rows = []
    for number, line in enumerate((HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines(), 1):
        where = f"{name}.jsonl:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            problem(where, f"not JSON: {error}")
            continue
        if not isinstance(row, dict) or list(row) != fields:
            problem(where, f"fields must be {fields}")
            continue
        row["where"], row["file"] = where, name
        rows.append(row)
    return rows


def check_target(row):
    """What the lines of every file must have."""
    where, text, start, end = row["where"], row["text"], row["from"], row["to"]
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        problem(where, "offsets out of range")
        return
    if text[start:end] != row["mention"]:
        problem(where, f"offsets give {text[start:end]!r}, not {row['mention']!r}")
    if row["mention"] != row["mention"].strip():
        problem(where, "space at the edge of the mention")
    if (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum()):
        problem(where, "mention begins or ends inside a word")
    if type(row["label"]) is not int or row["label"] not in LABELS:
        problem(where, f"label {row['label']!r}")
    if text != " ".join(text.split()):
        problem(where, "stray white space")


def check_russian(rows):
    """The Russian sentences follow rules of their own (RUSSIAN.md), but their targets must be right too."""
    ids, marks = Counter(row["id"] for row in rows), Counter((row["text"], row["from"], row["to"]) for row in rows)
    for row in rows:
        check_target(row)
        if row["kind"] not in [*KINDS, "profession", "nationality"]:
            problem(row["where"], f"kind {row['kind']!r}")
        if ids[row["id"]] > 1:
            problem(row["where"], f"id {row['id']} occurs twice")
        if marks[row["text"], row["from"], row["to"]] > 1:
            problem(row["where"], "the same target of the same sentence occurs twice")


def check_row(row):
    check_target(row)
    where, text = row["where"], row["text"]
    if row["kind"] not in KINDS:
        problem(where, f"kind {row['kind']!r}")
    if row["phenomenon"] not in PHENOMENA:
        problem(where, f"phenomenon {row['phenomenon']!r}")
    if not row["template"]:
        problem(where, "no template")
    shortest, longest = WORDS[row["file"]]
    if not shortest <= len(text.split()) <= longest:
        problem(where, f"{len(text.split())} words")


def ngrams(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i:i + NGRAM]) for i in range(len(words) - NGRAM + 1)}


def check_split(data):
    ids, marks, templates = set(), set(), defaultdict(set)
    for name in FILES:
        for row in data[name]:
            if row["id"] in ids:
                problem(row["where"], f"id {row['id']} occurs twice")
            ids.add(row["id"])
            mark = (row["text"], row["from"], row["to"])
            if mark in marks:
                problem(row["where"], "the same target of the same sentence occurs twice")
            marks.add(mark)
            templates[row["template"]].add((name, row["phenomenon"]))
        for phenomenon in PHENOMENA:
            if not any(row["phenomenon"] == phenomenon for row in data[name]):
                problem(f"{name}.jsonl", f"no sentence for {phenomenon}")
    for template, uses in sorted(templates.items()):
        if len({name for name, _ in uses}) > 1:
            problem(template, "template in several files")
        if len({phenomenon for _, phenomenon in uses}) > 1:
            problem(template, "template with several phenomena")

    return {name: compare(data[name], data["test"]) for name in LEARNT}


def compare(learnt, test):
    """The most n-grams that a sentence of `test` shares with one of `learnt`, and their share of the shorter.

    Only the sentence to learn from is shown with its test line's number: whoever writes such sentences must not
    see the test.
    """
    known = {row["text"]: (row["where"], ngrams(row["text"])) for row in learnt}
    index = defaultdict(set)
    for text, (_, grams) in known.items():
        for gram in grams:
            index[gram].add(text)
    worst = (0, 0.0)
    for text, where in {row["text"]: row["where"] for row in test}.items():
        if text in known:
            problem(known[text][0], f"the sentence is in the test too ({where}): {text!r}")
        grams, shared = ngrams(text), Counter()
        for gram in grams:
            shared.update(index.get(gram, ()))
        for other, count in shared.items():
            share = count / max(1, min(len(grams), len(known[other][1])))
            worst = max(worst, (count, share))
            if count > MAX_SHARED or share > MAX_SHARE:
                problem(known[other][0], f"near-duplicate of {where} ({count} shared {NGRAM}-grams): {other!r}")
    return worst


def cells(rows, key, value):
    count = Counter(row["label"] for row in rows if row[key] == value)
    return [count[label] for label in LABELS]


def shares(title, count):
    total = sum(count)
    parts = (f"{c} ({100 * c / (total or 1):.0f} %)" for c in count)
    return f"| {title} | {' | '.join(parts)} | {total} |"


def tables(data):
    out = []
    for name in FILES:
        rows = data[name]
        out += [f"**{name}.jsonl**: {len(rows)} lines, {len({r['text'] for r in rows})} sentences, "
                f"{len({r['template'] for r in rows})} templates", "",
                "| kind | −1 | 0 | +1 | all |", "|---|---|---|---|---|"]
        for kind in KINDS:
            count = cells(rows, "kind", kind)
            out.append(shares(kind, count))
        out.append(shares("**all**", [sum(row["label"] == label for row in rows) for label in LABELS]))
        out += ["", f"Each cell: −1 / 0 / +1 ({name})", "",
                "| phenomenon | " + " | ".join(KINDS) + " | all |", "|---" * (len(KINDS) + 2) + "|"]
        for phenomenon in PHENOMENA:
            some = [row for row in rows if row["phenomenon"] == phenomenon]
            line = [cells(some, "kind", kind) for kind in KINDS]
            line.append([sum(column) for column in zip(*line)])
            out.append(f"| {phenomenon} | " + " | ".join(
                " / ".join(map(str, cell)) if any(cell) else "–" for cell in line) + " |")
        out.append("")
    return "\n".join(out).rstrip()


def main():
    data = {name: read(name) for name in FILES}
    for name in FILES:
        for row in data[name]:
            check_row(row)
    check_russian(read("russian", [field for field in FIELDS if field != "template"]))
    worst = check_split(data)
    text = tables(data)
    readme = HERE / "README.md"
    old = readme.read_text(encoding="utf-8") if readme.exists() else ""
    if BEGIN in old and END in old:
        new = old[:old.index(BEGIN) + len(BEGIN)] + "\n" + text + "\n" + old[old.index(END):]
        if new != old and "--write" in sys.argv[1:]:
            readme.write_text(new, encoding="utf-8")
        elif new != old:
            problem("README.md", "tables out of date (run check.py --write)")
    else:
        problem("README.md", "no place for the tables")
    print(text)
    print()
    for name, (count, share) in worst.items():
        print(f"Most {NGRAM}-grams that a test sentence shares with one sentence of {name}.jsonl: "
              f"{count} ({100 * share:.0f} % of the shorter)")
    for line in problems:
        print(line, file=sys.stderr)
    print("sound" if not problems else f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
