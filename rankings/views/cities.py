from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..across import across_named
from ..models import Ranking
from ..pages.cities import load_city_page, load_courses
from ..pages.measures import measures_with, named
from ..timeline import load_timeline


@require_safe
def city_detail(request, slug, city):
    timeline = load_timeline(slug, components_of=city)
    if not timeline:
        raise Http404
    measures = measures_with(city, timeline.ranking)
    measure = named(measures, request.GET.get("measure"))
    page = load_city_page(timeline, city, measure, across_named(request.GET.get("x")))
    if page is None:
        raise Http404
    context = {
        "timeline": timeline,
        "page": page,
        "trend": page.trend,
        "measures": measures,
        "measure": measure,
        "others": Ranking.objects.ranking_city(city).exclude(pk=timeline.ranking.pk),
    }
    return render(request, "rankings/city_detail.html", context)


@require_safe
def city_rankings(request, city):
    courses = load_courses(city)
    if not courses:
        raise Http404
    context = {"city": courses[0].trend.city, "courses": courses}
    return render(request, "rankings/city_rankings.html", context)
