"""What a comparison of cities is called, and what it shows in sentences.

A rise is called the largest only among cities whose exact ranks are known at both its ends.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import Edition
from ..trends import Trend, month_of
from .particles import fit_particles
from .wording import ordinal_of


def comparison_title(ranking, cities, measure):
    values = {
        "cities": ", ".join(city.name for city in cities),
        "ranking": ranking.name,
        "measure": measure.label,
    }
    if measure.is_overall:
        return _("%(cities)s in the %(ranking)s") % values
    return _("%(cities)s in the %(ranking)s: %(measure)s") % values


def comparison_sentences(cities, trends):
    """Where the cities stand now, and which of them came furthest.

    `trends` are those of `cities` with figures, all by one measure.
    """
    ranked = [trend for trend in trends if trend.ranked]
    if not ranked:
        return [_("No ranks of these cities are known.")]
    if len(ranked) == 1:
        return [ranked[0].sentence]
    return [*standing_sentences(ranked), *filter(None, [course_sentence(cities, ranked)])]


def standing_sentences(trends):
    """The ranks in the latest edition that has any, the best first."""
    edition = latest_edition(trends)
    last = [(trend, trend.ranked[-1]) for trend in trends]
    now = sorted((pair for pair in last if pair[1].edition == edition), key=lambda p: p[1].rank)
    ranks = ", ".join(f"{trend.city.name} {ordinal_of(entry.result)}" for trend, entry in now)
    yield standing(trends[0].measure) % {
        "month": month_of(edition),
        "measure": trends[0].measure and trends[0].measure.label,
        "ranks": ranks,
    }
    others = [trend.city.name for trend, entry in last if entry.edition != edition]
    if others:
        yield _("Ranks not known at that time: %(cities)s.") % {"cities": ", ".join(others)}


def standing(measure):
    if measure is None:
        return _("Ranks in %(month)s: %(ranks)s.")
    return _("Ranks in “%(measure)s” in %(month)s: %(ranks)s.")


def latest_edition(trends):
    return max((trend.ranked[-1].edition for trend in trends), key=lambda edition: edition.number)


@dataclass(frozen=True)
class Window:
    """Two editions in which the exact ranks of all `trends` are known; `gains` are in places."""

    start: Edition
    trends: list[Trend]
    gains: list[int]
    is_of_all: bool

    @property
    def best(self):
        return max(self.gains)

    @property
    def winners(self):
        pairs = zip(self.trends, self.gains, strict=True)
        return [trend.city.name for trend, gain in pairs if gain == self.best]

    @property
    def scope(self):
        if self.is_of_all:
            return _("the cities compared")
        count = len(self.trends)
        return ngettext(
            "the %(count)d city ranked at both times",
            "the %(count)d cities ranked at both times",
            count,
        ) % {"count": count}


def widest_window(cities, trends):
    """From the first edition with all those ranked in the latest one; None for fewer than two."""
    latest = latest_edition(trends)
    ranks = [exact_ranks(trend) for trend in trends]
    present = [
        (trend, known) for trend, known in zip(trends, ranks, strict=True) if latest in known
    ]
    shared = set.intersection(*(set(known) for _trend, known in present)) if present else set()
    start = min(shared, key=lambda edition: edition.number, default=latest)
    if len(present) < 2 or start == latest:
        return None
    return Window(
        start,
        [trend for trend, _known in present],
        [known[start] - known[latest] for _trend, known in present],
        len(present) == len(cities),
    )


def exact_ranks(trend):
    return {entry.edition: entry.rank for entry in trend.ranked if not entry.band_end}


def course_sentence(cities, trends):
    """Which city rose most; where their ranks cannot be compared, the course of our own."""
    window = widest_window(cities, trends)
    if window is None:
        home = (trend for trend in trends if trend.city.slug == settings.HOME_CITY)
        return next((trend.course for trend in home if len(trend.ranked) > 1), None)
    values = {
        "cities": ", ".join(window.winners),
        "places": abs(window.best),
        "start": month_of(window.start),
        "scope": window.scope,
    }
    return fit_particles(verdict(window) % values)


def verdict(window):
    if len(window.winners) == len(window.trends):
        return shared_course(window.best)
    if window.best < 0:
        return _("All of %(scope)s have fallen since %(start)s.")
    if window.best == 0:
        return _("None of %(scope)s has risen since %(start)s.")
    if len(window.winners) > 1:
        return ngettext(
            "The largest rise among %(scope)s since %(start)s was %(places)d place: %(cities)s.",
            "The largest rise among %(scope)s since %(start)s was %(places)d places: %(cities)s.",
            window.best,
        )
    return ngettext(
        "%(cities)s rose %(places)d place since %(start)s, the most among %(scope)s.",
        "%(cities)s rose %(places)d places since %(start)s, the most among %(scope)s.",
        window.best,
    )


def shared_course(places):
    """All moved alike."""
    if places > 0:
        return ngettext(
            "All of %(scope)s rose %(places)d place since %(start)s.",
            "All of %(scope)s rose %(places)d places since %(start)s.",
            places,
        )
    if places < 0:
        return ngettext(
            "All of %(scope)s fell %(places)d place since %(start)s.",
            "All of %(scope)s fell %(places)d places since %(start)s.",
            -places,
        )
    return _("The ranks of %(scope)s are the same as in %(start)s.")
