"""The tables and columns that search is about, by the names that the database knows."""

from modeltranslation.utils import build_localized_fieldname as in_language
from modeltranslation.utils import get_translation_fields

from ..models import Article, ArticleText, Attachment, StaleText

ARTICLES, ATTACHMENTS, TEXTS, STALE = (
    model._meta.db_table for model in (Article, Attachment, ArticleText, StaleText)
)


def text_columns(code, in_title=False):
    """The columns of texts to look in for what is written in language `code`."""
    return [in_language(field, code) for field in (["title"] if in_title else ["title", "text"])]


# The fields of articles in which readers look for words.
SEARCHED = ["title", "lead", "body"]
WORDS_OF_ARTICLES = get_translation_fields(*SEARCHED)
WORDS_OF_TEXTS = get_translation_fields("title", "text")
