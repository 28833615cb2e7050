"""What a worksheet says of its cells besides their values, which reading row by row leaves out."""

from dataclasses import dataclass, field

from defusedxml.ElementTree import iterparse
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.xml.constants import SHEET_MAIN_NS

ROW, CELL, FORMULA, VALUE, INLINE, COLUMN, MERGED = (
    f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("row", "c", "f", "v", "is", "col", "mergeCell")
)
YES = ("1", "true")


@dataclass
class SheetForm:
    """Rows and columns count from 1, cells are pairs of both. Only hidden rows with values count.

    `unfinished` are cells with a formula whose result the file does not hold; `merged` are
    rectangles (first column, first row, last column, last row).
    """

    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)
    filled_columns: set = field(default_factory=set)
    merged: list = field(default_factory=list)
    unfinished: set = field(default_factory=set)
    last_row: int = 0

    def read_row(self, row):
        number = int(row.get("r", self.last_row + 1))
        self.last_row = max(number, self.last_row)
        is_hidden = row.get("hidden") in YES
        for index, cell in enumerate(row.iter(CELL), 1):
            place = coordinate_to_tuple(cell.get("r")) if cell.get("r") else (number, index)
            if cell.findtext(VALUE) or cell.find(INLINE) is not None:
                self.filled_columns.add(place[1])
                self.hidden_rows.update([number] if is_hidden else [])
            elif cell.find(FORMULA) is not None:
                self.unfinished.add(place)

    def read_columns(self, column, limit):
        if column.get("hidden") in YES:
            first, last = int(column.get("min")), int(column.get("max"))
            self.hidden_columns.update(range(first, min(last, limit) + 1))


def read_form(source, limit):
    """The `SheetForm` of the worksheet in the binary file `source`, of its first `limit` columns.

    Raises what `defusedxml` raises for XML that is broken or tries to harm.
    """
    form = SheetForm()
    for _event, element in iterparse(source):
        if element.tag == ROW:
            form.read_row(element)
            element.clear()
        elif element.tag == COLUMN:
            form.read_columns(element, limit)
        elif element.tag == MERGED:
            form.merged.append(range_boundaries(element.get("ref")))
    return form
