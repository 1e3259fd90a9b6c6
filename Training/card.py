"""A model card for each model: what it was made from, what it reaches, where it fails, what it is for."""

from __future__ import annotations

from pathlib import Path

from nwtone import Model
from settings import LABELS

SET_NAMES = {
    "rw_dev": "NewsMTSC rw dev",
    "mt_dev": "NewsMTSC mt dev",
    "targets_test": "own test of targets beyond persons",
    "russian_dev": "RuSentNE, own dev (no sentence shared with train; it chose the numbers in settings.py, no epoch)",
}

DATA = {
    "english-encoder": """\
- NewsMTSC, train file (Felix Hamborg, MIT): gold labels, its co-references, and the name-like spans of its sentences
  with labels by models trained on other sentences of it
- Newswatch's own sentences in Training/targets/train.jsonl and second.jsonl (Apache-2.0)
- starting weights: all-MiniLM-L6-v2 (Apache-2.0)""",
    "english-convolution": """\
- NewsMTSC, train file (Felix Hamborg, MIT): gold labels, and every name-like span of its sentences, with three
  damaged copies of each, as the English encoder judges them
- Newswatch's own sentences in Training/targets/train.jsonl and second.jsonl (Apache-2.0)
- starting weights of the words: word pieces of all-MiniLM-L6-v2 (Apache-2.0)""",
    "russian-convolution": """\
- RuSentNE-2023, train file without our dev sentences (dialogue-evaluation, MIT): gold labels
- Newswatch's own sentences in Training/targets/russian.jsonl, and its own list of words that praise, blame or belong
  together in Training/targets/russian-words.tsv, from which the tables start (both Apache-2.0)
- no starting weights, no foreign lexicon""",
}

LIMITS = {
    "en": """\
- It was taught on US news of 2014 to 2020 in which the targets are persons; for countries, places and organisations it
  relies on the project's own sentences.
- A harsh sentence pulls a bystander's or a victim's tone down with it; irony and sarcasm are read literally.
- Praise or blame that takes knowledge of the world to see ("Europe's last dictator") is often missed.
- Neutral is the hardest class to tell: annotators disagree there too.""",
    "ru": """\
- Far less reliable than the English models: it knows the words of 4,000 sentences and of a short list, and no others.
  Its output is marked so.
- The classes are uneven in the data (seven of ten mentions are neutral) and rare ones were weighed up, so its
  probabilities lean to the poles.
- Irony, sarcasm and reported accusations are read literally.""",
}


def card(file: Path, figures: dict[str, dict]) -> str:
    """Markdown, from the file's header and the figures of the run that made it."""
    header = Model.read(file).header
    name, language = header["name"], header["language"]
    size = file.stat().st_size / 1e6
    lines = [
        f"# {name}",
        f"Tone toward one mention in a sentence: negative, neutral or positive. Engine: {header['engine']}; language: "
        f"{language}; {size:.1f} MB, int8.",
        "",
        "## Data and licences",
        DATA[name],
        "",
        f"Training data, SHA-256 over the files' hashes: `{header['trainingDataSHA256']}`",
        "",
        "The model is under the project's licence, Apache-2.0.",
        "",
        "## Figures",
        "Macro-F1 of the three classes with its 95 % interval (bootstrap over mentions), as shipped in int8, and in",
        "fp32 as trained. The dev sets chose settings, epochs or runs, so they flatter a little; none was trained on.",
        "",
        "| set | mentions | int8 | 95 % | fp32 | positive and negative | "
        + " | ".join(f"F1 {label}" for label in LABELS)
        + " |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for key, both in figures.items():
        shipped = both["int8"]
        per_label = " | ".join(f"{shipped['per_label'][label]['f1']:.3f}" for label in LABELS)
        lines.append(
            f"| {SET_NAMES.get(key, key)} | {shipped['count']} | {shipped['macro_f1']:.3f} | "
            f"{shipped['low']:.3f} – {shipped['high']:.3f} | {both['fp32']['macro_f1']:.3f} | "
            f"{shipped['polar_f1']:.3f} | {per_label} |"
        )
    lines += [
        "",
        "## Known errors",
        LIMITS[language],
        "",
        "## Intended use",
        "Sorting and watching what news says about entities on a watchlist, with the text at hand: the score of one",
        "mention is wrong about one time in five at best, the mean over an article's mentions less often. Not for",
        "judging persons, not for decisions about them, and not for texts other than news.",
        "",
    ]
    return "\n".join(lines)
