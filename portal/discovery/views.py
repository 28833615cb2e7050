from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from news.addresses import whole

from .sitemaps import SECTIONS

CONTENT_TYPE = "application/xml; charset=utf-8"


@require_safe
def sitemap_index(request):
    parts = [
        (whole(reverse("sitemap", args=[name, number])), changed)
        for name, section in SECTIONS.items()
        for number, changed in section.parts().items()
    ]
    return render(request, "portal/sitemap_index.xml", {"parts": parts}, content_type=CONTENT_TYPE)


@require_safe
def sitemap(request, section, number):
    """A part without pages is none: 404."""
    pages = SECTIONS[section].pages(number) if section in SECTIONS else []
    if not pages:
        raise Http404
    return render(request, "portal/sitemap.xml", {"pages": pages}, content_type=CONTENT_TYPE)
