from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ..models import Correction, Ranking

PER_PAGE = 50


@require_safe
def correction_list(request, slug):
    ranking = get_object_or_404(Ranking, slug=slug)
    corrections = Correction.objects.public().filter(edition__ranking=ranking)
    pages = Paginator(corrections.with_names(), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "ranking": ranking,
        "page": page,
        "canonical_query": f"page={page.number}" if page.number > 1 else "",
        "numbers": pages.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
    }
    return render(request, "rankings/correction_list.html", context)
