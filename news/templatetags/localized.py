from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from news.localized import wording

register = template.Library()


@register.simple_tag
def localized(instance, field, otherwise=""):
    """A translated field for display; text in another language says which it is."""
    found = wording(instance, field, get_language(), otherwise)
    if found.language == get_language():
        return found.text
    return format_html('<span lang="{}">{}</span>', found.language, found.text)
