"""Publishing and withdrawing, and what stands in the way of it."""

from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as in_language

from ..models import Article
from ..readiness import LANGUAGE_CODES
from .body_checks import findings, sentences_to_readers


def obstacles(article, at):
    """Why `article` cannot be published at the moment `at`: (field, sentence) pairs."""
    yield from obstacles_to_readers(article)
    if article.expires_at and article.expires_at <= max(article.published_at or at, at):
        yield (
            "expires_at",
            _("The end of publication is already over. Clear it or set a later time."),
        )


def obstacles_to_staying(article):
    """Why an article that is published cannot stay so as it is now: (field, sentence) pairs."""
    yield from obstacles_to_readers(article)
    if article.published_at is None:
        yield "published_at", _("A published article needs a publication time.")


def obstacles_to_readers(article):
    ready = article.ready_languages()
    if not ready:
        yield (
            in_language("is_ready", LANGUAGE_CODES[0]),
            _("At least one language must be ready for readers while the article is published."),
        )
    for code in ready:
        if not getattr(article, in_language("title", code)):
            yield (
                in_language("title", code),
                _("A language that is ready for readers needs a title."),
            )
        for sentence in sentences_to_readers(
            findings(article.own_text("body", code), article), code
        ):
            yield in_language("body", code), sentence


def publish(article, at):
    """Make `article` public at its publication time, or at once when it has none."""
    article.status = Article.Status.PUBLISHED
    article.published_at = article.published_at or at
    article.save()


def withdraw(article, at):
    """Take `article` from the public; one that nobody could see yet is a draft again."""
    was_seen = article.published_at <= at
    article.status = Article.Status.WITHDRAWN if was_seen else Article.Status.DRAFT
    article.save()
