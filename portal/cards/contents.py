"""What the card of each kind of page says, in the active language."""

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from rankings.trends import load_trend
from rankings.words.wording import dated, move, ordinal_of

from .layout import Words


def site_words(site):
    return Words(site.name, site.organisation, "", site.tagline or site.name)


def signature(site):
    """The name of a site says little to those who do not know it."""
    return " · ".join(filter(None, [site.name, site.tagline]))


def article_words(article, body, site):
    """`body` is the one that readers of the active language get."""
    return Words(
        signature(site),
        article.get_kind_display(),
        date_format(timezone.localtime(article.published_at)),
        article.own_text("title", body.language),
        first_picture(body),
    )


def first_picture(body):
    """The name of the first file that the text shows; "" if it shows none."""
    shown = (body.images.get(reference.number) for reference in body.document.images)
    return next((image.file.name for image in shown if image), "")


def edition_words(edition, result, change, site):
    """`result` is that of our own city, or None, and `change` how it moved."""
    return Words(
        signature(site),
        str(edition),
        dated(edition.published_on, edition.precision),
        edition.ranking.name,
        figure=figure(result, change) if result and result.rank else None,
    )


def figure(result, change):
    return result.city.name, ordinal_of(result), str(move(change) or "")


def home_figure(timeline, edition):
    """The result of our own city in `edition`, or None, and how it moved since the one before."""
    trend = load_trend(timeline, settings.HOME_CITY)
    entries = trend.entries if trend else []
    found = (entry for entry in entries if entry.edition.pk == edition.pk)
    return next(((entry.result, entry.change) for entry in found), (None, None))
