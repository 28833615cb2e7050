import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation

from rankings.changes import Change, Kind
from rankings.words.wording import (
    dated,
    dated_in_sentence,
    decimals_of,
    entered,
    move,
    ordinal,
    rank_label,
)

SAMPLES = tomllib.loads((Path(__file__).parent / "wording.toml").read_text("utf-8"))


def samples(table):
    return [(language, *sample) for language, rows in SAMPLES[table].items() for sample in rows]


@pytest.mark.parametrize(("language", "rank", "is_joint", "sentence", "alone"), samples("ranks"))
def test_rank_reads_as_its_language_writes_it(language, rank, is_joint, sentence, alone):
    with translation.override(language):
        assert ordinal(rank, is_joint) == sentence
        assert rank_label(rank, is_joint) == alone


@pytest.mark.parametrize(("language", "first", "last", "sentence", "alone"), samples("bands"))
def test_band_reads_as_its_language_writes_it(language, first, last, sentence, alone):
    with translation.override(language):
        assert ordinal(first, band_end=last) == sentence
        assert rank_label(first, band_end=last) == alone


@pytest.mark.parametrize(("language", "kind", "places", "words"), samples("moves"))
def test_change_always_carries_words(language, kind, places, words):
    change = Change(Kind(kind), None if places == "" else places)

    with translation.override(language):
        assert str(move(change)) == words


def test_without_a_rank_nothing_is_said_of_a_change():
    assert move(Change(Kind.NONE)) is None


@pytest.mark.parametrize(("language", "day", "precision", "alone", "sentence"), samples("dates"))
def test_date_says_no_more_than_is_known(language, day, precision, alone, sentence):
    with translation.override(language):
        assert dated(day, precision) == alone
        assert dated_in_sentence(day, precision) == sentence


@pytest.mark.parametrize(("language", "count", "total", "words"), samples("entered"))
def test_partial_tables_say_how_partial_they_are(language, count, total, words):
    with translation.override(language):
        assert entered(count, total or None) == words


@pytest.mark.parametrize(
    ("ratings", "decimals"),
    [
        ([], 0),
        (["636.00", "700.00"], 0),
        (["636.50", "700.00"], 1),
        (["72.25", "700.50"], 2),
        (["0.00"], 0),
    ],
)
def test_ratings_share_as_many_decimals_as_one_of_them_needs(ratings, decimals):
    assert decimals_of([Decimal(rating) for rating in ratings]) == decimals
