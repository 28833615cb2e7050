"""Live tables and charts for the bodies of articles, such as [[ranking:sci/12]].

`check` tells an editor what is wrong with one; `render` shows all those of a body, which are loaded
together. Headings are left to the article.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ..components import areas_of, areas_selection
from ..figures import load_results
from ..models import Edition
from ..provenance.citations import marked_notes, row_notes
from ..provenance.corrections import corrections_of
from ..standings import leading, load_statuses, newcomers, standings, table_selection
from ..tables import RankTable
from ..timeline import Timeline, load_timelines
from ..trends import trend_of, trend_selection
from .checks import check_areas, check_table, check_trend

RANKING = r"(?P<ranking>[-a-zA-Z0-9_]+)"
CITY = r"(?P<city>[-a-zA-Z0-9_]+)"
NUMBER = r"(?P<number>[0-9]{1,5})"


@dataclass(frozen=True)
class Shown:
    """`corrected_at` is when the data of an embed was last corrected, or None.

    `title` and `address` are those of the page with all the figures, `picture` is the path of the
    chart as a picture, or empty.
    """

    html: SafeString
    corrected_at: datetime | None
    title: str
    address: str
    picture: str = ""


@dataclass(frozen=True)
class Embed:
    """`edition` and `city`, a slug, are None where an argument of the kind has none.

    The timeline ends with the edition, so that no later one changes what is shown; `is_current`
    is whether there is none.
    `shown` takes loaded results, others among them, and the statuses of newcomers. It returns None
    when there is nothing to show.
    """

    timeline: Timeline
    edition: Edition | None
    city: str | None
    prefix: str
    is_current: bool

    def own(self, results):
        return self.selection.among(results)

    def newcomers(self, results):
        """The ids of cities whose statuses in other editions are needed as well."""
        return []

    def drawn(self, template, context, corrections, **source):
        context |= {"prefix": self.prefix, "corrected": corrections}
        latest = corrections[0].corrected_at if corrections else None
        return Shown(render_to_string(template, context), latest, **source)


def source_of(page, title=""):
    """What `Shown` tells of a page: of an object that has one."""
    return {"title": title or page.title, "address": page.get_absolute_url()}


class TableEmbed(Embed):
    """The table of one edition: the whole of a short one, else its top and our own city."""

    @property
    def selection(self):
        return table_selection(self.edition)

    def newcomers(self, results):
        return newcomers(self.timeline, self.edition, self.own(results))

    def shown(self, results, statuses):
        rows = standings(self.timeline, self.edition, self.own(results), statuses)
        first = leading(rows)
        left_out = {row.city for row in rows} - {row.city for row in first}
        made = [c for c in corrections_of(self.selection) if c.city not in left_out]
        context = {
            "edition": self.edition,
            "table": RankTable(first, edition=self.edition, prefix_id=self.prefix),
            "notes": row_notes(first),
        }
        source = source_of(self.edition, f"{self.edition.ranking.name}, {self.edition}")
        return self.drawn("rankings/_table_embed.html", context, made, **source)


class TrendEmbed(Embed):
    """The trend of a city as far as its edition, else as far as the latest."""

    @property
    def selection(self):
        return trend_selection(self.timeline, self.city)

    def shown(self, results, statuses):
        trend = trend_of(self.timeline, self.own(results))
        if trend is None:
            return None
        context = {"trend": trend, "notes": marked_notes(trend.results)}
        made = corrections_of(self.selection)
        source = source_of(trend) | {"picture": self.picture_of(trend)}
        return self.drawn("rankings/_trend_embed.html", context, made, **source)

    def picture_of(self, trend):
        # There is one picture of a chart, which runs as far as the latest edition.
        if not (trend.chart and self.is_current):
            return ""
        address = [trend.ranking.slug, trend.city.slug, "chart.png"]
        return reverse("rankings:city-chart", args=address)


class AreasEmbed(Embed):
    @property
    def selection(self):
        return areas_selection(self.timeline, self.edition, self.city)

    def shown(self, results, statuses):
        areas = areas_of(self.timeline, self.edition, self.own(results))
        if areas is None:
            return None
        context = {"areas": areas, "notes": marked_notes(areas.results)}
        made = corrections_of(self.selection)
        return self.drawn("rankings/_areas_embed.html", context, made, **source_of(areas))


@dataclass(frozen=True)
class Kind:
    """`pattern` names the parts of an argument, which `check` takes; `usage` says them in words.

    A part that may be left out is None then.
    """

    pattern: re.Pattern
    usage: Promise
    check: Callable[..., str | None]
    embed: type[Embed]

    def parts(self, argument):
        """The parts by name; None when the argument is not written as it should be."""
        match = self.pattern.fullmatch(argument)
        return match and match.groupdict()


KINDS = {
    "ranking": Kind(
        re.compile(rf"{RANKING}/{NUMBER}"),
        _("A rank table is written as ranking and edition, such as “sci/12”."),
        check_table,
        TableEmbed,
    ),
    "trend": Kind(
        re.compile(rf"{RANKING}/{CITY}(?:/{NUMBER})?"),
        _(
            "A trend is written as ranking and city, such as “sci/%(city)s”. To end it with an"
            " edition, add that: “sci/%(city)s/12”."
        ),
        check_trend,
        TrendEmbed,
    ),
    "areas": Kind(
        re.compile(rf"{RANKING}/{CITY}/{NUMBER}"),
        _("Areas are written as ranking, city and edition, such as “sci/%(city)s/12”."),
        check_areas,
        AreasEmbed,
    ),
}


def check(kind, argument):
    """What is wrong with the argument, in a sentence for the editor, or None."""
    parts = KINDS[kind].parts(argument)
    if parts is None:
        return KINDS[kind].usage % {"city": settings.HOME_CITY}
    return KINDS[kind].check(**parts)


def render(embeds):
    """What each (kind, argument) shows in the active language, None if there is nothing.

    All ids in the HTML differ. Two queries, and a third when tables have newcomers.
    """
    shown = bound(embeds)
    known = [embed for embed in shown if embed]
    results = load_results([embed.selection for embed in known])
    statuses = load_statuses(
        {edition for embed in known for edition in embed.timeline},
        {city for embed in known for city in embed.newcomers(results)},
    )
    return [embed and embed.shown(results, statuses) for embed in shown]


def bound(embeds):
    """An Embed for each (kind, argument), None where the ranking or edition is not to be had."""
    parsed = [KINDS[kind].parts(argument) for kind, argument in embeds]
    timelines = load_timelines({parts["ranking"] for parts in parsed if parts})
    return [
        parts and bound_one(kind, timelines[parts["ranking"]], parts, place)
        for place, ((kind, _argument), parts) in enumerate(zip(embeds, parsed, strict=True), 1)
    ]


def bound_one(kind, timeline, parts, place):
    prefix = "-".join([kind, *filter(None, parts.values()), str(place)])
    embed, city, number = KINDS[kind].embed, parts.get("city"), parts["number"]
    if number is None:
        return embed(timeline, None, city, prefix, is_current=True)
    edition = timeline.numbered(int(number))
    if edition is None:
        return None
    is_current = edition == timeline.latest
    return embed(timeline.until(edition), edition, city, prefix, is_current)
