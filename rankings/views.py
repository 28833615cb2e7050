from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .citations import Citations, marked_notes, row_notes
from .components import load_latest_areas
from .models import Ranking
from .overview import load_overview
from .standings import TOP, leading, load_standings, regions_of
from .tables import RankTable, sort_and_page
from .timeline import load_timeline
from .trends import load_trend


def edition_table(rows, edition, **options):
    return RankTable(rows, edition=edition, prefix_id="table", **options)


def filtered_table(rows, edition, query):
    """The table that a query string asks for; an unknown region asks for all of them."""
    regions = regions_of(rows)
    region = next((region for region in regions if region.slug == query.get("region")), None)
    shown = [row for row in rows if region in (None, row.region)]
    citations = Citations([row.result for row in shown], first=edition.sources.all())
    return {
        "regions": regions,
        "region": region,
        "table": sort_and_page(edition_table(shown, edition, citations=citations), query),
        "citations": citations,
        "notes": row_notes(shown),
    }


@require_safe
def ranking_list(request):
    return render(request, "rankings/ranking_list.html", {"standings": load_overview()})


@require_safe
def ranking_detail(request, slug):
    ranking = get_object_or_404(Ranking, slug=slug)
    timeline = load_timeline(slug)
    context = {"ranking": ranking, "timeline": timeline}
    if timeline:
        rows = leading(load_standings(timeline, timeline.latest), whole=TOP)
        context |= {
            "table": edition_table(rows, timeline.latest, orderable=False),
            "notes": row_notes(rows),
            "trend": load_trend(timeline, settings.HOME_CITY),
        }
    return render(request, "rankings/ranking_detail.html", context)


@require_safe
def edition_detail(request, slug, number):
    timeline = load_timeline(slug)
    edition = timeline.numbered(number)
    if edition is None:
        raise Http404
    before, after = timeline.neighbours(edition)
    context = {
        "edition": edition,
        "before": before,
        "after": after,
        "corrections": edition.corrections.select_related("city", "measure"),
        **filtered_table(load_standings(timeline, edition), edition, request.GET),
    }
    return render(request, "rankings/edition_detail.html", context)


@require_safe
def city_detail(request, slug, city):
    timeline = load_timeline(slug, components_of=city)
    trend = load_trend(timeline, city) if timeline else None
    if trend is None:
        raise Http404
    areas = load_latest_areas(timeline, city)
    results = [*reversed(trend.results), *(areas.results if areas else [])]
    context = {
        "trend": trend,
        "areas": areas,
        "citations": Citations(results),
        "notes": marked_notes(results),
        "others": Ranking.objects.ranking_city(city).exclude(pk=timeline.ranking.pk),
    }
    return render(request, "rankings/city_detail.html", context)
