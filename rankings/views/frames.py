"""Small pages that other sites show in a frame: a chart or a table, its source and the way here."""

from csp.decorators import csp_replace
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from ..downloads import drawings, found
from ..provenance.citations import row_notes
from ..standings import TOP, leading, load_standings


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
    context["address"] = dataset.address
    return render(request, "rankings/frame_edition.html", context)


@framed
def city_frame(request, slug, city):
    timeline, dataset = found.city_data(slug, city)
    return chart_frame(request, dataset, drawings.city_drawing(timeline, city, request.GET))


@framed
def measure_frame(request, slug, code):
    timeline, dataset = found.measure_data(slug, code)
    return chart_frame(request, dataset, drawings.measure_drawing(timeline, dataset, request.GET))


@framed
def comparison_frame(request, slug):
    _timeline, dataset, comparison = found.comparison_data(slug, request.GET)
    return chart_frame(request, dataset, drawings.comparison_drawing(comparison))


def chart_frame(request, dataset, drawing):
    address = dataset.path_of("", drawing.query)
    context = {"dataset": dataset, "drawing": drawing, "address": address}
    return render(request, "rankings/frame_chart.html", context)
