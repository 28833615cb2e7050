"""What the page of one article shows, in the best language for its reader."""

from functools import cached_property

from .body import Body
from .neighbours import neighbours
from .search.index import subjects_of


class ArticlePage:
    """`article`, from `Article.objects.for_page()`, for a reader of the language `code`."""

    def __init__(self, article, code):
        self.article = article
        self.reader_language = code
        self.language = article.language_for(code)

    @property
    def is_in_readers_language(self):
        return self.language == self.reader_language

    @property
    def title(self):
        return self.article.own_text("title", self.language)

    @property
    def lead(self):
        return self.article.own_text("lead", self.language)

    @cached_property
    def body(self):
        return Body(self.article, self.language)

    @property
    def data_corrected_at(self):
        """When embedded data was last corrected, if that was after the article came out."""
        corrected_at, published_at = self.body.corrected_at, self.article.published_at
        return corrected_at if corrected_at and corrected_at > published_at else None

    @cached_property
    def attachments(self):
        return self.article.attachments.all() if self.article.has_attachments else []

    @cached_property
    def neighbours(self):
        return neighbours(self.article, self.reader_language, subjects_of(self.body.document))

    @property
    def indexing(self):
        """For the head of the page: which language stands for it, and which others exist."""
        return {
            "canonical_language": self.language,
            "available_languages": self.article.ready_languages(),
            "noindex": not self.is_in_readers_language,
            "content_language": "" if self.is_in_readers_language else self.language,
        }
