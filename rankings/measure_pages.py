"""The page of one measure: every city that is known by it, edition by edition."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.core.paginator import Page, Paginator

from .across import Across, across_named
from .aggregates import RowsAgg
from .choice import LONGEST, NAMES
from .city_search import CitySearch
from .comparison_words import standing_sentences
from .figures import load_results
from .measures import comparison_address
from .models import City, Edition, Measure, MeasureLabel, Result
from .plots import MOST_CITIES, Placing, plot_of
from .timeline import Timeline
from .trends import Trend, trend_of, trend_selection

PER_PAGE = 30


@dataclass(frozen=True)
class Asked:
    """What the address of the page asks for; nothing narrows it when empty.

    `cities` are short names, each once.
    """

    q: str
    cities: list[str]
    across: Across
    page: str | None

    @classmethod
    def by(cls, query, known):
        """What `query` asks for; cities that are not among the `known` are passed over."""
        cities = [slug for slug in dict.fromkeys(query.getlist("city")) if slug in known]
        across = across_named(query.get("x"))
        return cls(query.get("q", "").strip()[:LONGEST], cities, across, query.get("page"))

    @property
    def is_narrowed(self):
        return bool(self.q or self.cities)


@dataclass(frozen=True)
class Row:
    """A city with its result in each of the editions of the page, newest first, or None."""

    trend: Trend
    is_chosen: bool
    editions: list[Edition]

    @property
    def city(self):
        return self.trend.city

    @property
    def is_home(self):
        return self.city.slug == settings.HOME_CITY

    @cached_property
    def cells(self):
        entries = {entry.edition: entry for entry in self.trend.entries}
        return [entries.get(edition) for edition in self.editions]

    @property
    def latest(self):
        return self.cells[0]


@dataclass(frozen=True)
class FormerLabel:
    """Another label of the measure; `are_first` says that only later editions have the usual."""

    named: MeasureLabel
    editions: list[Edition]
    are_first: bool

    @property
    def last(self):
        return self.editions[-1]


@dataclass(frozen=True)
class MeasurePage:
    """`ranks` are the Placings of every city by its short name, oldest first.

    `trends` are those of the cities on this `page` of the table and of those in the chart.
    """

    timeline: Timeline
    measure: Measure
    asked: Asked
    ranks: dict[str, list[Placing]]
    page: Page
    chief: list[str]
    trends: dict[str, Trend]

    @property
    def is_overall(self):
        return self.measure.kind == Measure.Kind.OVERALL

    @cached_property
    def editions(self):
        """The editions with a rank by this measure, newest first."""
        known = {placing.edition for placings in self.ranks.values() for placing in placings}
        return [edition for edition in self.timeline.newest_first if edition in known]

    @cached_property
    def rows(self):
        return [
            Row(self.trends[slug], slug in self.asked.cities, self.editions) for slug in self.page
        ]

    @property
    def count(self):
        """How many cities have a rank in the latest edition of the page."""
        return sum(
            placings[-1].edition == self.editions[0] for placings in self.ranks.values() if placings
        )

    @property
    def is_partial(self):
        """Whether the latest edition says that it has more cities, or not how many."""
        included = self.editions[0].cities_included
        return included is None or self.count < included

    @cached_property
    def plot(self):
        """None when no rank is known."""
        chief = [(self.trends[slug].city, self.ranks[slug]) for slug in self.chief]
        others = [own for slug, own in self.ranks.items() if own and slug not in self.chief]
        return plot_of(chief, others, self.asked.across)

    @property
    def sentences(self):
        """Where the cities in the chart stand, and how our own came there."""
        shown = [self.trends[slug] for slug in self.chief]
        home = [trend for trend in shown if trend.city.slug == settings.HOME_CITY]
        return [
            *standing_sentences(shown),
            *(trend.course for trend in home if len(trend.ranked) > 1),
        ]

    @property
    def former_labels(self):
        """What editions called the measure where that differs, in the active language."""
        labels = {
            entry.edition: entry.result.own_label
            for trend in self.trends.values()
            for entry in trend.entries
            if entry.own_label
        }
        carried = defaultdict(list)
        for edition in self.editions[::-1]:
            if edition in labels:
                carried[labels[edition].label].append(edition)
        return [
            FormerLabel(labels[editions[0]], editions, editions == self.oldest(len(editions)))
            for editions in carried.values()
        ]

    def oldest(self, count):
        return self.editions[::-1][:count]

    @property
    def numbers(self):
        """The numbers of the pages of the table, with gaps where there are many."""
        return self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=2, on_ends=1
        )

    @property
    def has_more_chosen(self):
        """Whether more cities are asked for than the chart can make stand out."""
        return len(self.asked.cities) > MOST_CITIES

    @property
    def comparison(self):
        """The address of the comparison of the chosen cities, if one can show them."""
        if 1 < len(self.asked.cities) <= MOST_CITIES:
            return comparison_address(self.timeline.ranking, self.asked.cities, self.measure)
        return None

    @property
    def results(self):
        return [result for row in self.rows for result in reversed(row.trend.results)]


def load_measure_page(timeline, measure, query):
    """The page of `measure` that the `query` of an address asks for, in at most three queries."""
    ranks = load_ranks(timeline, measure)
    order = sorted(ranks, key=lambda slug: prominence(slug, ranks[slug]))
    asked = Asked.by(query, known=order)
    page = Paginator(narrowed(order, asked), PER_PAGE).get_page(asked.page)
    chief = in_chart(order, ranks, asked)
    trends = load_trends(timeline, measure, {*page, *chief}, asked.across)
    return MeasurePage(timeline, measure, asked, ranks, page, chief, trends)


def load_trends(timeline, measure, slugs, across):
    """The trends of cities by their short names, in one query."""
    selections = [trend_selection(timeline, slug, measure) for slug in slugs]
    by_city = defaultdict(list)
    for result in load_results(selections):
        by_city[result.city.slug].append(result)
    said = None if measure.kind == Measure.Kind.OVERALL else measure
    return {slug: trend_of(timeline, own, said, across) for slug, own in by_city.items()}


def load_ranks(timeline, measure):
    """The Placings of every city by its short name; none where no rank was published."""
    editions = {edition.pk: edition for edition in timeline}
    listed = Result.objects.world().listed().filter(measure=measure, edition__in=editions)
    rows = listed.order_by("edition__number").values_list(
        "city__slug", "edition", "rank", "is_joint", "band_end"
    )
    ranks = defaultdict(list)
    for slug, edition, rank, *figure in rows:
        ranks[slug] += [Placing(editions[edition], rank, *figure)] if rank else []
    return ranks


def prominence(slug, placings):
    """Sorts by the rank in the newest edition, then by the last known one."""
    if not placings:
        return 1, 0, 0, slug
    last = placings[-1]
    return 0, -last.edition.number, last.rank, slug


def narrowed(order, asked):
    """The cities that are asked for; one query when a name is searched for."""
    if asked.cities:
        order = [slug for slug in order if slug in asked.cities]
    if not asked.q:
        return order
    search = CitySearch(asked.q)
    cities = City.objects.filter(slug__in=order).values("slug", *NAMES).order_by()
    aliases = cities.annotate(aliases_of=RowsAgg("aliases__name"))
    found = {
        slug
        for slug, *names, other in aliases.values_list("slug", *NAMES, "aliases_of")
        if search.finds([*names, *(name for [name] in other)])
    }
    return [slug for slug in order if slug in found]


def in_chart(order, ranks, asked):
    """The cities whose lines stand out: those asked for, else our own and the first ones."""
    ranked = [slug for slug in order if ranks[slug]]
    chosen = [slug for slug in ranked if slug in asked.cities]
    home = [slug for slug in ranked if slug == settings.HOME_CITY]
    return (chosen or list(dict.fromkeys([*home, *ranked])))[:MOST_CITIES]
