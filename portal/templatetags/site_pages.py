from django import template
from django.utils.translation import get_language

from portal.site_pages import reading
from portal.site_pages.models import SitePage

register = template.Library()


@register.simple_tag
def foot_links(pages):
    return list(reading.foot_links(pages, get_language()))


@register.simple_tag
def foot_link(pages, slug):
    """The link to one of `pages`, or None where the site has no such page for its readers."""
    return next(iter(foot_links([page for page in pages if page.slug == slug])), None)


@register.inclusion_tag("portal/_introduction.html")
def introduction(slug):
    """What editors wrote above a page of the software's own, if it is ready for this reader."""
    page = SitePage.objects.filter(slug=slug).first()
    code = get_language()
    is_ready = page and code in page.ready_languages()
    return {"page": reading.ReadPage(page, code) if is_ready else None}
