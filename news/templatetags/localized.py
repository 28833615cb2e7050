from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from news.localized import wording

register = template.Library()


@register.simple_tag
def localized(instance, field, otherwise=""):
    """A translated field for display; text in another language says which it is."""
    return marked(wording(instance, field, get_language(), otherwise))


@register.filter
def marked(found):
    """A Wording for display; it says its language where that is not the page's."""
    if found.language == get_language():
        return found.text
    return format_html('<span lang="{}">{}</span>', found.language, found.text)
