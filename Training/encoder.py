"""The encoder: six transformer layers of MiniLM and a head that looks at the sentence and at the mention."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from settings import EncoderSettings
from vocabulary import pretrained_weights, rows_in_pretrained
from wordpiece import MarkedInput

LAYER_NORM_EPSILON = 1e-12


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT does it."""

    def __init__(self, settings: EncoderSettings) -> None:
        super().__init__()
        width = settings.width
        self.heads = settings.heads
        self.dropout = settings.dropout
        # Query, key and value in one product: one pass over the activations, one scale for their int8 rows.
        self.attention_in = nn.Linear(width, 3 * width)
        self.attention_out = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=LAYER_NORM_EPSILON)
        self.inner_in = nn.Linear(width, settings.inner)
        self.inner_out = nn.Linear(settings.inner, width)
        self.inner_norm = nn.LayerNorm(width, eps=LAYER_NORM_EPSILON)

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = rows.shape
        split = self.attention_in(rows).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        rate = self.dropout if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask, dropout_p=rate)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        rows = self.attention_norm(rows + self._drop(self.attention_out(mixed)))
        inner = functional.gelu(self.inner_in(rows))
        return self.inner_norm(rows + self._drop(self.inner_out(inner)))

    def _drop(self, rows: Tensor) -> Tensor:
        return functional.dropout(rows, self.dropout, self.training)


class Encoder(nn.Module):
    def __init__(self, settings: EncoderSettings, vocabulary_size: int) -> None:
        super().__init__()
        self.settings = settings
        self.words = nn.Embedding(vocabulary_size, settings.width)
        self.positions = nn.Embedding(settings.pieces, settings.width)
        self.embedding_norm = nn.LayerNorm(settings.width, eps=LAYER_NORM_EPSILON)
        self.layers = nn.ModuleList(Layer(settings) for _ in range(settings.layers))
        self.head = nn.Linear(2 * settings.width, settings.width)
        self.classes = nn.Linear(settings.width, 3)

    def forward(self, batch: Batch) -> Tensor:
        """Logits of negative, neutral, positive: [batch, 3]."""
        length = batch.ids.shape[1]
        rows = self.words(batch.ids) + self.positions.weight[:length]
        rows = functional.dropout(self.embedding_norm(rows), self.settings.dropout, self.training)
        mask = batch.present[:, None, None, :]
        for layer in self.layers:
            rows = layer(rows, mask)
        mention = (rows * batch.mention[:, :, None]).sum(1) / batch.mention.sum(1, keepdim=True)
        joined = functional.dropout(torch.cat([rows[:, 0], mention], dim=1), self.settings.dropout, self.training)
        hidden = functional.dropout(torch.tanh(self.head(joined)), self.settings.dropout, self.training)
        return self.classes(hidden)

    @staticmethod
    def pretrained(settings: EncoderSettings, pieces: Sequence[str], seed: int) -> Encoder:
        """MiniLM's weights under a fresh head; of one seed, since trainings from different heads cannot be averaged."""
        torch.manual_seed(seed)
        encoder = Encoder(settings, len(pieces))
        for linear in (encoder.head, encoder.classes):
            nn.init.normal_(linear.weight, std=0.02)
            nn.init.zeros_(linear.bias)
        encoder.load_state_dict(_translated(pretrained_weights(), settings, rows_in_pretrained(pieces)), strict=False)
        return encoder


def _translated(theirs: dict[str, Tensor], settings: EncoderSettings, rows: list[int]) -> dict[str, Tensor]:
    """BERT's names and shapes in ours."""
    embeddings = "embeddings."
    ours = {
        "words.weight": theirs[embeddings + "word_embeddings.weight"][rows],
        # Every input is of segment 0, so its embedding is part of the position's.
        "positions.weight": theirs[embeddings + "position_embeddings.weight"][: settings.pieces]
        + theirs[embeddings + "token_type_embeddings.weight"][0],
        "embedding_norm.weight": theirs[embeddings + "LayerNorm.weight"],
        "embedding_norm.bias": theirs[embeddings + "LayerNorm.bias"],
    }
    names = {
        "attention.output.dense": "attention_out",
        "attention.output.LayerNorm": "attention_norm",
        "intermediate.dense": "inner_in",
        "output.dense": "inner_out",
        "output.LayerNorm": "inner_norm",
    }
    for number in range(settings.layers):
        layer = f"encoder.layer.{number}."
        for part in ("weight", "bias"):
            heads = [theirs[f"{layer}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            ours[f"layers.{number}.attention_in.{part}"] = torch.cat(heads)
            for their_name, our_name in names.items():
                ours[f"layers.{number}.{our_name}.{part}"] = theirs[f"{layer}{their_name}.{part}"]
    return ours


@dataclass(frozen=True)
class Batch:
    """Inputs of one length, padded."""

    ids: Tensor
    present: Tensor
    """False where an input is padded."""
    mention: Tensor
    """1 at the mention's pieces."""

    @staticmethod
    def of(inputs: Sequence[MarkedInput]) -> Batch:
        length = max(len(one.ids) for one in inputs)
        ids = torch.zeros(len(inputs), length, dtype=torch.long)
        present = torch.zeros(len(inputs), length, dtype=torch.bool)
        mention = torch.zeros(len(inputs), length)
        for row, one in enumerate(inputs):
            ids[row, : len(one.ids)] = torch.tensor(one.ids)
            present[row, : len(one.ids)] = True
            mention[row, one.mention_from : one.mention_to] = 1
        return Batch(ids, present, mention)


def parameter_groups(encoder: Encoder) -> Iterable[dict]:
    """Slower learning toward the input; no decay of biases and norms."""
    settings = encoder.settings
    for name, parameter in encoder.named_parameters():
        if name.startswith(("head", "classes")):
            depth = 0
        elif name.startswith("layers."):
            depth = settings.layers - int(name.split(".")[1])
        else:
            depth = settings.layers + 1
        yield {
            "params": [parameter],
            "lr": settings.learning_rate * settings.layer_decay**depth,
            "weight_decay": settings.weight_decay if parameter.ndim > 1 else 0.0,
        }


def schedule(step: int, steps: int, warmup: float) -> float:
    """Up in a straight line, then down to nothing."""
    rising = max(1, math.ceil(steps * warmup))
    return (step + 1) / rising if step < rising else max(0.0, (steps - step) / max(1, steps - rising))


@torch.inference_mode()
def predict(encoder: Encoder, inputs: Sequence[MarkedInput], batch: int = 64) -> Tensor:
    """Logits in the inputs' order, in fp32. Sorted by length on the way, so that little is padded."""
    encoder.eval()
    logits = torch.zeros(len(inputs), 3)
    order = sorted(range(len(inputs)), key=lambda index: len(inputs[index].ids))
    for start in range(0, len(order), batch):
        chosen = order[start : start + batch]
        logits[chosen] = encoder(Batch.of([inputs[index] for index in chosen]))
    return logits
