from django import template

from portal.cards.offers import offer_for

register = template.Library()


@register.inclusion_tag("portal/cards/_card_image.html", takes_context=True)
def card_image(context):
    """The picture that social networks and messengers show beside a link to this page."""
    return {"card": offer_for(context)}
