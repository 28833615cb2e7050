"""What the page of one article shows, in the best language for its reader."""

from functools import cached_property

from .body import Body
from .neighbours import neighbours
from .readiness import ReadText
from .search.index import subjects_of


class ArticlePage(ReadText):
    """An article from `Article.objects.for_page()`."""

    @property
    def article(self):
        return self.text

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
