"""Checks what must never drift: hash, tokens, word pieces, packing, file format. `Training/run --check`."""

from __future__ import annotations

import unittest

import numpy
import torch

from convolution import Convolution, predict
from data import gold_target
from evaluate import macro_f1
from features import Shape, features, hash64, tokens
from nwtone import Body, Model, written
from quantise import float_product, integer_product, packed, quantised, unpacked
from settings import ENGLISH_CONVOLUTION, RUSSIAN_CONVOLUTION, TRAINING_FOLDER
from side_by_side import side_by_side
from spans import name_like_spans
from vocabulary import pretrained_pieces
from word_list import WordListStart, read_entries, stem
from wordpiece import SPECIAL, WordPiece, basic_words, marked_input


class Features(unittest.TestCase):
    def test_hash_is_fnv_with_its_halves_folded(self) -> None:
        self.assertEqual(hash64(""), 0xCBF2_9CE4_4FD0_BFC1)
        self.assertEqual(hash64("wputin"), 0x04A3_60BD_35B9_336D)

    def test_apostrophes_belong_to_a_word_only_inside_it(self) -> None:
        self.assertEqual([t.word for t in tokens("’Tis O’Hara’s’")], ["'", "tis", "o'hara's", "'"])

    def test_stress_marks_and_yo_do_not_make_another_word(self) -> None:
        self.assertEqual([t.word for t in tokens("Ёлка президе\u0301нт")], ["елка", "президент"])

    def test_shapes(self) -> None:
        shapes = [t.shape for t in tokens("the Senate NATO 2024 – U")]
        expected = [Shape.PLAIN, Shape.CAPITAL, Shape.ALL_CAPITALS, Shape.NUMBER, Shape.SIGN, Shape.CAPITAL]
        self.assertEqual(shapes, expected)

    def test_positions_count_from_the_mention(self) -> None:
        found = features(ENGLISH_CONVOLUTION, "a b Kim Lee c d", 4, 11)
        self.assertEqual(found.positions, [2, 1, 0, 0, 10, 11])
        self.assertEqual((found.mention_from, found.mention_to), (2, 4))


class SideBySide(unittest.TestCase):
    def test_the_whole_says_the_mean_of_what_its_members_say(self) -> None:
        settings = RUSSIAN_CONVOLUTION
        members = [Convolution(settings.member) for _ in range(settings.members)]
        inputs = [features(settings, "Суд оправдал Анну Ким .", 13, 21), features(settings, "Ким", 0, 3)]
        mean = torch.stack([predict(member, inputs) for member in members]).mean(0)
        self.assertLess((predict(side_by_side(members, settings), inputs) - mean).abs().max().item(), 1e-5)


class WordList(unittest.TestCase):
    def test_forms_of_one_word_start_alike(self) -> None:
        settings = RUSSIAN_CONVOLUTION.member
        entries = read_entries(TRAINING_FOLDER / "targets" / "russian-words.tsv")
        start = WordListStart(settings, entries, ["Мошенников и мошеннику"])
        self.assertEqual(stem("мошенник"), "мошенник")
        self.assertTrue(torch.equal(start.words["мошенников"], start.words["мошеннику"]))
        self.assertLess(start.prefixes["мошен"][0].item(), 0)


class WordPieces(unittest.TestCase):
    def setUp(self) -> None:
        self.tokenizer = WordPiece([*SPECIAL, *"abc", "##b", "ab"])

    def test_words_lose_case_and_accents(self) -> None:
        self.assertEqual(basic_words("Žižek’s\u00a0CAFÉ\u200b, 東京"), ["zizek", "’", "s", "cafe", ",", "東", "京"])

    def test_the_longest_piece_comes_first(self) -> None:
        self.assertEqual(self.tokenizer.encode("abb ac"), [10, 9, 1])

    def test_a_long_text_keeps_what_stands_next_to_the_mention(self) -> None:
        text = "a " * 50 + "b" + " c" * 50
        found = marked_input(self.tokenizer, text, 100, 101, 12, 4)
        self.assertEqual(found.ids, [2, 6, 6, 6, 4, 7, 5, 8, 8, 8, 8, 3])
        self.assertEqual((found.mention_from, found.mention_to), (5, 6))

    def test_the_pretrained_vocabulary_keeps_its_unused_pieces(self) -> None:
        self.assertEqual(pretrained_pieces()[1:3], ["[unused0]", "[unused1]"])


class Numbers(unittest.TestCase):
    def setUp(self) -> None:
        self.generator = numpy.random.default_rng(1)
        self.weights = quantised(self.generator.normal(size=(32, 2_048)).astype(numpy.float32))

    def test_packing_can_be_undone(self) -> None:
        flat = packed(self.weights.values).ravel()
        self.assertTrue((unpacked(flat, 32, 2_048) == self.weights.values).all())
        self.assertEqual(flat[((17 // 16) * 512 + 9 // 4) * 64 + (17 % 16) * 4 + 9 % 4], self.weights.values[17, 9])

    def test_int8_products_are_close_to_exact_ones(self) -> None:
        rows = self.generator.normal(size=(3, 2_048)).astype(numpy.float32)
        rows[2] = 0
        exact, integer = float_product(rows, self.weights), integer_product(rows, self.weights)
        self.assertLess(numpy.abs(exact - integer).max(), 1.5)
        self.assertFalse(integer[2].any())

    def test_figures(self) -> None:
        self.assertAlmostEqual(macro_f1([-1, 0, 1, 1], [-1, 0, 1, 0]), (1 + 2 / 3 + 2 / 3) / 3)
        self.assertAlmostEqual(sum(gold_target(1, 0.1)), 1)


class File(unittest.TestCase):
    def setUp(self) -> None:
        body = Body()
        body.vocabulary(["[PAD]", "é", "##x"])
        body.matrix("m.weight", quantised(numpy.eye(16, dtype=numpy.float32)))
        self.data = written({"format": 1}, body)

    def test_what_was_written_is_read(self) -> None:
        model = Model.parsed(self.data, "file")
        self.assertEqual(model.vocabulary(), ["[PAD]", "é", "##x"])
        self.assertTrue(numpy.allclose(model.quantised("m.weight").floats, numpy.eye(16)))
        self.assertTrue(all(entry["offset"] % 64 == 0 for entry in model.header["tensors"]))

    def test_any_flipped_byte_is_noticed(self) -> None:
        for place in (20, 200, len(self.data) - 40, len(self.data) - 1):
            damaged = bytearray(self.data)
            damaged[place] ^= 1
            with self.assertRaises(ValueError):
                Model.parsed(bytes(damaged), "file")


class Spans(unittest.TestCase):
    def test_names_and_pronouns_are_found(self) -> None:
        texts = ["The mayor met Anna Berg’s lawyer.", "He saw the Bank of England and the mayor."]
        found = [span.mention for span in name_like_spans(texts)]
        self.assertEqual(found, ["Anna Berg", "He", "Bank of England"])


if __name__ == "__main__":
    unittest.main()
