"""The trainings, one after another: teachers, the encoder, the English and the Russian convolution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from torch import Tensor

import encoder
from augmentation import damaged
from convolution import Convolution
from convolution_training import ConvolutionTrainer
from data import Data, Example, Sample, bucket
from encoder import Encoder
from encoder_training import EncoderTrainer, best_average
from settings import TRAINING_FOLDER, Places, Settings
from spans import name_like_spans, unlabelled
from teaching import (
    Teacher,
    blended,
    gold_samples,
    held_out_opinions,
    judged_samples,
    opinions,
    outside_fold,
)
from vocabulary import reduced_vocabulary
from word_list import WordListStart, read_entries
from word_vectors import starting_words
from wordpiece import WordPiece


@dataclass
class Stages:
    places: Places
    settings: Settings
    data: Data

    def __post_init__(self) -> None:
        self.places.work.mkdir(parents=True, exist_ok=True)
        english = [*self.data.english_train, *self.data.targets_train]
        self.english_gold = english
        self.english_spans = unlabelled(
            name_like_spans(example.text for example in english), [*english, *self.data.coreferences]
        )[: self.settings.examples]
        pieces = reduced_vocabulary(
            sorted({example.text for example in english}), self.settings.encoder.vocabulary_size
        )
        self.encoder_trainer = EncoderTrainer(
            self.settings.encoder,
            WordPiece(pieces),
            {"rw_dev": self.data.rw_dev, "mt_dev": self.data.mt_dev},
            self.places.work,
            self.settings.seed,
        )

    @cached_property
    def english_encoder(self) -> Encoder:
        """Teachers label what they did not see; students learn from gold and teachers; their mean is shipped."""
        settings, trainer = self.settings.encoder, self.encoder_trainer
        examples = [*self.english_gold, *self.data.coreferences]
        samples = gold_samples(examples, settings.label_smoothing)
        if settings.teachers > 0:
            teachers = self._encoder_teachers(samples)
            samples = blended(samples, held_out_opinions(teachers, examples), settings.teacher_share)
            spans = drawn(self.english_spans, settings.spans)
            samples += judged_samples(spans, held_out_opinions(teachers, spans), settings.span_weight)
        samples += gold_samples(self.data.targets_second, settings.label_smoothing)
        trained = [
            weights
            for number in range(settings.seeds)
            for weights in trainer.train(f"encoder-{number}", samples, self.settings.seed + 100 + number)
        ]

        def score(weights: dict[str, Tensor]) -> float:
            scores = trainer.dev_scores(trainer.load(weights))
            return sum(scores.values()) / len(scores)

        weights, reached, members = best_average(trained, score)
        print(f"encoder: mean of {members} epochs, dev {reached:.4f}", flush=True)
        return trainer.load(weights)

    def _encoder_teachers(self, samples: Sequence[Sample]) -> list[Teacher]:
        settings = self.settings.encoder
        trainer = replace(self.encoder_trainer, settings=replace(settings, epochs=settings.teacher_epochs))
        return [
            self.encoder_judge(
                trainer.load(
                    trainer.train(
                        f"encoder-teacher-{fold}", outside_fold(samples, fold, settings.teachers),
                        self.settings.seed + fold,
                    )[0]
                )
            )
            for fold in range(settings.teachers)
        ]  # fmt: skip

    def encoder_judge(self, model: Encoder) -> Teacher:
        return lambda examples: encoder.predict(model, self.encoder_trainer.inputs(examples))

    def english_convolution(self) -> Convolution:
        """Learns the encoder's opinion of every name-like span and of damaged copies, and the gold labels beside it."""
        settings = self.settings.english
        judge = self.encoder_judge(self.english_encoder)
        examples = [*self.english_gold, *self.data.targets_second]
        gold = gold_samples(examples, settings.label_smoothing)
        samples = blended(gold, opinions(judge, examples), share=0.5)
        samples = [replace(sample, weight=1.0) for sample in samples]
        spans = [*self.english_spans, *self.data.coreferences]
        samples += judged_samples(spans, opinions(judge, spans), 1.0)
        copies = damaged([*examples, *spans], self.settings.seed)
        samples += judged_samples(copies, opinions(judge, copies), settings.copy_weight)
        dev = {"rw_dev": self.data.rw_dev, "mt_dev": self.data.mt_dev}
        words = starting_words(settings, (example.text for example in examples), self.settings.seed)

        def start(model: Convolution) -> None:
            model.words.weight.data.copy_(words)

        return ConvolutionTrainer(settings, dev, start).best_of("english convolution", samples, self.settings.seed)

    def russian_convolution(self) -> Convolution:
        """Gold labels alone: here teachers of its own kind add nothing, and the list of words adds much."""
        settings = self.settings.russian
        examples = [*self.data.russian_train, *self.data.russian_own]
        entries = read_entries(TRAINING_FOLDER / "targets" / "russian-words.tsv")
        # Only RuSentNE's own forms are looked up: the list already has most words of our sentences.
        start = WordListStart(settings.member, entries, [example.text for example in self.data.russian_train])
        trainer = ConvolutionTrainer(settings, {"russian_dev": self.data.russian_dev}, start)
        return trainer.together(
            "russian convolution", gold_samples(examples, settings.label_smoothing), self.settings.seed
        )


def drawn(spans: Sequence[Example], most: int) -> list[Example]:
    """So many of them, by hash of sentence and place, so that the choice never moves; in their order."""
    if len(spans) <= most:
        return list(spans)
    ranked = sorted(range(len(spans)), key=lambda n: bucket(f"{spans[n].text} {spans[n].start}", 1 << 32))
    return [spans[number] for number in sorted(ranked[:most])]
