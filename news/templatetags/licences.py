from django import template

from news.licences import PERMISSIONS

register = template.Library()


@register.filter
def permission(licence):
    """What a licence allows, in one sentence for readers."""
    return PERMISSIONS[licence]
