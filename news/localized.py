"""A translated field in the reader's language, or else in one that has it."""

from dataclasses import dataclass

from django.conf import settings
from modeltranslation.utils import build_localized_fieldname as in_language


@dataclass(frozen=True)
class Wording:
    text: str
    language: str


def wording(instance, field, language):
    """`field` in `language`, or in the first language of the site that has it, or empty."""
    for code in (language, *dict(settings.LANGUAGES)):
        if text := getattr(instance, in_language(field, code)):
            return Wording(text, code)
    return Wording("", language)
