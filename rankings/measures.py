"""What cities are ranked by."""

from urllib.parse import urlencode

from django.urls import reverse

from .across import BY_DATE
from .models import Measure, Result


def measures_with(city, ranking):
    """The measures of `ranking` by which the city with the slug `city` has public figures."""
    known = Result.objects.public().world().filter(city__slug=city).values("measure")
    return ranking.measures.filter(pk__in=known).order_by("position", "code")


def named(measures, code):
    """The measure with the code, else the overall one, or None."""
    by_code = {measure.code: measure for measure in measures}
    overall = (measure for measure in measures if measure.kind == Measure.Kind.OVERALL)
    return by_code.get(code) or next(overall, None)


def comparison_address(ranking, cities, measure=None, across=BY_DATE):
    """Where the cities with these short names are compared; our own and its neighbours if none."""
    asked = [("city", city) for city in cities]
    if measure and measure.kind != Measure.Kind.OVERALL:
        asked.append(("measure", measure.code))
    if across is not BY_DATE:
        asked.append(("x", across.name))
    path = reverse("rankings:city-comparison", args=[ranking.slug])
    return f"{path}?{urlencode(asked)}" if asked else path
