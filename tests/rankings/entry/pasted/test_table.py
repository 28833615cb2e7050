import json
from dataclasses import asdict

from rankings.entry.pasted.knowledge import Knowledge
from rankings.entry.pasted.roles import CITY, IGNORE, WIDE, Layout
from rankings.entry.pasted.table import Line, Table, table_from
from rankings.entry.sheet import Sheet
from rankings.names.index import CityNames

TABLE = Table(
    [Line(1, ("도시", "순위"), "도시\t순위"), Line(3, ("부산",), "부산", cell_troubles={1: "?"})],
    "tab",
    "1쪽",
    ["note"],
)


def test_table_survives_a_journey_through_json():
    assert table_from(json.loads(json.dumps(asdict(TABLE)))) == TABLE


def test_short_rows_are_blank_at_their_end():
    assert TABLE.width == 2
    assert TABLE.lines[1].cell(1) == ""


def test_figures_begin_below_the_header():
    assert Layout((), WIDE, (CITY,)).first == 0
    assert Layout((1, 2), WIDE, (CITY, IGNORE)).first == 3
    assert Layout((), WIDE, (CITY, IGNORE)).column_of(IGNORE) == 1
    assert Layout((), WIDE, (CITY,)).column_of(IGNORE) is None


def test_name_of_two_measures_means_neither():
    knowledge = Knowledge(
        Sheet([], {}), CityNames([]), {1: ["Technology", "기술", None], 2: ["기술", "Finance"]}
    )

    assert knowledge.measures == {"technology": 1, "finance": 2}
