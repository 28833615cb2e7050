"""What cities are ranked by."""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from modeltranslation.utils import get_translation_fields

from ..across import BY_DATE
from ..aggregates import RowsAgg
from ..models import Edition, MeasureLabel, Result

LABELLED = ["edition", *get_translation_fields("label")]


@dataclass(frozen=True)
class FormerLabel:
    """Another label of a measure; `are_first` says that only later editions have the usual."""

    named: MeasureLabel
    editions: list[Edition]
    are_first: bool

    @property
    def last(self):
        return self.editions[-1]

    @property
    def names(self):
        return [edition.short for edition in self.editions]


def measures_with_labels(ranking):
    """The measures of `ranking` with what `former_labels` needs, in one query."""
    labels = MeasureLabel.objects.filter(measure=OuterRef("pk")).order_by().values("measure")
    rows = labels.annotate(rows=RowsAgg(*LABELLED)).values("rows")
    return ranking.measures.annotate(label_rows=Subquery(rows)).order_by("position", "code")


def former_labels(measure, editions):
    """What `editions`, newest first, called a measure where that differs in the active language.

    The measure was loaded by `measures_with_labels`.
    """
    named = (dict(zip(LABELLED, row, strict=True)) for row in measure.label_rows or ())
    labels = {values.pop("edition"): MeasureLabel(**values) for values in named}
    oldest_first = editions[::-1]
    carried = defaultdict(list)
    for edition in oldest_first:
        own = labels.get(edition.pk)
        if own and own.label != measure.label:
            carried[own.label].append(edition)
    return [
        FormerLabel(labels[own[0].pk], own, are_first=own == oldest_first[: len(own)])
        for own in carried.values()
    ]


def measures_with(city, ranking):
    """The measures of `ranking` by which the city with the slug `city` has public figures."""
    known = Result.objects.public().world().filter(city__slug=city).values("measure")
    return ranking.measures.filter(pk__in=known).order_by("position", "code")


def named(measures, code):
    """The measure with the code, else the overall one, or None."""
    by_code = {measure.code: measure for measure in measures}
    overall = (measure for measure in measures if measure.is_overall)
    return by_code.get(code) or next(overall, None)


def comparison_address(ranking, cities, measure=None, across=BY_DATE):
    """Where the cities with these short names are compared; our own and some others if none."""
    query = comparison_query(cities, measure, across)
    path = reverse("rankings:city-comparison", args=[ranking.slug])
    return f"{path}?{query}" if query else path


def comparison_query(cities, measure=None, across=BY_DATE):
    """What asks for the comparison in its address; empty if nothing but the usual is asked for."""
    asked = [("city", city) for city in cities]
    if measure and not measure.is_overall:
        asked.append(("measure", measure.code))
    if across is not BY_DATE:
        asked.append(("x", across.name))
    return urlencode(asked)
