"""The body of an article in one language, from its notation to what its page shows."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import override
from modeltranslation.utils import build_localized_fieldname as in_language

from . import embeds
from .pictures.sizes import SHOWN_AT, sources
from .press_release import parse, render

# Below this many entries a table of contents is longer than the way to scroll.
FEWEST_FOR_CONTENTS = 4
# Headings of a body stand below the title of its page.
HEADING_LEVEL = 2


@dataclass(frozen=True)
class Picture:
    src: str
    width: int
    height: int
    alt: str
    sources: list[tuple[str, str]]
    sizes: str = SHOWN_AT


class Body:
    """`text` is that of `article` unless given: a preview shows what is not saved yet."""

    def __init__(self, article, language, text=None):
        self.article = article
        self.language = language
        self.text = article.own_text("body", language) if text is None else text

    @cached_property
    def document(self):
        return parse(self.text)

    @property
    def html(self):
        # Words that the page adds are in the language of the text around them.
        with override(self.language):
            return render(
                self.document,
                image=self.pictures.get,
                embed=self.embedded,
                heading_level=HEADING_LEVEL,
            )

    def embedded(self, embed):
        content = self.live.get(embed)
        return content and content.html

    @cached_property
    def live(self):
        """What is embedded, as {embed: Content}, in the language of the text around it."""
        with override(self.language):
            return embeds.render(self.document)

    @property
    def corrected_at(self):
        """When something embedded was last corrected, or None."""
        known = [content.corrected_at for content in self.live.values() if content]
        return max(filter(None, known), default=None)

    @property
    def contents(self):
        """(id, text) for a table of contents, when it is worth one.

        Where headings alone are too few for that, tables and what is embedded stand among them.
        """
        headings = self.document.headings
        entries = headings if len(headings) >= FEWEST_FOR_CONTENTS else self.landmarks
        return entries if len(entries) >= FEWEST_FOR_CONTENTS else ()

    @property
    def landmarks(self):
        named = ((id, self.title(part)) for id, part in self.document.landmarks)
        return [(id, title) for id, title in named if title]

    def title(self, part):
        """`part` is a text, or an embed, which may have nothing to show."""
        if isinstance(part, str):
            return part
        content = self.live.get(part)
        return content.title if content else ""

    @cached_property
    def images(self):
        """Those of the article by their number, when the text refers to any."""
        if not (self.document.images and self.article.pk):
            return {}
        return {image.pk: image for image in self.article.images.all()}

    @property
    def pictures(self):
        return {number: self.picture(image) for number, image in self.images.items()}

    def picture(self, image):
        return Picture(
            image.get_absolute_url(),
            image.width,
            image.height,
            alternative_text(image, self.language),
            sources(image),
        )


def alternative_text(image, language):
    """For where the text of the body gives none; in its language or not at all."""
    return "" if image.is_decorative else getattr(image, in_language("alt", language)) or ""
