"""The card of the page that is being rendered: its address, its size and what it shows in words."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import override

from news.addresses import whole

from .contents import article_words, edition_words, site_words
from .drawing import digest
from .layout import HEIGHT, WIDTH


@dataclass(frozen=True)
class Offer:
    url: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT
    type: str = "image/png"


def offer_for(context):
    """The Offer for the context of a public page; of a page without a card of its own, the site's.

    No query beyond those of the page.
    """
    view = context["request"].resolver_match
    needed, find = OFFERS.get(view and view.view_name, ("site", site_offer))
    # A page that is gone answers at the same address, and has no card any more.
    return find(context) if needed in context else site_offer(context)


def site_offer(context):
    return offer(site_words(context["site"]), "cards:site")


def article_offer(context):
    page = context["page"]
    # A reader of another language gets the text of the original, and so its card.
    with override(page.language):
        words = article_words(page.article, page.body, context["site"])
        return offer(words, "cards:article", page.article.pk)


def edition_offer(context):
    edition, home = context["edition"], context["home"]
    figure = (home.result, home.change) if home else (None, None)
    words = edition_words(edition, *figure, context["site"])
    return offer(words, "cards:edition", edition.ranking.slug, edition.number)


def offer(words, name, *args):
    version = urlencode({"v": digest(words)})
    return Offer(whole(reverse(name, args=args), version), words.title)


OFFERS = {
    "news:article-detail": ("page", article_offer),
    "rankings:edition-detail": ("edition", edition_offer),
}
