"""The tables and columns that search is about, by the names that the database knows."""

from modeltranslation.fields import TranslationField
from modeltranslation.utils import build_localized_fieldname as in_language

from news.models import Article, ArticleText, Attachment, StaleText

ARTICLES, ATTACHMENTS, TEXTS, STALE = (
    model._meta.db_table for model in (Article, Attachment, ArticleText, StaleText)
)


def languages():
    """Those that the table of texts has columns for."""
    fields = ArticleText._meta.concrete_fields
    return list(dict.fromkeys(f.language for f in fields if isinstance(f, TranslationField)))


def in_each_language(*fields):
    return [in_language(field, code) for field in fields for code in languages()]


def text_columns(code, in_title=False):
    """The columns of texts to look in for what is written in language `code`."""
    return [in_language(field, code) for field in (["title"] if in_title else ["title", "text"])]


# The fields of articles in which readers look for words.
SEARCHED = ["title", "lead", "body"]
WORDS_OF_ARTICLES = in_each_language(*SEARCHED)
WORDS_OF_TEXTS = in_each_language("title", "text")
