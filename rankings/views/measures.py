from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..pages.measure_pages import load_measure_page
from ..pages.measures import measures_with_labels
from ..provenance.citations import Citations, marked_notes
from ..provenance.corrections import corrections_among
from ..timeline import load_timeline


@require_safe
def measure_detail(request, slug, code):
    timeline = load_timeline(slug)
    measures = measures_with_labels(timeline.ranking) if timeline else []
    measure = next((measure for measure in measures if measure.code == code), None)
    if measure is None:
        raise Http404
    page = load_measure_page(timeline, measure, request.GET)
    context = {
        "page": page,
        "ranking": timeline.ranking,
        "measure": measure,
        "measures": measures,
        "citations": Citations(page.results),
        "notes": marked_notes(page.results),
        "corrected": corrections_among(timeline, page.results),
        # There are more choices of cities than search engines need to know.
        "noindex": bool(request.GET),
    }
    return render(request, "rankings/measure_detail.html", context)
