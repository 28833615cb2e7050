from django import template

from .. import markup
from ..provenance import claims
from ..words import wording

register = template.Library()

register.filter("change", markup.change_html)
register.filter("cited", markup.cited_html)
register.filter("corrected", markup.corrected_html)
register.filter("rank", markup.rank_html)
register.filter("figure_cells", markup.figure_cells_html)
register.filter("panel_rows", markup.panel_rows_html)
register.filter("plain_rank", markup.plain_rank_html)
register.filter("region_rank", markup.region_rank_html)
register.filter("in_words", markup.localized_html)
register.filter("stated", claims.stated)


@register.filter
def published(edition):
    """The date of an edition, as far as it is known."""
    return wording.dated(edition.published_on, edition.precision)


@register.filter
def entered(edition):
    """How much of its table an edition has: «18 of 77 cities with known ranks»."""
    return wording.entered(edition.entered, edition.cities_included)


@register.filter
def rank_in_words(result):
    """The rank as running text names it: «8th»; without a rank, why there is none."""
    if result.rank is None:
        return markup.plain_rank_html(result)
    return wording.ordinal_of(result)


@register.filter
def rating(result, decimals):
    """The rating of a result with so many decimals."""
    if result is None or result.rating is None:
        return markup.EMPTY
    return wording.rating_label(result.rating, decimals)


@register.filter
def cited_for(citations, result):
    """A link to the source of a result; nothing on a page that cites none."""
    return markup.cited_html(citations.number(result)) if citations else ""
