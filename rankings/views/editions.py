from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..changes import Kind
from ..choice import MOVES, Choice, chosen
from ..citations import Citations, row_notes
from ..figures import load_results
from ..movers import load_past, summary
from ..standings import regions_of, standings, table_selection
from ..tables import SORT_KEYS, RankTable
from ..timeline import load_timeline
from ..wording import shown_of


def chosen_table(rows, edition, query):
    """The table that a query string asks for, and what else can be asked."""
    regions = regions_of(rows)
    known = {"regions": [region.slug for region in regions], "shows": MOVES, "sorts": SORT_KEYS}
    choice = Choice.of(query, **known, usual_sort="rank")
    shown = chosen(rows, choice)
    moved = any(row.change.kind not in (Kind.NONE, Kind.UNKNOWN) for row in rows)
    citations = Citations([row.result for row in rows], first=edition.sources.all())
    return {
        "choice": choice,
        "regions": regions,
        "moves": [(value, label) for value, (label, _kinds) in MOVES.items()] if moved else [],
        "table": RankTable(
            shown,
            whole=rows,
            edition=edition,
            citations=citations,
            choice=choice,
            prefix_id="table",
        ),
        "shown": shown_of(len(shown), len(rows)),
        "home": next((row for row in rows if row.is_home), None),
        "is_home_shown": any(row.is_home for row in shown),
        "citations": citations,
        "notes": row_notes(rows),
    }


@require_safe
def edition_detail(request, slug, number):
    timeline = load_timeline(slug)
    edition = timeline.numbered(number)
    if edition is None:
        raise Http404
    results = load_results([table_selection(edition)])
    past = load_past(timeline, edition, results)
    rows = standings(timeline, edition, results, past.statuses)
    before, after = timeline.neighbours(edition)
    context = {
        "edition": edition,
        "before": before,
        "after": after,
        "previous": timeline.previous(edition),
        "summary": summary(rows),
        "gone": past.gone,
        "corrections": edition.corrections.select_related("city", "measure"),
        **chosen_table(rows, edition, request.GET),
    }
    return render(request, "rankings/edition_detail.html", context)
