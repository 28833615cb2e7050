"""What is published language by language: a text is shown to whoever reads a ready one."""

from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as in_language

LANGUAGE_CODES = [code for code, _name in settings.LANGUAGES]


def is_ready_in(code):
    return Q(**{in_language("is_ready", code): True})


def is_ready_in_any():
    return reduce(or_, map(is_ready_in, LANGUAGE_CODES))


def ready_has_title(prefix):
    """Constraints for a model with `title` and `is_ready`, named `{prefix}_{code}`."""
    return [
        CheckConstraint(
            name=f"{prefix}_{code}",
            condition=~is_ready_in(code)
            | (
                Q(**{f"{in_language('title', code)}__isnull": False})
                & ~Q(**{in_language("title", code): ""})
            ),
            violation_error_message=_("A language that is ready for readers needs a title."),
        )
        for code in LANGUAGE_CODES
    ]


class ReadyByLanguage:
    """Of a model whose translated fields include `is_ready`."""

    def ready_languages(self):
        return [code for code in LANGUAGE_CODES if getattr(self, in_language("is_ready", code))]

    def language_for(self, code):
        """The language whose text a reader of `code` gets: that one when ready, else the source's.

        None when no language is ready.
        """
        ready = self.ready_languages()
        return code if code in ready else next(iter(ready), None)

    def own_text(self, field, code):
        """The text of `field` in language `code` alone, possibly empty."""
        return getattr(self, in_language(field, code)) or ""


class ReadText:
    """`text`, a ReadyByLanguage, as a reader of the language `code` gets it.

    With `language`, in that one, ready or not.
    """

    def __init__(self, text, code, language=None):
        self.text = text
        self.reader_language = code
        self.language = language or text.language_for(code)

    @property
    def is_in_readers_language(self):
        return self.language == self.reader_language

    @property
    def title(self):
        return self.text.own_text("title", self.language)

    @property
    def indexing(self):
        """For the head of the page: which language stands for it, and which others exist."""
        return {
            "canonical_language": self.language,
            "available_languages": self.text.ready_languages(),
            "noindex": not self.is_in_readers_language,
            "content_language": "" if self.is_in_readers_language else self.language,
        }
