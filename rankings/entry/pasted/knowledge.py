"""What is known around a pasted table: the edition's sheet and the names that it may use."""

from dataclasses import dataclass, field
from functools import cached_property

from ...names.folding import folded
from ...names.index import CityNames
from ..sheet import Kind, Sheet


@dataclass
class Knowledge:
    """`labels` maps the id of a measure to every name it has or had, in any language, and its
    code; `remembered` folded headings to the role that an editor last gave them in this ranking.

    `number` and `previous_number` are those of the editions, for headings such as «SCI 11 Rank».
    """

    sheet: Sheet
    cities: CityNames
    labels: dict = field(default_factory=dict)
    remembered: dict = field(default_factory=dict)
    number: int | None = None
    previous_number: int | None = None

    @cached_property
    def measures(self):
        """Measures by their folded names; a name that two measures share belongs to neither."""
        found = {}
        for measure, names in self.labels.items():
            for key in {folded(name or "") for name in names} - {""}:
                found.setdefault(key, set()).add(measure)
        return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}

    @cached_property
    def keys(self):
        """The key of the column that holds a kind of figure of a measure, by that pair."""
        return {(column.measure, column.kind): column.key for column in self.sheet.columns}

    @cached_property
    def overall(self):
        """The id of the overall measure, None where the ranking has none."""
        columns = self.sheet.columns
        return next((column.measure for column in columns if column.kind is Kind.RATING), None)
