"""What a reader asks of a table of cities, as the address of the page says it."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from ..changes import Kind
from ..names.of_city import names_of
from ..names.search import CitySearch

LONGEST = 100  # characters of a name that is searched for

MOVES = {
    "up": (_("Rose"), {Kind.UP}),
    "down": (_("Fell"), {Kind.DOWN}),
    "same": (_("Did not change"), {Kind.SAME}),
    "new": (_("New and returning"), {Kind.NEW, Kind.RE_ENTRY, Kind.ENTERED}),
}


@dataclass(frozen=True)
class Choice:
    """What is empty was not asked for; `usual_sort` is the order that needs no asking."""

    usual_sort: str
    q: str = ""
    region: str = ""
    show: str = ""
    sort: str = ""

    @classmethod
    def of(cls, query, *, regions=(), shows=(), sorts=(), usual_sort):
        """What `query` asks for; whatever makes no sense is passed over."""
        sort, region, show = (query.get(name, "") for name in ("sort", "region", "show"))
        return cls(
            usual_sort,
            q=query.get("q", "").strip()[:LONGEST],
            region=region if region in regions else "",
            show=show if show in shows else "",
            sort=sort if sort.removeprefix("-") in sorts else "",
        )

    @property
    def is_narrowed(self):
        return bool(self.q or self.region or self.show)

    @property
    def whole(self):
        """The address of all rows in the same order."""
        return self.address(q="", region="", show="")

    def address(self, **changes):
        """The address of the page with these `changes`, relative to the page."""
        asked = urlencode(replace(self, **changes).parameters)
        return f"?{asked}" if asked else "./"

    @property
    def parameters(self):
        """The parameters of the address, always in the same order."""
        sort = "" if self.sort == self.usual_sort else self.sort
        values = {"q": self.q, "region": self.region, "show": self.show, "sort": sort}
        return {name: value for name, value in values.items() if value}


def chosen(rows, choice, moves):
    """The rows that the reader asked for, who may choose among `moves`.

    Their results were loaded `with_aliases` when a city is searched for.
    """
    if choice.region:
        rows = [row for row in rows if row.region and row.region.slug == choice.region]
    if choice.show:
        _label, kinds = moves[choice.show]
        rows = [row for row in rows if row.change.kind in kinds]
    return found(rows, choice.q) if choice.q else rows


def found(rows, text):
    """The rows of cities with `text` in a name, an alias or the name of their country."""
    search = CitySearch(text)
    return [row for row in rows if search.finds(names_of(row.city, row.result.aliases))]
