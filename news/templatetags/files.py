from math import ceil

from django import template
from django.template.defaultfilters import filesizeformat

register = template.Library()
KILOBYTE, MEGABYTE = 1024, 1024**2


@register.filter
def file_size(size):
    """Bytes as a reader needs them: whole kilobytes, one at least, then «1.4 MB» and so on."""
    if size >= MEGABYTE:
        return filesizeformat(size)
    return f"{ceil(size / KILOBYTE)} KB"
