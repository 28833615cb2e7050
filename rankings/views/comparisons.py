from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ..pages.comparison import load_comparison
from ..provenance.citations import marked_notes
from ..provenance.corrections import corrections_among
from ..timeline import load_timeline


@require_safe
def city_comparison(request, slug):
    timeline = load_timeline(slug)
    comparison = load_comparison(timeline, request.GET) if timeline else None
    if comparison is None:
        raise Http404
    if comparison.enlarged:
        return redirect(comparison.enlarged)
    context = {
        "comparison": comparison,
        "citations": comparison.citations,
        "notes": marked_notes(comparison.results),
        "corrected": corrections_among(timeline, comparison.results),
        # There are more choices of cities than search engines need to know.
        "noindex": bool(request.GET),
    }
    return render(request, "rankings/city_comparison.html", context)
