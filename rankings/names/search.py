"""Finds cities as their names are typed: in any language, in part, or by initial sounds."""

from .folding import folded

INITIALS = range(ord("ᄀ"), ord("ᄒ") + 1)  # the first consonants of Hangul syllables


class CitySearch:
    """Whether names hold `text`: «부사» and «ㅂㅅ» find 부산, «sao p» finds São Paulo."""

    def __init__(self, text):
        self.wanted = folded(text)
        self.is_initials = self.wanted != "" and self.wanted == initials(self.wanted)

    def finds(self, names):
        return self.wanted != "" and any(self.is_in(folded(name)) for name in names if name)

    def is_in(self, name):
        return self.wanted in self.comparable(name)

    def is_whole(self, names):
        """Whether one of the names is `text`, or has just these initial sounds."""
        known = [self.comparable(folded(name)) for name in names if name]
        return self.wanted != "" and self.wanted in known

    def begins(self, names):
        known = (self.comparable(folded(name)) for name in names if name)
        return any(name.startswith(self.wanted) for name in known)

    def comparable(self, name):
        return initials(name) if self.is_initials else name


def initials(letters):
    return "".join(letter for letter in letters if ord(letter) in INITIALS)
