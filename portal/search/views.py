from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from news.paging import NoSuchPage

from .form import SearchForm
from .page import SearchPage


@require_safe
def search(request):
    form = SearchForm(request.GET)
    if form.errors.keys() - {"q"}:
        raise Http404
    try:
        page = SearchPage(form, get_language(), request.GET.get("page") or 1)
    except NoSuchPage:
        return render(request, "404.html", {"first_page": f"?{form.query()}"}, status=404)
    return render(request, "portal/search.html", {"search": page} | page.context)
