from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ..models import Ranking
from ..pages.overview import load_overview
from ..provenance.citations import row_notes
from ..provenance.corrections import corrections_among
from ..standings import TOP, leading, load_standings
from ..tables import RankTable
from ..timeline import load_timeline
from ..trends import load_trend


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
            "table": RankTable(rows, edition=timeline.latest, prefix_id="table"),
            "notes": row_notes(rows),
            "trend": load_trend(timeline, settings.HOME_CITY),
        }
        if context["trend"]:
            context["corrected"] = corrections_among(timeline, context["trend"].results)
    return render(request, "rankings/ranking_detail.html", context)
