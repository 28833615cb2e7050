"""Characters that nobody sees: they part words, direct the text, or mark its beginning."""

# Soft hyphen, what directs text, parts or joins letters, and the byte order mark. What Unicode
# calls «format» besides these is seen: some scripts write numbers with it.
RANGES = [
    (0x00AD, 0x00AD),
    (0x061C, 0x061C),
    (0x180E, 0x180E),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFEFF, 0xFEFF),
]
INVISIBLE = dict.fromkeys(code for first, last in RANGES for code in range(first, last + 1))


def visible(text):
    """`text` without invisible characters: with them, two names look the same and are not."""
    return text.translate(INVISIBLE)
