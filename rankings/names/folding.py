"""Names as they are compared, however they are written."""

import unicodedata


def folded(name):
    """`name` without case, accents, spaces and punctuation; Hangul as single letters.

    Letters rather than syllables, so that 블라디보스톡 lies close to 블라디보스토크.
    """
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum())
