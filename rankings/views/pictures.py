"""The charts of pages as pictures to take along."""

from hashlib import sha256

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..downloads import drawings, found, publisher
from ..downloads.file_names import disposition
from ..downloads.metadata import absolute
from ..downloads.offers import PICTURES
from ..downloads.pictures import CHART_WIDTH, SMALL, Picture, address_lines, png

# A picture that is opened by itself may style itself and nothing else.
CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_safe
def city_chart(request, slug, city, file):
    timeline, dataset = found.city_data(slug, city)
    return drawn(request, dataset, drawings.city_drawing(timeline, city, request.GET), file)


@require_safe
def measure_chart(request, slug, code, file):
    timeline, dataset = found.measure_data(slug, code)
    return drawn(request, dataset, drawings.measure_drawing(timeline, dataset, request.GET), file)


@require_safe
def comparison_chart(request, slug, file):
    _timeline, dataset, comparison = found.comparison_data(slug, request.GET)
    return drawn(request, dataset, drawings.comparison_drawing(comparison), file)


def drawn(request, dataset, drawing, file):
    svg = svg_of(dataset, drawing)
    etag = quote_etag(sha256(svg.encode() + file.encode()).hexdigest()[:32])
    response = get_conditional_response(request, etag=etag)
    if response is None:
        content = png(svg) if file == "chart.png" else svg
        response = HttpResponse(content, content_type=PICTURES[file][1])
        response["Content-Disposition"] = disposition(dataset, file[-3:], "inline")
    response["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    response["ETag"] = etag
    return response


def svg_of(dataset, drawing):
    context, height = drawing.fixed(CHART_WIDTH)
    picture = Picture(drawing.title, drawing.text, foot_of(dataset, drawing.query), height)
    context |= {"picture": picture, "chart_template": drawing.fixed_template}
    return render_to_string("rankings/chart.svg", context)


def foot_of(dataset, query):
    """Where the picture is from, and the address that leads to it in as many lines as it takes."""
    source = _("Source: %(publisher)s. Compiled by %(organisation)s, version %(version)s.") % {
        "publisher": dataset.ranking.publisher,
        "organisation": publisher.current().organisation,
        "version": dataset.version,
    }
    return [source, *address_lines(absolute(dataset.path_of("", query)), SMALL)]
