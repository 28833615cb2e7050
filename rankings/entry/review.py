"""A draft of pasted figures, looked over: what it would enter and what stands against that."""

from collections import Counter
from functools import cached_property
from hashlib import sha256

from ..names.folding import folded
from . import checks, wording
from .pasted.layout import guess_layout, layout_problems, role_choices
from .pasted.proposal import LONGEST_NAME, propose
from .pasted.proposed import SKIP, Decisions, Finding, Proposal
from .pasted.roles import CITY, LONG, MEASURE, UNDECIDED, WIDE, Layout
from .pasted.table import table_from
from .rows import read_figures, written_figures
from .sheet import changed_meanwhile, changes


class Review:
    """`draft` against the figures of `sheet` as they are stored now; nothing here writes.

    `changes` is what saving would change, `problems` what forbids it, `warnings` what has to
    be accepted with a reason, `corrections` the changes that readers are told the reason of.
    """

    def __init__(self, draft, sheet, knowledge):
        self.draft, self.sheet, self.knowledge = draft, sheet, knowledge
        self.table = table_from(draft.table)
        self.guess = guess_layout(self.table, knowledge)
        self.layout = self.decided_layout() or self.guess
        self.layout_problems = layout_problems(self.layout, self.table, knowledge)
        self.proposal = Proposal() if self.layout_problems else self.propose()
        self.missing = set(self.proposal.missing)
        self.cleared = {tuple(cell) for cell in draft.cleared} & self.missing
        self.entered = {**self.proposal.entered, **dict.fromkeys(self.cleared, "")}
        self.changes = changes(sheet.stored, self.entered)
        self.problems = self.find_problems()
        self.warnings = self.find_warnings()

    def decided_layout(self):
        """The layout that an editor confirmed, as far as table and ranking still have it."""
        if not self.draft.layout:
            return None
        known = dict(role_choices(self.knowledge))
        roles = [role if role in known else UNDECIDED for role in self.draft.layout["roles"]]
        roles += [UNDECIDED] * (self.table.width - len(roles))
        header = (line for line in self.draft.layout["header"] if line < len(self.table.lines))
        shape = LONG if MEASURE in roles else WIDE
        return Layout(tuple(header), shape, tuple(roles[: self.table.width]))

    def propose(self):
        cities = {
            key: city
            for key, city in self.draft.cities.items()
            if city == SKIP or city in self.sheet.cities
        }
        measures = {
            key: column
            for key, column in self.draft.measures.items()
            if column == SKIP or column in self.sheet.column
        }
        decisions = Decisions(cities=cities, measures=measures)
        return propose(self.table, self.layout, self.knowledge, decisions)

    def find_problems(self):
        """A rating whose rank could not be read lacks none: that rank is a problem already."""
        unread = {finding.cell for finding in self.proposal.problems}
        found = [
            finding
            for finding in checks.problems(self.sheet, self.entered)
            if self.sheet.rank_beside(finding.cell) not in unread
        ]
        return [*self.proposal.problems, *self.placed(found)]

    def find_warnings(self):
        """Nobody is asked again about figures that are stored already."""
        changed = {change.cell for change in self.changes}
        found = checks.warnings(self.sheet, self.entered, is_whole=True)
        read = [
            finding
            for finding in self.proposal.warnings
            if finding.cell is None or finding.cell in changed
        ]
        return [*read, *self.placed(found)] if self.changes else []

    def placed(self, findings):
        """`findings` of the checks with the lines of the table that their cells come from."""
        lines = self.proposal.lines
        return [Finding(found.sentence, lines.get(found.cell), found.cell) for found in findings]

    @property
    def is_undecided(self):
        return bool(
            self.layout_problems or self.proposal.unknown_cities or self.proposal.unknown_measures
        )

    @property
    def deletions(self):
        return [wording.deleted(self.sheet, change) for change in self.changes if not change.after]

    @property
    def corrections(self):
        if not self.draft.edition.has_been_seen:
            return []
        return [change for change in self.changes if change.corrects_a_figure]

    @cached_property
    def counts(self):
        """How many figures are new, changed, deleted, and the same as stored."""
        kinds = Counter(kind_of(change) for change in self.changes)
        same = sum(
            bool(text) and self.sheet.stored.get(cell) == text
            for cell, text in self.entered.items()
        )
        return {"new": 0, "changed": 0, "cleared": 0, **kinds, "same": same}

    @property
    def changed_since(self):
        """What others stored since the draft was last looked over."""
        return changed_meanwhile(read_figures(self.draft.compared_with), self.sheet.stored, {})

    @property
    def stored_line(self):
        return written_figures(self.sheet.stored)

    @property
    def stored_digest(self):
        """Stands in the page for the stored figures that it shows."""
        return digest(self.stored_line)

    @property
    def changes_digest(self):
        """Stands in the page for the changes that it announces."""
        return digest(*sorted(repr(change) for change in self.changes))

    @property
    def warnings_digest(self):
        """What the tick below the warnings says; other warnings need another tick."""
        return digest(*(finding.sentence for finding in self.warnings))

    @property
    def deletions_digest(self):
        return digest("deleted", *self.deletions)

    @property
    def names_to_decide(self):
        """Names of cities that were unknown, by their keys: first the undecided ones."""
        undecided = {unknown.key: unknown.name for unknown in self.proposal.unknown_cities}
        return undecided | {
            key: name for key, name in self.written_names() if key in self.draft.cities
        }

    def written_names(self):
        """(folded name, name) of every line, as `propose` folds them."""
        index = self.layout.column_of(CITY)
        for line in self.table.lines[self.layout.first :] if index is not None else ():
            name = " ".join(line.cell(index).split())
            yield folded(name[:LONGEST_NAME]), name


def kind_of(change):
    if not change.after:
        return "cleared"
    return "changed" if change.before else "new"


def digest(*texts):
    return sha256("\n".join(texts).encode()).hexdigest()[:16]
