"""What cities are ranked by, and one of these measures over time."""

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
