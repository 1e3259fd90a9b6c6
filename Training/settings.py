"""Every number that shapes a model, in one place, and where files lie."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

TRAINING_FOLDER = Path(__file__).resolve().parent
REPOSITORY = TRAINING_FOLDER.parent

LABELS = ("negative", "neutral", "positive")
"""Order of the three classes in every target, logit and probability; label −1, 0, 1 is index 0, 1, 2."""


@dataclass(frozen=True)
class Places:
    """Folders that a run reads and writes."""

    data: Path
    work: Path

    @property
    def models(self) -> Path:
        """What a run makes: model files, cards, golden outputs, figures."""
        return self.work / "models"

    @staticmethod
    def from_environment(smoke: bool) -> Places:
        """The data's folder from NEWSWATCH_DATA; a smoke run keeps its files apart from a real one's."""
        data = os.environ.get("NEWSWATCH_DATA")
        if not data:
            raise SystemExit("NEWSWATCH_DATA is not set: it names the folder with newsmtsc/ and rusentne/")
        return Places(Path(data), REPOSITORY / ".build" / ("training-smoke" if smoke else "training"))


@dataclass(frozen=True)
class EncoderSettings:
    """The English encoder and how it is trained."""

    vocabulary_size: int = 16_000
    pieces: int = 112
    """Most word pieces of one input, markers and [CLS], [SEP] included."""
    mention_pieces: int = 32
    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536
    epochs: int = 4
    batch: int = 32
    learning_rate: float = 1e-4
    layer_decay: float = 0.9
    """Each layer below the head learns this much slower than the one above it, so that what it knows survives."""
    weight_decay: float = 0.01
    warmup: float = 0.06
    label_smoothing: float = 0.1
    dropout: float = 0.1
    coreference_weight: float = 0.3
    """Weight of a co-reference of a labelled mention, taken to have the mention's label; 0 leaves them out."""
    teachers: int = 4
    """Folds, each held out from one teacher that then labels it; 0 trains on gold labels alone."""
    teacher_epochs: int = 3
    spans: int = 8_000
    """Name-like spans that the students learn from, drawn from all by hash: some 24,000 would take twice the time."""
    span_weight: float = 0.5
    """Weight of a name-like span that teachers labelled, where a gold mention weighs 1."""
    teacher_share: float = 0.4
    """How much of a gold mention's target is its teacher's opinion: softens labels that readers would dispute."""
    seeds: int = 1
    """Students whose weights are averaged; a second one did not better the first."""
    checkpoint_steps: int = 100


@dataclass(frozen=True)
class ConvolutionSettings:
    """A convolution over hashed words and how it is trained."""

    word_buckets: int
    prefix_buckets: int
    suffix_buckets: int
    prefix_letters: int
    suffix_letters: int
    width: int = 64
    channels: int = 128
    hidden: int = 128
    side_tokens: int = 40
    """Most tokens kept on each side of the mention."""
    mention_tokens: int = 8
    epochs: int = 12
    batch: int = 64
    learning_rate: float = 2e-3
    weight_decay: float = 0.01
    dropout: float = 0.3
    token_dropout: float = 0.1
    """Share of tokens that lose their word in training, so that the model leans on several."""
    mention_dropout: float = 0.2
    """The same for the mention's tokens: the tone should come from what is said more than from who it is said of."""
    label_smoothing: float = 0.1
    balance: float = 0.0
    """Power of a class's inverse frequency that weighs its examples; raises the recall of rare classes."""
    copy_weight: float = 0.7
    """Weight of a damaged copy that the encoder judged, where other examples weigh 1; English alone has them."""
    averaging: float = 0.995
    """What the running mean of the weights keeps of itself at each step; the mean is what is measured and kept."""
    members: int = 1
    """Networks, each this many times narrower, that are trained apart and then laid side by side as one network."""
    asks: bool = True
    """Whether the head attends by the mention; otherwise the query is zero and attention is the mean of the rows."""
    choose: bool = True
    """Whether dev chooses among epochs and runs; otherwise the last epoch of the first run is kept."""
    seeds: int = 3
    """Runs, of which the best on dev is kept: weights of different starts cannot be averaged."""

    @property
    def member(self) -> ConvolutionSettings:
        """One of the networks that are laid side by side."""
        count = self.members
        if self.width % count or self.channels % count or self.hidden % count:
            raise ValueError(f"width, channels and hidden must be multiples of {count}")
        return replace(
            self, width=self.width // count, channels=self.channels // count, hidden=self.hidden // count, members=1
        )


ENGLISH_CONVOLUTION = ConvolutionSettings(
    word_buckets=24_576, prefix_buckets=8_192, suffix_buckets=4_096, prefix_letters=5, suffix_letters=3,
    epochs=8, dropout=0.2, token_dropout=0.05, seeds=1,
)  # fmt: skip
RUSSIAN_CONVOLUTION = ConvolutionSettings(
    word_buckets=16_384, prefix_buckets=16_384, suffix_buckets=4_096, prefix_letters=5, suffix_letters=3,
    epochs=9, dropout=0.4, token_dropout=0.2, mention_dropout=0.1, balance=0.8,
    members=4, asks=False, choose=False, seeds=1,
)  # fmt: skip


@dataclass(frozen=True)
class Settings:
    encoder: EncoderSettings
    english: ConvolutionSettings
    russian: ConvolutionSettings
    seed: int = 20_260_101
    examples: int | None = None
    """Only so many examples of each train file, and half as many of each dev file, for a smoke run."""
    golden: int = 20
    bootstraps: int = 2_000

    @staticmethod
    def full() -> Settings:
        return Settings(EncoderSettings(), ENGLISH_CONVOLUTION, RUSSIAN_CONVOLUTION)

    @staticmethod
    def smoke() -> Settings:
        """The whole chain, every stage, on next to nothing: shows that it runs, not what it reaches."""
        return Settings(
            replace(EncoderSettings(), epochs=1, teachers=2, seeds=2, vocabulary_size=6_000, checkpoint_steps=2),
            replace(ENGLISH_CONVOLUTION, epochs=2, seeds=1),
            replace(RUSSIAN_CONVOLUTION, epochs=2, seeds=1),
            examples=200, golden=20, bootstraps=200,
        )  # fmt: skip
