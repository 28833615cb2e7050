"""What a remark must not hold: whatever looks like the data of a person.

Every part of a pattern has an upper bound, so that the time grows with the length of a text alone.
"""

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

# People write anything between the groups of a number, but neither letters nor digits; the dot of
# Korean keyboards is a letter by its category, and another one by NFKC.
GAP = r"[\W_\u318d\u119e]{0,5}"

DAY = r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
REGISTRATION = re.compile(rf"(?<!\d)(?:19|20)?{DAY}{GAP}\d{{7}}(?!\d)")

# The codes of the Korean numbering plan: regions, mobile networks, internet, passing-on, free.
CODE = r"(?:2|1\d|3[0-3]\d?|4[1-4]|5[1-5]|50\d|6[0-4]|[78]0)"
AREA = rf"(?:(?:(?:\+|00{GAP})\s?)?82{GAP}0?{GAP}|0){CODE}"
# What only looks alike: a decimal such as 0.051, and 051 as the thousands of 1,051,234.
NO_AREA = r"(?<!\d)(?<!\b0\.)(?!(?<=\d,)0\d\d,\d{3}\b)"
# Behind a region, 120 is the public call centre of the city and the whole number.
PHONE = re.compile(rf"{NO_AREA}{AREA}{GAP}(?!120(?!\d))\d{{3,4}}{GAP}\d{{4}}(?!\d)")

AT = r"\s?(?:@|[(\[]\s?at\s?[)\]]|골뱅이)\s?"
# Taken whole: nothing that follows a label can be a part of it.
LABEL = r"[\w-]{1,63}+"
DOT = r"(?:[.。]|\s?[(\[]\s?dot\s?[)\]]\s?)"
# A dot and a space may also end a sentence, unless an end of addresses follows.
SPACED_DOT = r"\s?[.。]\s?"
SPACED_DOMAIN = rf"(?:{SPACED_DOT}{LABEL}){{0,3}}{SPACED_DOT}(?:com|net|org|kr)(?![a-z0-9-])"
DOMAIN = rf"{LABEL}(?:{SPACED_DOMAIN}|(?:{DOT}{LABEL}){{1,9}})"
EMAIL = re.compile(rf"[\w.+-]{{1,64}}{AT}{DOMAIN}", re.IGNORECASE)

# In this order: a registration number also holds the digits of a phone number.
PERSONAL = [
    (
        REGISTRATION,
        _(
            "“%(text)s” looks like a resident registration number. Remove it: comments must not "
            "hold data of a person."
        ),
    ),
    (
        PHONE,
        _(
            "“%(text)s” looks like a phone number. Remove it: comments must not hold data of a "
            "person. If the page itself shows a wrong number, say where it stands."
        ),
    ),
    (
        EMAIL,
        _(
            "“%(text)s” looks like an e-mail address. Remove it: comments must not hold data of a "
            "person, and we cannot reply."
        ),
    ),
]

# Letters by their category that stand for nothing: fillers of Hangul, and a pattern of Braille.
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
# Unseen too, and yet part of how some words and pictures are written: only between two signs.
JOINER = "\u200c\u200d"
LOOSE_JOINER = re.compile(rf"(?<![^\s{JOINER}])[{JOINER}]|[{JOINER}](?![^\s{JOINER}])")


def tidy(text):
    """One kind of line break and of letters, and no signs that nobody sees."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return LOOSE_JOINER.sub("", "".join(sign for sign in text if is_kept(sign)))


def is_kept(sign):
    if sign == "\n" or sign in JOINER:
        return True
    return sign not in BLANK and unicodedata.category(sign) not in ("Cc", "Cf")


def spelled_out(text):
    """`text` in its plainest signs, which may be many more, without those that nobody sees."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")


def personal_data(plain):
    """Yield (sentence, what was found) for each kind of personal data in a text spelled out."""
    for pattern, sentence in PERSONAL:
        if found := pattern.search(plain):
            yield sentence, found[0]
            plain = pattern.sub(" ", plain)
