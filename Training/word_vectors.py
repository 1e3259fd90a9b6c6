"""What the English convolution's words start from: MiniLM's word pieces, squeezed into the table's width.

A word that the train sentences never show still has its neighbours' meaning so: what training teaches about
"slammed" reaches "lambasted".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import torch
from torch import Tensor

from features import Shape, hash64, tokens
from settings import ConvolutionSettings
from vocabulary import pretrained_pieces, pretrained_weights
from wordpiece import WordPiece

SPREAD = 0.1
"""Standard deviation of the table's entries, as where nothing is known."""


def starting_words(settings: ConvolutionSettings, texts: Iterable[str], seed: int) -> Tensor:
    """A words' table. Where words share a row, the most frequent one has it."""
    pieces = pretrained_pieces()
    tokenizer = WordPiece(pieces)
    vectors = pretrained_weights()["embeddings.word_embeddings.weight"]
    whole = [number for number, piece in enumerate(pieces) if piece.isalpha()]
    projection, centre = principal_axes(vectors[whole], settings.width)

    generator = torch.Generator().manual_seed(seed)
    table = torch.randn(settings.word_buckets, settings.width, generator=generator) * SPREAD
    seen = Counter(token.word for text in texts for token in tokens(text) if token.shape != Shape.SIGN)
    # The pretrained vocabulary is ordered by frequency; the later write wins, so the rarest are written first.
    order = [pieces[number] for number in reversed(whole)]
    order += [word for word, _ in sorted(seen.items(), key=lambda entry: (entry[1], entry[0]))]
    for word in order:
        ids = tokenizer.encode(word)
        if ids:
            row = hash64("w" + word) % settings.word_buckets
            table[row] = (vectors[ids].mean(0) - centre) @ projection
    return table


def principal_axes(vectors: Tensor, width: int) -> tuple[Tensor, Tensor]:
    """A projection onto the directions in which the vectors differ most, scaled to `SPREAD`; and their centre."""
    centre = vectors.mean(0)
    centred = vectors - centre
    _, axes = torch.linalg.eigh(centred.T @ centred / len(centred))
    projection = axes[:, -width:]
    return projection * (SPREAD / (centred @ projection).std()), centre
