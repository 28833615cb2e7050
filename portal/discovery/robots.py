"""robots.txt (RFC 9309): where programs may go, and where the sitemap lies."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from news.addresses import whole
from news.filters import ArticleFilter

# Each of these only chooses or sorts among what other pages have: there is no end of them.
OF_TABLES = ["sort", "region", "show"]


@require_safe
def robots(request):
    return HttpResponse("\n".join(lines()) + "\n", content_type="text/plain; charset=utf-8")


def lines():
    yield "User-agent: *"
    yield f"Disallow: {reverse('admin:index')}"
    for name in [*narrowing(), *OF_TABLES]:
        yield f"Disallow: /*?{name}="
        yield f"Disallow: /*?*&{name}="
    yield ""
    yield f"Sitemap: {whole(reverse('sitemap-index'))}"


def narrowing():
    """The filters of articles but their kind, of which each has a page of its own."""
    return [name for name in ArticleFilter.base_fields if name != "kind"]
