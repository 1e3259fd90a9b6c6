"""The convolution: hashed tokens, three layers that widen the view, and a head that asks about the mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from features import POSITIONS, SHAPES, Features
from settings import ConvolutionSettings

DILATIONS = (1, 2, 4)
"""Each layer sees a token and the two that stand so far to its left and right."""


class Convolution(nn.Module):
    def __init__(self, settings: ConvolutionSettings) -> None:
        super().__init__()
        self.settings = settings
        width, channels = settings.width, settings.channels
        self.words = nn.Embedding(settings.word_buckets, width)
        self.prefixes = nn.Embedding(settings.prefix_buckets, width)
        self.suffixes = nn.Embedding(settings.suffix_buckets, width)
        self.shapes = nn.Embedding(SHAPES, width)
        self.positions = nn.Embedding(POSITIONS, width)
        # Plain products over three neighbours laid side by side: what an engine computes, weight for weight.
        self.layers = nn.ModuleList(
            nn.Linear(3 * (width if number == 0 else channels), channels) for number in range(len(DILATIONS))
        )
        self.query = nn.Linear(channels, channels)
        self.hidden = nn.Linear(3 * channels, settings.hidden)
        self.classes = nn.Linear(settings.hidden, 3)
        for table in (self.words, self.prefixes, self.suffixes, self.shapes, self.positions):
            nn.init.normal_(table.weight, std=0.1)
        if not settings.asks:
            for parameter in self.query.parameters():
                nn.init.zeros_(parameter)
                parameter.requires_grad_(False)

    def forward(self, batch: TokenBatch) -> Tensor:
        """Logits of negative, neutral, positive: [batch, 3]."""
        kept = self._kept(batch)
        rows = self.words(batch.words) * kept + self.prefixes(batch.prefixes) * kept
        rows = rows + self.suffixes(batch.suffixes) * kept + self.shapes(batch.shapes) + self.positions(batch.positions)
        present = batch.present[:, :, None]
        rate = self.settings.dropout
        rows = functional.dropout(rows * present, rate / 2, self.training)
        for layer, dilation in zip(self.layers, DILATIONS, strict=True):
            mixed = functional.relu(layer(neighbours(rows, dilation)))
            # The first layer changes the width, so nothing can be added to it.
            rows = (mixed if mixed.shape[-1] != rows.shape[-1] else rows + mixed) * present
        mention = (rows * batch.mention[:, :, None]).sum(1) / batch.mention.sum(1, keepdim=True)
        highest = rows.masked_fill(~batch.present[:, :, None], float("-inf")).amax(1)
        scores = (rows * self.query(mention)[:, None, :]).sum(2) / self.settings.channels**0.5
        attention = scores.masked_fill(~batch.present, float("-inf")).softmax(1)
        asked = (rows * attention[:, :, None]).sum(1)
        joined = functional.dropout(torch.cat([mention, highest, asked], dim=1), rate, self.training)
        hidden = functional.dropout(torch.tanh(self.hidden(joined)), rate, self.training)
        return self.classes(hidden)

    def _kept(self, batch: TokenBatch) -> Tensor | float:
        """0 for tokens that lose their word in this training step."""
        if not self.training:
            return 1.0
        rates = self.settings.token_dropout + (
            self.settings.mention_dropout - self.settings.token_dropout
        ) * batch.mention
        return (torch.rand_like(rates) >= rates).float()[:, :, None]


def neighbours(rows: Tensor, dilation: int) -> Tensor:
    """Each row between the rows at its left and right distance; zeros stand beyond the ends."""
    padded = functional.pad(rows, (0, 0, dilation, dilation))
    length = rows.shape[1]
    return torch.cat([padded[:, :length], rows, padded[:, 2 * dilation : 2 * dilation + length]], dim=2)


@dataclass(frozen=True)
class TokenBatch:
    words: Tensor
    prefixes: Tensor
    suffixes: Tensor
    shapes: Tensor
    positions: Tensor
    present: Tensor
    """False where an input is padded."""
    mention: Tensor
    """1 at the mention's tokens."""

    @staticmethod
    def of(inputs: Sequence[Features]) -> TokenBatch:
        length = max(len(one.words) for one in inputs)

        def column(name: str) -> Tensor:
            rows = torch.zeros(len(inputs), length, dtype=torch.long)
            for number, one in enumerate(inputs):
                values: list[int] = getattr(one, name)
                rows[number, : len(values)] = torch.tensor(values)
            return rows

        present = torch.zeros(len(inputs), length, dtype=torch.bool)
        mention = torch.zeros(len(inputs), length)
        for number, one in enumerate(inputs):
            present[number, : len(one.words)] = True
            mention[number, one.mention_from : one.mention_to] = 1
        return TokenBatch(
            column("words"), column("prefixes"), column("suffixes"), column("shapes"), column("positions"),
            present, mention,
        )  # fmt: skip


@torch.inference_mode()
def predict(model: Convolution, inputs: Sequence[Features], batch: int = 128) -> Tensor:
    """Logits in the inputs' order."""
    model.eval()
    return torch.cat([model(TokenBatch.of(inputs[at : at + batch])) for at in range(0, len(inputs), batch)])
