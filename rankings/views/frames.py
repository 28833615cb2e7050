"""Small pages that other sites show in a frame: a chart or a table, its source and the way here."""

from csp.decorators import csp_replace
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from ..across import across_named
from ..citations import row_notes
from ..downloads import found
from ..measures import measures_with, named
from ..standings import TOP, leading, load_standings
from ..trends import load_trend


def framed(view):
    """Any site may show it, which no other page allows."""
    return xframe_options_exempt(csp_replace({"frame-ancestors": ["*"]})(require_safe(view)))


@framed
def edition_frame(request, slug, number):
    timeline, dataset = found.edition_data(slug, number)
    rows = load_standings(timeline, timeline.numbered(number))
    shown = leading(rows, whole=TOP)
    notes = row_notes(shown)
    context = {"dataset": dataset, "rows": shown, "total": len(rows), "notes": notes}
    return render(request, "rankings/frame_edition.html", context)


@framed
def city_frame(request, slug, city):
    timeline, dataset = found.city_data(slug, city)
    measure = named(measures_with(city, timeline.ranking), request.GET.get("measure"))
    trend = load_trend(timeline, city, measure, across_named(request.GET.get("x")))
    if trend is None or trend.chart is None:
        raise Http404
    return render(request, "rankings/frame_city.html", {"dataset": dataset, "trend": trend})
