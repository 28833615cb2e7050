from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..citations import Citations, row_notes
from ..standings import load_standings, regions_of
from ..tables import RankTable, sort_and_page
from ..timeline import load_timeline


def filtered_table(rows, edition, query):
    """The table that a query string asks for; an unknown region asks for all of them."""
    regions = regions_of(rows)
    region = next((region for region in regions if region.slug == query.get("region")), None)
    shown = [row for row in rows if region in (None, row.region)]
    citations = Citations([row.result for row in shown], first=edition.sources.all())
    return {
        "regions": regions,
        "region": region,
        "table": sort_and_page(
            RankTable(shown, edition=edition, prefix_id="table", citations=citations), query
        ),
        "citations": citations,
        "notes": row_notes(shown),
    }


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
