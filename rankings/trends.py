"""One city in the editions of a ranking, by one measure: the figures, their chart and course."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from .across import BY_DATE, Across
from .changes import Change, Kind, change_between
from .charts.labels import text_width
from .charts.trend import Point, trend_chart
from .figures import Selection, load_results
from .models import City, Edition, Measure, Ranking, Region, Result
from .standings import RegionRank, change_since, published_region_rank, region_of
from .words.particles import fit_particles
from .words.wording import dated_in_sentence, decimals_of, label_of, ordinal_of


@dataclass(frozen=True)
class Entry:
    """A city in one edition; `result` is None where nothing is known of it."""

    edition: Edition
    result: Result | None
    change: Change
    region_rank: RegionRank | None

    @property
    def rank(self):
        return self.result and self.result.rank

    @property
    def is_joint(self):
        return self.result.is_joint

    @property
    def band_end(self):
        return self.result and self.result.band_end

    @property
    def label(self):
        return chart_label(self)

    @property
    def description(self):
        """What a pointer at its mark in a chart tells."""
        return _("%(date)s: %(rank)s (%(edition)s)") % {
            "date": month_of(self.edition),
            "rank": ordinal_of(self.result),
            "edition": self.edition.short,
        }

    @property
    def own_label(self):
        """How this edition calls the measure, where that differs; otherwise empty."""
        own = getattr(self.result, "own_label", None)
        return own.label if own and own.label != self.result.measure.label else ""


@dataclass(frozen=True)
class Trend:
    """`measure` is None for the overall rank."""

    ranking: Ranking
    city: City
    region: Region | None
    entries: list[Entry]
    measure: Measure | None = None
    across: Across = BY_DATE

    @cached_property
    def ranked(self):
        return [entry for entry in self.entries if entry.rank is not None]

    def get_absolute_url(self):
        return reverse("rankings:city-detail", args=[self.ranking.slug, self.city.slug])

    @property
    def title(self):
        values = {"city": self.city.name, "ranking": self.ranking.name}
        if self.measure is None:
            return _("%(city)s in the %(ranking)s") % values
        values["measure"] = self.measure.label
        return _("%(city)s in the %(ranking)s: %(measure)s") % values

    @property
    def caption(self):
        """What the chart shows, and of which time; it needs a rank that is known."""
        values = {"city": self.city.name, "ranking": self.ranking.name}
        if self.measure is None:
            title = _("%(city)s’s rank in the %(ranking)s") % values
        else:
            values["measure"] = self.measure.label
            title = _("%(city)s’s rank by “%(measure)s” in the %(ranking)s") % values
        return captioned(title, self.ranked[0].edition, self.ranked[-1].edition)

    @property
    def results(self):
        return [entry.result for entry in self.entries if entry.result]

    @property
    def newest_first(self):
        return self.entries[::-1]

    @property
    def has_region_ranks(self):
        return any(entry.region_rank for entry in self.entries)

    @cached_property
    def decimals(self):
        """How many decimals the ratings need; None when there are no ratings."""
        ratings = [result.rating for result in self.results if result.rating is not None]
        return decimals_of(ratings) if ratings else None

    @cached_property
    def points(self):
        return points(self.ranked, self.across)

    @property
    def has_gaps(self):
        return not all(point.follows for point in self.points[1:])

    @cached_property
    def chart(self):
        """The layout of the chart, or None when no rank is known."""
        if not self.ranked:
            return None
        widths = [text_width(entry.label) for entry in self.ranked]
        return trend_chart(self.points, widths, self.across.axis, is_named=self.is_by_edition)

    @property
    def is_by_edition(self):
        return self.across is not BY_DATE

    @property
    def plot(self):
        """Pairs of an entry and the mark that stands for it in the chart."""
        return zip(self.ranked, self.chart.marks, strict=True)

    @property
    def sentence(self):
        """What the ranks come to, said of the measure."""
        return in_measure(self.measure, self.course) if self.ranked else self.course

    @property
    def whole_sentence(self):
        """The sentence where nothing else names the ranking, as in an article."""
        if not self.ranked:
            return self.sentence
        values = {"ranking": self.ranking.name, "sentence": self.sentence}
        return _("In the %(ranking)s, %(sentence)s") % values

    @cached_property
    def course(self):
        """The sentence on the ranks alone, from the first known one to the last."""
        if not self.ranked:
            return _("No ranks of %(city)s are known.") % {"city": self.city.name}
        first, last = self.ranked[0], self.ranked[-1]
        if first is last:
            sentence = _("%(city)s was %(last)s in %(end)s.")
        else:
            sentence = course(change_between(last.result, first.result))
        return fit_particles(sentence % sentence_values(self.city, first, last))

    @cached_property
    def best_sentence(self):
        """The best known rank, when it is neither the first nor the last; otherwise empty."""
        best = min(self.ranked, key=lambda entry: entry.rank, default=None)
        if best is None or best.rank in (self.ranked[0].rank, self.ranked[-1].rank):
            return ""
        if best.result.band_end:  # which may hold a worse rank than another edition
            return ""
        return _("Its best known rank was %(rank)s in %(date)s.") % {
            "rank": ordinal_of(best.result),
            "date": month_of(best.edition),
        }


def load_trend(timeline, city, measure=None, across=BY_DATE):
    """The trend of the city with the slug `city`, in one query; None if it never appears.

    `measure` is one of the ranking, None for the overall rank.
    """
    selection = trend_selection(timeline, city, measure)
    return trend_of(timeline, load_results([selection]), selection.measure, across)


def trend_selection(timeline, city, measure=None):
    if measure is None or measure.is_overall:
        return Selection(timeline, city=city)
    return Selection(timeline, is_overall=False, city=city, measure=measure)


def trend_of(timeline, results, measure=None, across=BY_DATE):
    """The trend from the `results` of one city by one measure, if there are any."""
    if not results:
        return None
    known = {result.edition_id: result for result in results}
    some, known_since = results[0], entries(timeline, known, is_overall=measure is None)
    return Trend(timeline.ranking, some.city, region_of(some), known_since, measure, across)


def entries(timeline, known, *, is_overall=True):
    """An entry for each edition from the first in which the city is known.

    An edition whose table is complete may still lack the components of a city.
    """
    editions = list(timeline)
    first = next(place for place, edition in enumerate(editions) if edition.pk in known)
    statuses = {edition: result.status for edition, result in known.items()}
    entries = []
    for edition in editions[first:]:
        result = known.get(edition.pk)
        asks_for_past = is_overall and result and result.rank and not result.previous_rank
        earlier = timeline.presences(edition, statuses) if asks_for_past else ()
        entries.append(entry_of(edition, result, earlier))
    return entries


def entry_of(edition, result, earlier):
    if result is None:
        return Entry(edition, None, Change(Kind.NONE), None)
    change = Change(Kind.NONE) if edition.is_first else change_since(result, earlier)
    return Entry(edition, result, change, published_region_rank(result))


def chart_label(figure):
    """The rank as a chart writes it: alone, but never as a bare number."""
    is_plain = not (figure.is_joint or figure.band_end)
    return ordinal_of(figure) if is_plain else label_of(figure)


def points(ranked, across=BY_DATE):
    """A line joins two ranks only when the later edition follows directly on the earlier."""
    joined = (
        later.edition.previous_id == earlier.edition.pk for earlier, later in pairwise(ranked)
    )
    return [
        Point(across.place(entry.edition), entry.rank, follows, entry.band_end)
        for entry, follows in zip(ranked, chain([False], joined), strict=True)
    ]


def course(change):
    if change.places is None:
        return course_of_bands(change.kind)
    if change.kind is Kind.UP:
        return ngettext(
            "%(city)s rose %(places)d place, from %(first)s in %(start)s to %(last)s in %(end)s.",
            "%(city)s rose %(places)d places, from %(first)s in %(start)s to %(last)s in %(end)s.",
            change.places,
        )
    if change.kind is Kind.DOWN:
        return ngettext(
            "%(city)s fell %(places)d place, from %(first)s in %(start)s to %(last)s in %(end)s.",
            "%(city)s fell %(places)d places, from %(first)s in %(start)s to %(last)s in %(end)s.",
            -change.places,
        )
    return _("%(city)s was %(last)s in %(end)s, the same as in %(start)s.")


def course_of_bands(kind):
    return {
        Kind.UP: _("%(city)s rose from %(first)s in %(start)s to %(last)s in %(end)s."),
        Kind.DOWN: _("%(city)s fell from %(first)s in %(start)s to %(last)s in %(end)s."),
        Kind.SAME: _("%(city)s was %(last)s in %(end)s, the same as in %(start)s."),
        Kind.OVERLAP: _("%(city)s was %(first)s in %(start)s and %(last)s in %(end)s."),
    }[kind]


def in_measure(measure, sentence):
    """The sentence on ranks, which begins with a name, said of a measure unless it is None."""
    if measure is None:
        return sentence
    return _("In “%(measure)s”, %(sentence)s") % {"measure": measure.label, "sentence": sentence}


def sentence_values(city, first, last):
    return {
        "city": city.name,
        "places": abs(first.rank - last.rank),
        "first": ordinal_of(first.result),
        "last": ordinal_of(last.result),
        "start": month_of(first.edition),
        "end": month_of(last.edition),
    }


def captioned(title, first, last):
    """The title of a chart with the time from one edition to another."""
    values = {"title": title, "start": month_of(first), "end": month_of(last)}
    if first == last:
        return pgettext("caption of a chart", "%(title)s, %(start)s") % values
    return pgettext("caption of a chart", "%(title)s, %(start)s to %(end)s") % values


def month_of(edition):
    return dated_in_sentence(edition.published_on, edition.precision)
