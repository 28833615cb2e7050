"""The description by which a browser can offer the search of the site (OpenSearch 1.1)."""

from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from news.feeds.characters import without_forbidden

from ..models import SiteSettings
from .searching import search_template

CONTENT_TYPE = "application/opensearchdescription+xml; charset=utf-8"
# The longest texts that the format allows.
LONGEST_SHORT_NAME, LONGEST_NAME = 16, 48


@require_safe
def description(request):
    site = SiteSettings.current()
    name = without_forbidden(site.name)
    purpose = _("Search in the news, notices and city rankings of %(organisation)s")
    context = {
        "description": without_forbidden(purpose % {"organisation": site.organisation}),
        "short_name": name[:LONGEST_SHORT_NAME],
        "long_name": name[:LONGEST_NAME],
        "language": get_language(),
        "template": search_template("{searchTerms}"),
    }
    return render(request, "portal/opensearch.xml", context, content_type=CONTENT_TYPE)
