"""The demonstration articles: every line is read, every rank is the rank in the data."""

import csv
import re
from itertools import pairwise

import pytest

from news.press_release import parse
from tests.portal.demo_files import (
    BODIES,
    DEMO,
    EMBED,
    LABELS,
    LANGUAGES,
    MEASURES,
    NUMBERS,
    RESULTS,
    body,
    busan,
)


@pytest.mark.parametrize(("folder", "language"), BODIES)
def test_every_line_can_be_placed(folder, language):
    """An editor who opens a demonstration article sees no warning."""
    problems = parse(body(folder, language)).problems

    assert [(problem.line, problem.code) for problem in problems] == []


WITH_AREAS = [
    (folder, language, embed.removeprefix("sci/busan/"))
    for folder, language in BODIES
    for kind, embed in EMBED.findall(body(folder, language))
    if kind == "areas" and f"busan-sci-{embed.rpartition('/')[2]}" in folder
]
RANK = {"ko": r" (\d+)위", "en": r" (\d+)(?:st|nd|rd|th)"}
MOVE = {"ko": r" (\d+)위→(\d+)위", "en": r" (\d+)(?:st|nd|rd|th)→(\d+)(?:st|nd|rd|th)"}


def labels(edition, language):
    """Label → code of the measures of SCI as they were called in this edition."""
    usual = {code: m["label"][language] for (slug, code), m in MEASURES.items() if slug == "sci"}
    then = {row["measure"]: row[f"label_{language}"] for row in LABELS if row["edition"] == edition}
    return {label: code for code, label in (usual | then).items() if code != "overall"}


def test_four_articles_have_areas():
    assert {edition for _folder, _language, edition in WITH_AREAS} == {"9", "10", "11", "12"}


@pytest.mark.parametrize(("folder", "language", "edition"), WITH_AREAS)
def test_every_rank_in_the_text_is_that_of_the_data(folder, language, edition):
    text = body(folder, language)
    found = {
        code: int(rank)
        for label, code in labels(edition, language).items()
        for rank in re.findall(f"▲ {label}{RANK[language]}", text)
    }

    expected = {
        row["measure"]: int(row["rank"])
        for row in RESULTS
        if (row["ranking"], row["edition"], row["city"]) == ("sci", edition, "busan")
        and MEASURES["sci", row["measure"]]["kind"] in ("area", "dimension")
        and (row["measure"] in found or MEASURES["sci", row["measure"]]["kind"] == "area")
    }
    assert found == expected


@pytest.mark.parametrize(("folder", "language", "edition"), WITH_AREAS)
def test_every_move_in_the_text_is_that_of_the_data(folder, language, edition):
    text = body(folder, language)
    moves = {
        code: tuple(map(int, move))
        for label, code in labels(edition, language).items()
        for move in re.findall(label + MOVE[language], text)
    }

    for code, (before, after) in moves.items():
        assert before == busan("sci", int(edition) - 1, code)
        assert after == busan("sci", edition, code)
    assert len(moves) == text.count("→") - text.count(" → ")


RELEASES = {
    "02-busan-gfci-36": "gfci/busan/36",
    "03-busan-sci-10": "sci/busan/10",
    "04-busan-gfci-37": "gfci/busan/37",
    "06-busan-sci-12": "sci/busan/12",
    "07-busan-sci-record": "sci/busan/12",
}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize(("folder", "trend"), RELEASES.items())
def test_trend_of_a_release_ends_with_the_edition_it_is_about(folder, trend, language):
    trends = [
        argument for kind, argument in EMBED.findall(body(folder, language)) if kind == "trend"
    ]

    assert trends == [trend]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_sci_12_names_what_fell(language):
    """The release names the two areas that went down as well as the three that went up."""
    moves = re.findall(MOVE[language], body("06-busan-sci-12", language))

    fallen = [move for move in moves if int(move[0]) < int(move[1])]

    assert fallen == [("8", "10"), ("6", "9")]
    assert len(moves) == 5


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_sci_12_steps_are_the_trend(language):
    pattern = {
        "ko": r"(\d+)회차\([^)]+\): (\d+)위",
        "en": r"(\d+)\w\w Edition \([^)]+\): (\d+)\w\w",
    }

    steps = re.findall(pattern[language], body("06-busan-sci-12", language))

    assert [int(edition) for edition, _rank in steps] == list(range(3, 13))
    assert all(int(rank) == busan("sci", edition) for edition, rank in steps)


TABLE_CELL = r"\| (\d+)(?:회차|\w\w) \|[^|]+\| (\d+)(?:위|\w\w) \| ([^|]+) \|"
TABLES = [
    (folder, language, ranking)
    for folder, ranking in (("07-busan-sci-record", "sci"), ("04-busan-gfci-37", "gfci"))
    for language in sorted(LANGUAGES)
]


@pytest.mark.parametrize(("folder", "language", "ranking"), TABLES)
def test_tables_show_the_data(folder, language, ranking):
    lines = re.findall(TABLE_CELL, body(folder, language))

    assert len(lines) >= 5
    for edition, rank, change in lines:
        assert int(rank) == busan(ranking, edition)
        if moved := re.search(r"\d+", change):
            gained = busan(ranking, int(edition) - 1) - int(rank)
            assert int(moved.group()) == abs(gained)
            assert bool(re.search("up|상승", change)) == (gained > 0)


def test_attached_table_is_the_data():
    path = DEMO / "articles" / "07-busan-sci-record" / "busan-sci-ranks.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        attached = list(csv.DictReader(file))

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert [row["edition"] for row in attached] == [str(number) for number in range(3, 13)]
    assert all(int(row["rank"]) == busan("sci", row["edition"]) for row in attached)
    for before, row in pairwise(attached):
        assert int(row["change"]) == int(before["rank"]) - int(row["rank"])
        assert row["cities_included"] == NUMBERS["sci", row["edition"]]["included"]
