"""The figures that were read out of a text as the page draws them."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from rankings.sentences import Rule, Scope

from ...changes import Change, Kind
from ...words.wording import dated, move
from .chosen import Obstacle, Standing, Trust, groups_of
from .marked_text import pieces

RULES = {
    Rule.TREND: gettext_lazy("stands at its edition or date"),
    Rule.LABEL: gettext_lazy("stands at the name of its city or measure"),
    Rule.RESPECTIVELY: gettext_lazy("one of several ranks for several names"),
    Rule.MOVE: gettext_lazy("from one rank to another"),
    Rule.PLACES: gettext_lazy("by how many places it moved"),
    Rule.STATEMENT: gettext_lazy("stands in running text"),
}
SCOPES = {
    Scope.WORLD: gettext_lazy("World"),
    Scope.REGION: gettext_lazy("Region"),
    Scope.COUNTRY: gettext_lazy("Country"),
}
TRUST = {
    Trust.CERTAIN: pgettext_lazy("how sure a figure is", "certain"),
    Trust.TO_CHECK: pgettext_lazy("how sure a figure is", "to be checked"),
    Trust.DOUBTFUL: pgettext_lazy("how sure a figure is", "doubtful"),
}
OBSTACLES = {
    Obstacle.COUNTRY: gettext_lazy("Ranks in a country are not kept: there is no column for them."),
    Obstacle.REGION_OF_AREA: gettext_lazy(
        "Only overall ranks are kept for a region: there is no column for this one."
    ),
    Obstacle.NO_RANK: gettext_lazy("No rank to enter: the move is compared with the rank."),
}


@dataclass(frozen=True)
class Part:
    """A city or measure: its `name`, the `field` that asks for it, or the row that does."""

    name: str
    label: str = ""
    field: object = None
    asked_at: int | None = None


class PageRow:
    """A row of the table, with the fields of the form that belong to it."""

    def __init__(self, row, form):
        self.row, self.form = row, form
        self.number, self.suggestion = row.number, row.suggestion
        self.can_be_taken = row.can_be_taken
        self.is_taken = str(row.number) in form["take"].value()
        self.city = self.part("city", form.reading.names.cities)
        self.measure = self.part("measure", form.reading.names.measures)

    def part(self, name, choosable):
        key = getattr(self.row, name)
        label = key if isinstance(key, str) else ""
        if getattr(self.suggestion, name) is not None:
            return Part(choosable.labels[key])
        field, first = self.form.field_of(name, self.row)
        if first == self.number:
            return Part("", label, field)
        return Part("", label, asked_at=first)

    @property
    def scope(self):
        return SCOPES[self.suggestion.scope]

    @property
    def rank(self):
        return "" if self.suggestion.rank is None else str(self.suggestion.rank)

    @property
    def previous(self):
        return "" if self.suggestion.previous is None else str(self.suggestion.previous)

    @property
    def move(self):
        places = self.suggestion.moved
        return "" if places is None else str(move(change(places)))

    @property
    def how(self):
        return RULES[self.suggestion.rule]

    @property
    def trust(self):
        return TRUST[self.row.trust]

    @property
    def trust_name(self):
        return self.row.trust.name.lower().replace("_", "-")

    @cached_property
    def remarks(self):
        found = [OBSTACLES[self.row.obstacle]] if self.row.obstacle else []
        if self.suggestion.date and self.suggestion.edition is None:
            found.append(_("The text gives the date %(date)s.") % {"date": self.suggestion.date})
        return [*found, *(remark.sentence for remark in self.suggestion.remarks)]


def change(places):
    """A stated move; the sentence alone does not say more of it."""
    if not places:
        return Change(Kind.SAME)
    return Change(Kind.UP if places > 0 else Kind.DOWN, places)


@dataclass(frozen=True)
class PageGroup:
    """The rows of one edition; `edition` is None where the ranking has none of that number."""

    number: int | None
    edition: object
    standing: str
    rows: list
    add: str = ""

    @property
    def dated(self):
        return dated(self.edition.published_on, self.edition.precision)


class Page:
    """`form` is the one on the choices; `may_add` says whether links lead to new editions."""

    def __init__(self, ranking, form, *, may_add):
        self.ranking, self.form, self.may_add = ranking, form, may_add
        self.reading = form.reading
        self.rows = [PageRow(row, form) for row in self.reading.rows]

    @property
    def pieces(self):
        spans = [(row.suggestion.start, row.suggestion.end) for row in self.rows]
        return pieces(self.reading.text, spans)

    @cached_property
    def groups(self):
        return [self.group(group) for group in groups_of(self.reading.rows)]

    def group(self, group):
        rows = [self.rows[row.number - 1] for row in group.rows]
        edition = self.reading.names.editions.get(group.number)
        is_to_add = group.standing is Standing.MISSING and self.may_add
        add = self.address_of_new(group.number) if is_to_add else ""
        return PageGroup(group.number, edition, group.standing.name, rows, add)

    def address_of_new(self, number):
        """The form for an edition of this number, after the latest of those before it."""
        earlier = [known for known in self.reading.names.editions if known < number]
        previous = self.reading.names.editions[max(earlier)].pk if earlier else ""
        query = {"ranking": self.ranking.pk, "number": number, "previous": previous}
        return reverse("admin:rankings_edition_add", query=query)

    @property
    def conflicts(self):
        return [
            {"sentence": self.sentence_on(conflict), "numbers": numbers_of(conflict)}
            for conflict in self.form.conflicts
        ]

    def sentence_on(self, conflict):
        first, second = conflict.first, conflict.second
        names = self.reading.names
        return _(
            "%(city)s, %(measure)s in edition %(edition)d: figure %(first)d (“%(first_words)s”) "
            "says %(first_rank)s, figure %(second)d (“%(second_words)s”) says %(second_rank)s."
        ) % {
            "city": names.cities.labels.get(first.city, first.city),
            "measure": names.measures.labels.get(first.measure, first.measure),
            "edition": first.edition,
            "first": first.number,
            "first_words": self.reading.quote(first.number),
            "first_rank": first.rank,
            "second": second.number,
            "second_words": self.reading.quote(second.number),
            "second_rank": second.rank,
        }


def numbers_of(conflict):
    return conflict.first.number, conflict.second.number
