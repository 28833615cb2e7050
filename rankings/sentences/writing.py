"""The text as the scanner wants it, character for character traceable to the original.

Keyboards, 한글 and PDF files write one sign in many ways. Where one character stands for one,
positions stay; decomposed letters (as file systems and some PDFs give them) are composed,
and a list of offsets leads back.
"""

import re
import unicodedata

SAME = str.maketrans(
    "０１２３４５６７８９＝（）［］：，．％～∼〜－–—―−‐‑→⇒➡➔➜⟶⇨⭢‘’´`＇ㆍ・‧•∙･\u3000\u00a0\u2009\u202f",
    "0123456789=()[]:,.%~~~-------→→→→→→→→'''''······    ",
)
# A base letter with its marks, or the parts of one Hangul syllable.
DECOMPOSED = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|\\w[\u0300-\u036f]")


def traceable(text):
    """The text to scan, and per character its offset in `text` (one more for the end)."""
    if unicodedata.is_normalized("NFC", text):
        return text.translate(SAME), range(len(text) + 1)
    letters, offsets, done = [], [], 0
    for found in DECOMPOSED.finditer(text):
        letter = unicodedata.normalize("NFC", found[0])
        if len(letter) > 1:
            continue
        letters += [text[done : found.start()], letter]
        offsets += range(done, found.start() + 1)
        done = found.end()
    plain = "".join([*letters, text[done:]])
    return plain.translate(SAME), [*offsets, *range(done, len(text) + 1)]
