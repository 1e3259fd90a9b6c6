"""What a Python script does for the same job: poll a folder, find the names, score the sentences, store, put away.

Aho-Corasick with word boundaries, VADER for each sentence with a mention, SQLite, durable before a file is moved.

    peer.py FOLDER DATABASE COUNT [--batch N] [--full]

--batch N   commit every N files; 1 is what a watchdog handler does, which is called for each file
--full      store what newswatchd stores: hash and duplicates, language, text index, alerts by two rules with cooldown

Ends when COUNT files are stored and prints the seconds from the first file seen to the last one put away.
"""
import argparse
import hashlib
import os
import re
import sqlite3
import time

import ahocorasick
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

options = argparse.ArgumentParser()
options.add_argument("folder")
options.add_argument("database")
options.add_argument("count", type=int)
options.add_argument("--batch", type=int, default=1)
options.add_argument("--full", action="store_true")
options = options.parse_args()
if options.full:
    import pycld2

NAMES = {"Alexander Lukashenko": "lukashenko", "Lukashenko": "lukashenko", "Vladimir Putin": "putin", "Putin": "putin",
         "Crimea": "crimea"}
LIMIT, COOLDOWN = -0.4, 6 * 3600
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

automaton = ahocorasick.Automaton()
for name, entity in NAMES.items():
    automaton.add_word(name.lower(), (name, entity))
automaton.make_automaton()
analyzer = SentimentIntensityAnalyzer()
connection = sqlite3.connect(options.database)
connection.executescript("""
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE article (id INTEGER PRIMARY KEY, file TEXT, sha256 TEXT UNIQUE, language TEXT, text TEXT);
    CREATE TABLE mention (article INTEGER, entity TEXT, at INTEGER, tone REAL);
    CREATE INDEX mention_entity ON mention (entity, article);
    CREATE TABLE alert (id INTEGER PRIMARY KEY, rule TEXT, entity TEXT, article INTEGER, tone REAL, raised REAL);
    CREATE VIRTUAL TABLE words USING fts5 (text, content = 'article', content_rowid = 'id');
""")
last_raised = {}


def mentions(text):
    """(entity, place, tone) of each name between word boundaries."""
    found, place = [], 0
    for sentence in SENTENCE_END.split(text):
        lower, tone = sentence.lower(), None
        for end, (name, entity) in automaton.iter(lower):
            begin = end - len(name) + 1
            before = lower[begin - 1] if begin else " "
            after = lower[end + 1] if end + 1 < len(lower) else " "
            if before.isalnum() or after.isalnum():
                continue
            if tone is None:
                tone = analyzer.polarity_scores(sentence)["compound"]
            found.append((entity, place + begin, tone))
        place += len(sentence) + 1
    return found


def store(file):
    with open(os.path.join(options.folder, file), "rb") as handle:
        octets = handle.read()
    text = octets.decode("utf-8", errors="replace")
    sha256 = language = None
    if options.full:
        sha256 = hashlib.sha256(octets).hexdigest()
        if connection.execute("SELECT 1 FROM article WHERE sha256 = ?", (sha256,)).fetchone():
            return
        language = pycld2.detect(text)[2][0][1]
    article = connection.execute(
        "INSERT INTO article (file, sha256, language, text) VALUES (?, ?, ?, ?)", (file, sha256, language, text)).lastrowid
    found = mentions(text)
    connection.executemany(
        "INSERT INTO mention VALUES (?, ?, ?, ?)", [(article, entity, at, tone) for entity, at, tone in found])
    if not options.full:
        return
    connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (article, text))
    now = time.time()
    for entity in sorted({entity for entity, _, _ in found}):
        tones = [tone for one, _, tone in found if one == entity]
        tone = sum(tones) / len(tones)
        rules = ["mention"]
        if tone <= LIMIT and now - last_raised.get(entity, 0) > COOLDOWN:
            rules.append("tone-below")
            last_raised[entity] = now
        connection.executemany(
            "INSERT INTO alert (rule, entity, article, tone, raised) VALUES (?, ?, ?, ?, ?)",
            [(rule, entity, article, tone, now) for rule in rules])


archive = os.path.join(options.folder, "..", "done")
os.makedirs(archive, exist_ok=True)
print("ready", flush=True)
stored, started = 0, None
while stored < options.count:
    files = [entry.name for entry in os.scandir(options.folder) if entry.is_file()]
    if not files:
        time.sleep(0.01)
        continue
    started = started or time.perf_counter()
    for first in range(0, len(files), options.batch):
        batch = files[first:first + options.batch]
        for file in batch:
            store(file)
        connection.commit()
        for file in batch:
            os.rename(os.path.join(options.folder, file), os.path.join(archive, file))
        stored += len(batch)
print(f"{time.perf_counter() - started:.3f}", flush=True)
