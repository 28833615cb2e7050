"""A translated field in the reader's language, or else in one that has it."""

from dataclasses import dataclass

from django.conf import settings
from modeltranslation.utils import build_localized_fieldname as in_language


@dataclass(frozen=True)
class Wording:
    text: str
    language: str


def wording(instance, field, language, otherwise=""):
    """`field` in `language`, else in the first language of the site that has it.

    Without any it is `otherwise`, such as the name of a file, which editors write in the
    source language unless they keep to Latin letters.
    """
    for code in (language, *dict(settings.LANGUAGES)):
        if text := getattr(instance, in_language(field, code)):
            return Wording(text, code)
    return Wording(otherwise, language if otherwise.isascii() else settings.LANGUAGE_CODE)
