from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ..changes import Kind
from ..figures import load_results
from ..pages.choice import MOVES, Choice, chosen
from ..pages.edition_comparison import COMPARED_MOVES, asked_for, load_edition_comparison
from ..pages.movers import load_past, summary
from ..provenance.citations import Citations, marked_notes, row_notes
from ..standings import regions_of, standings, table_selection
from ..tables import COMPARISON_SORT_KEYS, SORT_KEYS, ComparisonTable, RankTable
from ..timeline import load_timeline
from ..words.wording import shown_of


def choice_of(query, rows, *, moves, sorts, usual_sort):
    """What `query` asks of a table of `rows`, the rows it asks for, and what else can be asked."""
    regions = regions_of(rows)
    slugs = [region.slug for region in regions]
    choice = Choice.of(query, regions=slugs, shows=moves, sorts=sorts, usual_sort=usual_sort)
    shown = chosen(rows, choice, moves)
    moved = any(row.change.kind not in (Kind.NONE, Kind.UNKNOWN) for row in rows)
    return shown, {
        "choice": choice,
        "regions": regions,
        "moves": [(value, label) for value, (label, _kinds) in moves.items()] if moved else [],
        "shown": shown_of(len(shown), len(rows)),
        "home": next((row for row in rows if row.is_home), None),
        "is_home_shown": any(row.is_home for row in shown),
    }


@require_safe
def edition_detail(request, slug, number):
    timeline = load_timeline(slug)
    edition = edition_or_404(timeline, number)
    results = load_results([table_selection(edition)], with_aliases="q" in request.GET)
    past = load_past(timeline, edition, results)
    rows = standings(timeline, edition, results, past.statuses)
    before, after = timeline.neighbours(edition)
    previous = timeline.previous(edition)
    other = previous or before or after
    context = {
        "edition": edition,
        "before": before,
        "after": after,
        "previous": previous,
        "compared": other and sorted([edition.number, other.number], reverse=True),
        "summary": summary(rows),
        "gone": past.gone,
        "corrections": edition.corrections.select_related("city", "measure"),
        **edition_table(rows, edition, request.GET),
    }
    return render(request, "rankings/edition_detail.html", context)


def edition_table(rows, edition, query):
    """The table of an edition that a query string asks for."""
    shown, asked = choice_of(query, rows, moves=MOVES, sorts=SORT_KEYS, usual_sort="rank")
    citations = Citations([row.result for row in rows], first=edition.sources.all())
    options = {"edition": edition, "citations": citations, "choice": asked["choice"]}
    table = RankTable(shown, whole=rows, prefix_id="table", **options)
    return asked | {"table": table, "citations": citations, "notes": row_notes(rows)}


@require_safe
def edition_comparison(request, slug, number, other):
    timeline = load_timeline(slug)
    now, then = (edition_or_404(timeline, each) for each in (number, other))
    asked = asked_for(timeline, request.GET, now, then)
    if number == other or asked != (number, other):
        return redirect_to(slug, *asked)
    comparison = load_edition_comparison(then, now, with_aliases="q" in request.GET)
    context = {
        "timeline": timeline,
        "comparison": comparison,
        "notes": marked_notes(comparison.results),
        **comparison_table(comparison, request.GET),
    }
    return render(request, "rankings/edition_comparison.html", context)


def comparison_table(comparison, query):
    """The table of two editions that a query string asks for."""
    sorts = {"sorts": COMPARISON_SORT_KEYS, "usual_sort": "now"}
    shown, asked = choice_of(query, comparison.rows, moves=COMPARED_MOVES, **sorts)
    table = ComparisonTable(comparison, shown, choice=asked["choice"], prefix_id="table")
    return asked | {"table": table}


def redirect_to(slug, now, then):
    """To the comparison of two editions; of one with itself there is only its own page."""
    if now == then:
        return redirect("rankings:edition-detail", slug, now)
    return redirect("rankings:edition-comparison", slug, now, then)


def edition_or_404(timeline, number):
    edition = timeline.numbered(number)
    if edition is None:
        raise Http404
    return edition
