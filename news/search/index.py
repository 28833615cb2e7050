"""What the index holds of an article, and how it keeps up with what editors do."""

import logging
import time
from itertools import accumulate

from django.conf import settings
from django.db import connection, transaction
from modeltranslation.utils import build_localized_fieldname as in_language

from ..models import Article, ArticleText, StaleText
from ..press_release import parse
from .attachments import read_next, texts_of
from .pieces import indexed_pieces
from .tables import WORDS_OF_TEXTS

logger = logging.getLogger(__name__)

# A letter of private use, which no piece of a text or a query has.
SUBJECT = "\ue000"
# PostgreSQL holds 1 MiB for a text and loses what goes beyond.
MOST_BYTES = 900_000
# Articles that are indexed at once: so few that an editor who saves meanwhile need not wait.
BATCH = 50
# Seconds between two full batches. Whoever waits to write to SQLite looks every 0.1 seconds.
PAUSE = 0.12


def keep_up():
    """Index what has changed since the last time; returns how many changes."""
    total = done = index_batch()
    while done == BATCH:
        time.sleep(PAUSE)
        done = index_batch()
        total += done
    return total


def keep_up_with_files():
    """Index all that has changed, the texts of attachments included; returns how many changes."""
    total = keep_up()
    while read_next():
        total += keep_up()
    return total


@transaction.atomic
def index_batch():
    """Index the articles of the next changes; returns how many of those.

    What is noted is read before the articles: a later change is noted by a row of its own.
    """
    can_skip = connection.features.has_select_for_update_skip_locked
    noted = StaleText.objects.select_for_update(skip_locked=can_skip)
    noted = dict(noted.order_by("pk").values_list("pk", "article_pk")[:BATCH])
    articles = Article.objects.filter(pk__in=set(noted.values())).prefetch_related("attachments")
    attached = texts_of(articles)
    ArticleText.objects.bulk_create(
        [text_of(article, attached) for article in articles],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=WORDS_OF_TEXTS,
    )
    StaleText.objects.filter(pk__in=noted).delete()
    return len(noted)


def subjects_of(document):
    """Pieces that no text has by itself, for what the figures in a parsed body are of.

    «[[trend:sci/busan]]» and «[[ranking:sci/12]]» have the same subject.
    """
    names = (embed.argument.partition("/")[0] for embed in document.embeds)
    return list(dict.fromkeys(f"{SUBJECT}{''.join(filter(str.isalnum, name))}" for name in names))


def text_of(article, attached):
    fields = {}
    for code, _name in settings.LANGUAGES:
        document = parse(article.own_text("body", code))
        texts = "\n".join(other_words(article, document, code, attached))
        pieces = [*subjects_of(document), *indexed_pieces(texts)]
        fields[in_language("title", code)] = " ".join(
            indexed_pieces(article.own_text("title", code))
        )
        fields[in_language("text", code)] = " ".join(first_bytes(pieces, article))
    return ArticleText(article=article, **fields)


def first_bytes(pieces, article):
    """As many of `pieces` as the index holds."""
    sizes = accumulate(len(piece.encode()) + 1 for piece in pieces)
    kept = [piece for piece, size in zip(pieces, sizes, strict=True) if size <= MOST_BYTES]
    if len(kept) < len(pieces):
        logger.warning("Article %d is so long that its end is not searched", article.pk)
    return kept


def other_words(article, document, code, attached):
    """What an article says besides its title, most important first."""
    yield article.own_text("lead", code)
    yield document.plain_text()
    for attachment in article.attachments.all():
        yield getattr(attachment, in_language("title", code)) or ""
        yield attachment.filename
        yield attached.get(attachment.pk, "")
