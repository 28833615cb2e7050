"""The charts of pages as pictures to take along."""

from hashlib import sha256

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..across import across_named
from ..downloads import found, publisher
from ..downloads.file_names import disposition
from ..downloads.metadata import absolute
from ..downloads.offers import PICTURES
from ..downloads.pictures import Picture, png
from ..measures import measures_with, named
from ..trends import load_trend

# A picture that is opened by itself may style itself and nothing else.
CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_safe
def city_chart(request, slug, city, file):
    timeline, dataset = found.city_data(slug, city)
    measure = named(measures_with(city, timeline.ranking), request.GET.get("measure"))
    trend = load_trend(timeline, city, measure, across_named(request.GET.get("x")))
    if trend is None or trend.chart is None:
        raise Http404
    context = {"trend": trend, "chart_template": "rankings/_trend_chart.html"}
    picture = picture_of(dataset, trend.title, trend.sentence, trend.chart.height)
    return drawn(request, dataset, context | {"picture": picture}, file)


def picture_of(dataset, title, text, chart_height):
    return Picture(title, text, foot_of(dataset), chart_height)


def foot_of(dataset):
    source = _("Source: %(publisher)s. Compiled by %(organisation)s, version %(version)s.") % {
        "publisher": dataset.ranking.publisher,
        "organisation": publisher.current().organisation,
        "version": dataset.version,
    }
    return [source, absolute(dataset.page)]


def drawn(request, dataset, context, file):
    svg = render_to_string("rankings/chart.svg", context)
    etag = quote_etag(sha256(svg.encode() + file.encode()).hexdigest()[:32])
    response = get_conditional_response(request, etag=etag)
    if response is None:
        content = png(svg) if file == "chart.png" else svg
        response = HttpResponse(content, content_type=PICTURES[file][1])
        response["Content-Disposition"] = disposition(dataset, file[-3:], "inline")
    response["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    response["ETag"] = etag
    return response
