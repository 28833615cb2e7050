"""What a column of a pasted table may hold.

A role is a string, so that forms and drafts can carry it: one of those below, the key of a
column of the sheet («12-world»), or one of `PREVIOUS` and `CHANGE` before such a key. The
roles `RANK`, `RATING` and `REGION_RANK` belong to long tables, where `MEASURE` names the figure;
so do those from `SCOPE` to `BAND_END`, into which the portal's own downloads part a rank, and
`PREVIOUS_RANK` and `MOVE`, which are only checked and which no heading is guessed to mean.
"""

from dataclasses import dataclass, field

UNDECIDED = ""
IGNORE = "ignore"
CITY = "city"
REGION = "region"
MEASURE = "measure"
RANK = "rank"
RATING = "rating"
REGION_RANK = "region_rank"
SCOPE = "scope"
STATUS = "status"
JOINT = "joint"
BAND_END = "band_end"
PREVIOUS_RANK = "previous_rank"
MOVE = "move"
PREVIOUS = "previous:"
CHANGE = "change:"

WIDE = "wide"
LONG = "long"


@dataclass(frozen=True)
class Guess:
    """Why a column was given its role: `confidence` from 0 to 1, `why` for the editor."""

    role: str
    confidence: float = 0.0
    why: str = ""


@dataclass(frozen=True)
class Layout:
    """How to read a `Table`: which of its lines are the header, and the role of each column.

    `header` holds indexes into the table's lines (none, one, or two for a two-line header);
    the rows of figures are all lines below it. `guesses` go with `roles`, column by column;
    a layout that an editor confirmed has none.
    """

    header: tuple
    shape: str
    roles: tuple
    guesses: tuple = field(default=(), compare=False)

    @property
    def first(self):
        """The index of the first line below the header."""
        return self.header[-1] + 1 if self.header else 0

    def column_of(self, role):
        """The index of the first column with `role`, or None."""
        return self.roles.index(role) if role in self.roles else None
