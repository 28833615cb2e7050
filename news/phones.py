"""Telephone numbers in Korea, as they are dialled from abroad."""

import re

COUNTRY = "+82"
# An area or a network. Freephone (080), nationwide (1588-…) and short numbers end at the border.
NATIONAL = re.compile(r"\(?0([1-7]\d{0,2})\)?[-. )]*(\d{3,4}(?:[-. ]*\d{4})?)")


def international(number):
    """`number` as “+82-51-888-1234”; unchanged when it cannot be dialled from abroad."""
    national = NATIONAL.fullmatch(number.strip())
    if national is None:
        return number
    area, rest = national.groups()
    return "-".join([COUNTRY, area, *re.findall(r"\d+", rest)])
