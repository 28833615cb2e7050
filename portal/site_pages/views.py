from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from .models import OWN_ADDRESSES, SitePage
from .reading import ReadPage


@require_safe
def site_page(request, slug):
    if slug in OWN_ADDRESSES:
        return redirect(reverse(OWN_ADDRESSES[slug]), permanent=True)
    page = get_object_or_404(SitePage.objects.public(), slug=slug)
    read = ReadPage(page, get_language())
    return render(request, "portal/site_page.html", {"page": read} | read.indexing)
