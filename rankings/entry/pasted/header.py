"""Where the header of a pasted table ends, and what stands over each column."""

from ...names.folding import folded
from .headings import ROLES

# Titles and sources may stand above a table, but not a page of text.
LAST_HEADER = 15


def header_of(table, knowledge):
    """The indexes of the lines that are the header: none, one or two."""
    lines = table.lines[:LAST_HEADER]
    known = [recognised(line, knowledge) for line in lines]
    first = next((index for index, count in enumerate(known) if count), None)
    if first is None:
        return unknown_header(lines, knowledge)
    if first + 1 < len(lines) and known[first + 1] and has_no_figures(lines[first + 1]):
        return (first, first + 1)
    if first and is_upper_half(lines[first - 1], knowledge):
        return (first - 1, first)
    return (first,)


def recognised(line, knowledge):
    """How many cells of a line carry a heading, if it looks like more than a title."""
    if line.trouble or sum(map(bool, line.cells)) < 2:
        return 0
    keys = [folded(cell[:100]) for cell in line.cells]
    return sum(
        key in ROLES or key in knowledge.measures or key in knowledge.remembered
        for key in keys
        if key
    )


def unknown_header(lines, knowledge):
    """The first line, where it is words above figures although nobody knows the words."""
    is_header = (
        len(lines) > 1
        and len({cell for cell in lines[0].cells if cell}) > 1
        and has_no_figures(lines[0])
        and not has_no_figures(lines[1])
        and not names_a_city(lines[0], knowledge)
    )
    return (0,) if is_header else ()


def is_upper_half(line, knowledge):
    """Whether a line groups the columns below it, rather than being a title over all of them."""
    filled = [index for index, cell in enumerate(line.cells) if cell]
    groups = {line.cells[index] for index in filled}
    spans = len(groups) > 1 or bool(filled and filled[0] > 0)
    return spans and not line.trouble and not names_a_city(line, knowledge)


def has_no_figures(line):
    return not any(char.isdigit() for cell in line.cells for char in cell)


def names_a_city(line, knowledge):
    return any(cell and knowledge.cities.find(cell[:100]) for cell in line.cells)


def headings(table, header):
    """What stands over each column, on one line or on two; "" where nothing does."""
    if not header:
        return [""] * table.width
    rows = [[table.lines[index].cell(column) for column in range(table.width)] for index in header]
    if len(rows) == 1:
        return [" ".join(text.split()) for text in rows[0]]
    upper = carried(*rows)
    return [
        " ".join(dict.fromkeys([*over.split(), *under.split()]))
        for over, under in zip(upper, rows[1], strict=True)
    ]


def carried(upper, lower):
    """The upper line of a header, its groups reaching over the columns that they head."""
    group, reached = "", []
    for over, under in zip(upper, lower, strict=True):
        if over:
            group = over if under else ""
        reached.append(over or (group if under else ""))
    return reached
