from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from .article_page import ArticlePage
from .filters import ArticleFilter
from .listing import Listing
from .models import Article
from .most_read import PERIODS, MostRead


@require_safe
def article_list(request):
    filters = ArticleFilter(request.GET)
    if not filters.is_valid():
        raise Http404
    listing = Listing(filters, get_language(), request.GET.get("page") or 1)
    context = {"listing": listing, "section": filters.chosen.get("kind")}
    return render(request, "news/article_list.html", context | listing.indexing)


@require_safe
def most_read(request):
    found = MostRead(request.GET.get("days") or str(PERIODS[0]), get_language())
    return render(request, "news/most_read.html", {"most_read": found} | found.indexing)


@require_safe
def article_detail(request, pk):
    code = get_language()
    filters = ArticleFilter.usable(request.GET)
    among = filters.found(Article.objects.published(), code)
    article = Article.objects.for_page(among).filter(pk=pk).first()
    if article is None:
        return withdrawn_or_missing(request, pk)
    page = ArticlePage(article, code)
    context = {"page": page, "query": filters.query(), "section": article.kind}
    return render(request, "news/article_detail.html", context | page.indexing)


def withdrawn_or_missing(request, pk):
    if Article.objects.withdrawn().filter(pk=pk).exists():
        return render(request, "410.html", status=410)
    raise Http404
