"""The files that lie below a page, as parts of address patterns.

Only the known names: any other may be a page whose final slash is missing.
"""

from .formats import FORMATS
from .offers import PICTURES


class KnownName:
    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class FileConverter(KnownName):
    regex = "|".join(name.replace(".", r"\.") for name in FORMATS)


class PictureConverter(KnownName):
    regex = "|".join(name.replace(".", r"\.") for name in PICTURES)
