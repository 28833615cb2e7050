from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..citations import Citations, marked_notes
from ..components import load_latest_areas
from ..models import Ranking
from ..timeline import load_timeline
from ..trends import load_trend


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
