"""The files that lie below a page, as its address pattern."""

from .datasets import DATA_FILES, PACKAGE_FILE


class FileConverter:
    """Only the known files: any other name may be a page whose final slash is missing."""

    regex = "|".join(name.replace(".", r"\.") for name in (*DATA_FILES, PACKAGE_FILE))

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value
