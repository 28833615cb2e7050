"""What a remark must not hold: whatever looks like the data of a person."""

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

# Digits are looked for in any width, and with whatever people write between their groups.
GAP = r"[\s.\-–—)·]{0,3}"
REGISTRATION = re.compile(rf"(?<!\d)\d{{2}}[01]\d[0-3]\d{GAP}[0-9]\d{{6}}(?!\d)")
AREA = rf"(?:\+?82{GAP}(?:\(?0\)?)?|0)\d{{1,2}}"
PHONE = re.compile(rf"(?<!\d){AREA}{GAP}\d{{3,4}}{GAP}\d{{4}}(?!\d)")
EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)

# In this order: a registration number also holds the digits of a phone number.
PERSONAL = [
    (
        REGISTRATION,
        _(
            "“%(text)s” looks like a resident registration number. Remove it: remarks must not "
            "hold data of a person."
        ),
    ),
    (
        PHONE,
        _(
            "“%(text)s” looks like a phone number. Remove it: remarks must not hold data of a "
            "person. If the page itself shows a wrong number, say where it stands."
        ),
    ),
    (
        EMAIL,
        _(
            "“%(text)s” looks like an e-mail address. Remove it: remarks must not hold data of a "
            "person, and we cannot reply."
        ),
    ),
]


def tidy(text):
    """One kind of line break and of letters, and no signs that nobody sees."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) != "Cc")


def personal_data(text):
    """Yield (sentence, what was found) for each kind of personal data that `text` seems to hold."""
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    for pattern, sentence in PERSONAL:
        if found := pattern.search(plain):
            yield sentence, found[0]
            plain = pattern.sub(" ", plain)
