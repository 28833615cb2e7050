import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from rankings.entry.cells import Rank
from rankings.entry.pasted.proposal import MOST_PROPOSALS, propose
from rankings.entry.pasted.proposed import SKIP, Candidate, ColumnTotal, Decisions, State
from rankings.entry.pasted.roles import CITY, IGNORE, LONG, MEASURE, WIDE, Layout
from rankings.entry.pasted.text import read_text
from rankings.names.folding import folded

from . import known
from .known import (
    BUSAN,
    FINANCE,
    LONDON,
    OSLO,
    PARIS,
    RANK,
    RATING,
    REGION,
    SEOUL,
    TECHNOLOGY,
    proposed,
    sentences,
)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_wide_table_enters_what_it_says():
    proposal = proposed("도시\t순위\t평점\t첨단기술\n런던\t1\t769\t=2\n\n부산\t8위\t\t51-60\n")

    assert proposal.entered == {
        (LONDON, RANK): "1",
        (LONDON, RATING): "769",
        (LONDON, TECHNOLOGY): "=2",
        (BUSAN, RANK): "8",
        (BUSAN, TECHNOLOGY): "51-60",
    }
    assert proposal.lines[BUSAN, RANK] == 4
    assert proposal.is_complete


def test_long_table_enters_the_same_as_the_wide_one():
    wide = proposed("도시\t순위\t평점\t첨단기술\n런던\t1\t769\t2\n파리\t2\t768\t-")
    long = proposed(
        "City\tMeasure\tRank\tRating\nLondon\tOverall\t1\t769\nLondon\tTechnology\t2\t\n"
        "\t종합\t9\t\nParis\tOverall\t2\t768\nParis\ttechnology\tn/a\t".replace("\t종합\t9\t\n", "")
    )

    assert long.entered == wide.entered
    assert [row.city for row in long.rows] == [row.city for row in wide.rows] == [LONDON, PARIS]


def test_each_cell_is_compared_with_what_is_stored():
    stored = {
        (LONDON, RANK): "1",
        (PARIS, RANK): "3",
        (BUSAN, RANK): "8",
        (SEOUL, RANK): "9",
        (OSLO, RANK): "10",
    }
    text = "City\tRank\tRating\nLondon\t1\t769\nParis\t2\tx\nBusan\t\t700\nSeoul\tclear\t"

    proposal = proposed(text, stored=stored)

    states = {
        (row.name, key): (str(cell.state), cell.before)
        for row in proposal.rows
        for key, cell in row.cells.items()
    }
    assert states == {
        ("London", RANK): ("same", "1"),
        ("London", RATING): ("new", ""),
        ("Paris", RANK): ("changed", "3"),
        ("Paris", RATING): ("unreadable", ""),
        ("Busan", RANK): ("blank", "8"),
        ("Busan", RATING): ("new", ""),
        ("Seoul", RANK): ("cleared", "9"),
        ("Seoul", RATING): ("blank", ""),
    }
    assert proposal.entered[SEOUL, RANK] == ""
    assert (BUSAN, RANK) not in proposal.entered
    assert proposal.missing == [(BUSAN, RANK), (OSLO, RANK)]


def test_stored_figures_of_columns_that_the_table_lacks_are_not_missing():
    proposal = proposed("City\tRank\nLondon\t1", stored={(LONDON, FINANCE): "3"})

    assert proposal.missing == []


def test_cities_of_the_previous_edition_that_the_table_lacks_are_told():
    previous = {(PARIS, RANK): "2", (LONDON, RANK): "1", (SEOUL, RANK): "×", (OSLO, RANK): "-"}

    proposal = proposed("City\tRank\nLondon\t1", previous=previous)

    assert proposal.gone == [PARIS, OSLO]


def test_unreadable_cell_is_a_problem_with_its_line_and_remarks_stand_at_their_cell():
    proposal = proposed("City\tRank\tTechnology\nLondon\ttop 15\t62th")

    rank, technology = proposal.rows[0].cells.values()
    assert sentences(proposal.problems) == [(2, f"London, Overall – Rank: {rank.problems[0]}")]
    assert proposal.problems[0].cell == (LONDON, RANK)
    assert rank.problems[0].startswith("“top 15” is a bound")
    assert technology.remarks == ["“62th” was read as 62, but its ending does not fit the number."]
    assert proposal.entered == {(LONDON, TECHNOLOGY): "62"}


def test_unknown_city_is_offered_similar_ones_and_enters_nothing():
    proposal = proposed("City\tRank\nLodnon\t1\nParis\t2")

    [unknown] = proposal.unknown_cities
    assert (unknown.key, unknown.name, unknown.lines) == ("lodnon", "Lodnon", [2])
    assert unknown.candidates[0] == Candidate(LONDON, "London")
    assert proposal.entered == {(PARIS, RANK): "2"}
    assert not proposal.is_complete


@pytest.mark.parametrize(
    ("name", "city"), [("Seoul (Korea)", SEOUL), ("Seoul, Republic of Korea", SEOUL)]
)
def test_city_with_its_country_is_offered_but_not_taken(name, city):
    proposal = proposed(f"City\tRank\n{name}\t9\nParis\t2")

    assert proposal.unknown_cities[0].candidates[0].city == city


@pytest.mark.parametrize("name", ["London¹", "London*", "London [2]", "LONDON", " 런던 1)"])
def test_city_is_known_under_a_footnote_mark(name):
    assert proposed(f"City\tRank\n{name}\t1").entered == {(LONDON, RANK): "1"}


def test_namesakes_are_all_offered():
    proposal = proposed("City\tRank\nCambridge\t1\nParis\t2")

    [unknown] = proposal.unknown_cities
    assert unknown.is_ambiguous
    assert [candidate.city for candidate in unknown.candidates] == [7, 8]


def test_decisions_on_cities_are_followed():
    text = "City\tRank\nLodnon\t1\nAtlantis\ttop 3\nParis\t2"
    decisions = Decisions(cities={folded("Lodnon"): LONDON, folded("Atlantis"): SKIP})

    proposal = proposed(text, decisions)

    assert proposal.entered == {(LONDON, RANK): "1", (PARIS, RANK): "2"}
    assert [row.is_skipped for row in proposal.rows] == [False, True, False]
    assert proposal.is_complete


def test_decision_for_a_city_that_is_gone_is_asked_again():
    decisions = Decisions(cities={folded("Lodnon"): 999})

    assert proposed("City\tRank\nLodnon\t1\nParis\t2", decisions).unknown_cities


@pytest.mark.parametrize("second", ["London", "런던", "london*"])
def test_city_that_stands_twice_is_a_problem_with_both_lines(second):
    proposal = proposed(f"City\tRank\tTechnology\nLondon\t1\t\nParis\t2\t\n{second}\t\t3")

    assert sentences(proposal.problems) == [
        (4, f"“{second}” stands in lines 2 and 4. Keep one of them.")
    ]
    assert proposal.rows[0].cells[RANK].problems
    assert proposal.entered == {(LONDON, RANK): "1", (PARIS, RANK): "2"}


def test_city_that_a_decision_makes_a_second_one_is_a_problem_too():
    decisions = Decisions(cities={folded("Lodnon"): LONDON})

    proposal = proposed("City\tRank\nLondon\t1\nLodnon\t2", decisions)

    assert [finding.line for finding in proposal.problems] == [3]


def test_long_table_may_not_give_a_figure_twice():
    proposal = proposed(
        "City\tMeasure\tRank\nLondon\tOverall\t1\nLondon\tTechnology\t2\nLondon\t종합\t1"
    )

    assert sentences(proposal.problems) == [
        (4, "“London” stands in lines 2 and 4. Keep one of them.")
    ]


def test_city_of_a_long_table_reaches_over_the_blank_cells_below_it_with_a_remark():
    proposal = proposed(
        "City\tMeasure\tRank\nLondon\tOverall\t1\n\tTechnology\t2\nParis\tOverall\t2"
    )

    assert proposal.entered[LONDON, TECHNOLOGY] == "2"
    assert proposal.rows[0].cells[TECHNOLOGY].remarks == ["The city is that of the line above."]
    assert proposal.rows[0].cells[RANK].remarks == []


LONG_LAYOUT = Layout((0,), LONG, (CITY, MEASURE, "rank"))


def test_measure_of_another_ranking_is_asked_about():
    text = "City\tMeasure\tRank\nLondon\tFintech\t1\nParis\tFintech\t2\nLondon\tTecnology\t3"

    proposal = proposed(text, layout=LONG_LAYOUT)

    assert [(u.key, u.name, u.lines, u.candidates) for u in proposal.unknown_measures] == [
        ("fintech", "Fintech", [2, 3], []),
        ("tecnology", "Tecnology", [4], [TECHNOLOGY]),
    ]
    assert proposal.entered == {}
    assert not proposal.is_complete


def test_decisions_on_measures_are_followed():
    text = "City\tMeasure\tRank\nLondon\tFintech\t1\nLondon\tTech\t3"
    decisions = Decisions(measures={"fintech": SKIP, "tech": TECHNOLOGY})

    proposal = proposed(text, decisions, LONG_LAYOUT)

    assert proposal.entered == {(LONDON, TECHNOLOGY): "3"}
    assert [finding.line for finding in proposal.skipped] == [2]
    assert proposal.is_complete


def test_rating_of_a_measure_that_has_none_is_a_problem():
    proposal = proposed(
        "City\tMeasure\tRank\tRating\nLondon\tOverall\t1\t769\nLondon\tTechnology\t2\t700"
    )

    assert [finding.line for finding in proposal.problems] == [3]
    assert "“700”" in proposal.problems[0].sentence


def test_lines_without_figures_are_told_and_never_dropped():
    text = "표 1\t\nCity\tRank\nEurope\t\nLondon\t1\n출처: 발표문\t"

    proposal = proposed(text)

    assert sentences(proposal.skipped) == [
        (1, "“표 1” was left out. It stands above the header."),
        (3, "“Europe” was left out. It holds no figures."),
        (5, "“출처: 발표문” was left out. It holds no figures."),
    ]
    assert proposal.entered == {(LONDON, RANK): "1"}


def test_figures_without_a_city_are_a_problem():
    proposal = proposed("City\tRank\nLondon\t1\n\t2")

    assert sentences(proposal.problems) == [
        (3, "There are figures here, but the line names no city.")
    ]


def test_line_that_could_not_be_told_apart_is_a_problem():
    proposal = proposed("City,Rank\nWashington, DC,7\nLondon,1")

    assert proposal.problems[0].line == 2
    assert proposal.entered == {(LONDON, RANK): "1"}


def test_totals_count_all_that_was_read():
    text = "City\tRank\tRating\nLondon\t1\t769\nParis\t=2\t768.5\nAtlantis\t=2\t\nOslo\t51-60\t-\n"

    totals = proposed(text).totals

    assert (totals.rows, totals.cities) == (4, 3)
    assert totals.columns[RANK] == ColumnTotal(3, 5)
    assert str(totals.columns[RATING].sum) == "1537.5"


def test_download_of_the_portal_is_read_back_as_it_was():
    text = (
        "edition,city,measure,scope,status,rank,band_end,joint,rating\n"
        "12,london,overall,world,ranked,1,,true,769\n"
        "12,london,overall,region,ranked,1,,false,\n"
        "12,london,technology,world,not_published,,,false,\n"
        "12,paris,overall,world,ranked,51,60,false,\n"
        "12,paris,technology,world,absent,,,false,\n"
        "12,paris,overall,country,ranked,1,,false,\n"
    )

    proposal = proposed(text)

    assert proposal.entered == {
        (LONDON, RANK): "=1",
        (LONDON, RATING): "769",
        (LONDON, REGION): "1",
        (LONDON, TECHNOLOGY): "-",
        (PARIS, RANK): "51-60",
        (PARIS, TECHNOLOGY): "×",
    }
    assert [finding.line for finding in proposal.skipped] == [7]


def test_column_that_is_left_out_enters_nothing():
    layout = Layout((0,), WIDE, (CITY, RANK, IGNORE))

    proposal = proposed("City\tRank\tTechnology\nLondon\t1\ttop 3", layout=layout)

    assert proposal.entered == {(LONDON, RANK): "1"}
    assert proposal.problems == []


figures = st.builds(Rank, st.integers(1, 99), st.booleans()).map(str) | st.sampled_from(
    ["-", "×", "51-60"]
)
stored_tables = st.dictionaries(
    st.tuples(st.sampled_from([*known.CITIES][:6]), st.sampled_from([RANK, TECHNOLOGY, FINANCE])),
    figures,
    min_size=1,
)


@settings(deadline=None)
@given(stored_tables)
def test_what_is_stored_and_pasted_again_changes_nothing(stored):
    keys = [RANK, TECHNOLOGY, FINANCE]
    rows = ["City\tRank\tTechnology\tFinancial Services"]
    for city in sorted({city for city, _key in stored}):
        row = [stored.get((city, key), "") for key in keys]
        rows.append("\t".join([known.CITIES[city][0], *row]))
    layout = Layout((0,), WIDE, (CITY, *keys))

    proposal = proposed("\n".join(rows), layout=layout, stored=stored)

    assert proposal.entered == stored
    assert proposal.missing == []
    states = {cell.state for row in proposal.rows for cell in row.cells.values()}
    assert states <= {State.SAME, State.BLANK}


cells = st.text("London파리8=-▲*1., ", max_size=6) | st.text(max_size=4)


@settings(deadline=None)
@given(st.lists(st.lists(cells, min_size=4, max_size=4), min_size=1, max_size=5))
def test_any_table_is_proposed_or_explained(rows):
    text = "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    table = read_text(f"City\tRank\tTechnology\tFinance\n{text}")
    layout = Layout((0,), WIDE, (CITY, RANK, TECHNOLOGY, FINANCE))

    proposal = propose(table, layout, known.knowledge())

    placed = {cell.line for row in proposal.rows for cell in row.cells.values()}
    told = {finding.line for finding in (*proposal.problems, *proposal.skipped)}
    assert {line.number for line in table.lines[1:]} <= placed | told


def test_similar_cities_are_sought_for_as_many_names_as_anyone_would_decide_on():
    rows = "".join(f"Lodnon{number}\t{number}\n" for number in range(1, MOST_PROPOSALS + 10))

    unknown = proposed(f"City\tRank\n{rows}").unknown_cities

    offered = [name for name in unknown if name.candidates]
    assert len(unknown) == MOST_PROPOSALS + 9
    assert 0 < len(offered) <= MOST_PROPOSALS
