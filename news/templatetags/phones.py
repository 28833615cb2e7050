from django import template
from django.conf import settings
from django.utils.translation import get_language

from news.phones import international

register = template.Library()


@register.filter
def dialled(number):
    """Whoever reads another language than that of the country may well call from abroad."""
    return number if get_language() == settings.LANGUAGE_CODE else international(number)
