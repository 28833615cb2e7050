import csv
import io
import tomllib
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rankings.entry.pasted.table import MAX_COLUMNS, UnreadableTableError
from rankings.entry.pasted.text import MAX_LINE, MAX_LINES, MAX_TEXT, read_text

SAMPLES = tomllib.loads((Path(__file__).parent / "texts.toml").read_text("utf-8"))


def named(samples):
    return [pytest.param(sample, id=sample["name"]) for sample in samples]


@pytest.mark.parametrize("sample", named(SAMPLES["text"]))
def test_text_is_told_apart_into_cells(sample):
    table = read_text(sample["text"])

    assert [[str(line.number), *line.cells] for line in table.lines] == sample["rows"]
    assert table.separator == sample["separator"]
    assert [line.number for line in table.lines if line.trouble] == sample.get("troubled", [])


@pytest.mark.parametrize("sample", named(SAMPLES["refused"]))
def test_text_that_is_no_table_is_refused_with_what_to_do(sample):
    with translation.override("en"), pytest.raises(UnreadableTableError, match=sample["says"]):
        read_text(sample["text"])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x\t1\n" * (MAX_LINES + 1), "5001 rows"),
        ("x" * (MAX_LINE + 1), "Line 1 is too long"),
        ("\t".join("x" * (MAX_COLUMNS + 1)), "101 columns"),
        ("x\n" * MAX_TEXT, "too long for one table"),
    ],
)
def test_text_beyond_any_table_is_refused(text, says):
    with translation.override("en"), pytest.raises(UnreadableTableError, match=says):
        read_text(text)


cell_texts = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)
grids = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(cell_texts, min_size=width, max_size=width), min_size=1)
)


@settings(deadline=None)
@given(grids)
def test_what_a_spreadsheet_writes_in_tabs_reads_back_the_same(grid):
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows(grid)

    table = read_text(out.getvalue())

    assert [list(line.cells) for line in table.lines] == grid


@settings(deadline=None)
@example("=|")
@given(st.text() | st.text('ab1,;|\t\n "-—\u3000도'))
def test_any_text_is_a_table_or_refused(text):
    try:
        table = read_text(text)
    except UnreadableTableError:
        return

    assert table.lines


@settings(deadline=None)
@given(grids)
def test_no_character_of_a_figure_is_lost(grid):
    text = "\n".join("\t".join(row) for row in grid)

    table = read_text(text)

    assert "".join("".join(line.text for line in table.lines).split()) == "".join(text.split())
