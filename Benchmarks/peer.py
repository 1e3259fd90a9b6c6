"""What a careful Python script does for the same job: poll a folder, find the names, score the sentences, store.

Aho-Corasick with word boundaries, VADER for each sentence with a mention, SQLite with one commit a batch.
Ends when COUNT files are stored and prints the seconds from the first file seen to the last commit.
"""
import os
import re
import sqlite3
import sys
import time

import ahocorasick
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

folder, database, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
names = ["Alexander Lukashenko", "Lukashenko", "Vladimir Putin", "Putin", "Crimea"]
automaton = ahocorasick.Automaton()
for name in names:
    automaton.add_word(name.lower(), name)
automaton.make_automaton()
analyzer = SentimentIntensityAnalyzer()
connection = sqlite3.connect(database)
connection.execute("PRAGMA journal_mode=WAL")
connection.execute("PRAGMA synchronous=FULL")
connection.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, file TEXT, text TEXT)")
connection.execute("CREATE TABLE mention (article INTEGER, name TEXT, at INTEGER, tone REAL)")
archive = os.path.join(folder, "..", "done")
os.makedirs(archive, exist_ok=True)
sentence_end = re.compile(r"(?<=[.!?])\s+")
print("ready", flush=True)

stored, started = 0, None
while stored < count:
    files = [entry.name for entry in os.scandir(folder) if entry.is_file()][:256]
    if not files:
        time.sleep(0.01)
        continue
    started = started or time.perf_counter()
    for file in files:
        with open(os.path.join(folder, file), encoding="utf-8", errors="replace") as handle:
            text = handle.read()
        article = connection.execute("INSERT INTO article (file, text) VALUES (?, ?)", (file, text)).lastrowid
        for sentence in sentence_end.split(text):
            lower = sentence.lower()
            found = []
            for end, name in automaton.iter(lower):
                begin = end - len(name) + 1
                before = lower[begin - 1] if begin else " "
                after = lower[end + 1] if end + 1 < len(lower) else " "
                if not before.isalnum() and not after.isalnum():
                    found.append((begin, name))
            if found:
                tone = analyzer.polarity_scores(sentence)["compound"]
                connection.executemany(
                    "INSERT INTO mention VALUES (?, ?, ?, ?)", [(article, name, at, tone) for at, name in found])
    connection.commit()
    for file in files:
        os.rename(os.path.join(folder, file), os.path.join(archive, file))
    stored += len(files)
print(f"{time.perf_counter() - started:.3f}", flush=True)
