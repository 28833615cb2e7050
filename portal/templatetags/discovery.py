from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, override, pgettext

from portal.discovery.breadcrumb import breadcrumb_list
from portal.discovery.canonical import page_addresses as addresses_of
from portal.discovery.linked_data import ARTICLE, described, view_of
from rankings.downloads.linked_data import script_safe

register = template.Library()


class CapturedNode(template.Node):
    def __init__(self, nodelist, name):
        self.nodelist = nodelist
        self.name = name

    def render(self, context):
        context[self.name] = mark_safe(" ".join(self.nodelist.render(context).split()))
        return ""


@register.tag
def captured(parser, token):
    """{% captured as name %}…{% endcaptured %}: what stands between, on one line, as a variable.

    A block can be written once only; a title is needed twice.
    """
    *_words, name = token.split_contents()
    nodelist = parser.parse(["endcaptured"])
    parser.delete_first_token()
    return CapturedNode(nodelist, name)


@register.simple_tag(takes_context=True)
def page_addresses(context):
    return addresses_of(context)


@register.simple_tag
def breadcrumb_data(html):
    return script(breadcrumb_list(html))


@register.simple_tag(takes_context=True)
def page_data(context):
    return script(described(context))


@register.simple_tag(takes_context=True)
def open_graph_type(context):
    return "article" if view_of(context) == ARTICLE else "website"


def script(values):
    if not values:
        return ""
    return format_html('<script type="application/ld+json">{}</script>', script_safe(values))


@register.simple_tag
def open_graph_locales():
    """The language of the page, then the others, as Open Graph names them."""
    codes = sorted(dict(settings.LANGUAGES), key=lambda code: code != get_language())
    return list(dict.fromkeys(map(open_graph_locale, codes)))


def open_graph_locale(code):
    with override(code):
        # Translators: language and territory of this catalogue, such as ko_KR.
        return pgettext("Open Graph locale", "en_US")
