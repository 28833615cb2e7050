"""An archive of everything: the tables as CSV, their description, and a text for people.

The same data give the same bytes: its parts tell no time.
"""

from tempfile import TemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.template.loader import render_to_string

from . import csv
from .citation import in_text
from .datapackage import package_text
from .datasets import in_languages
from .formats import PACKAGE_FILE

README = "README.txt"
# The least that the format knows.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def archive_file(metadata, tables):
    """A temporary file, at its start; `tables` are the rows of each Table."""
    # Whoever sends the file closes it.
    file = TemporaryFile()  # noqa: SIM115
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(untimed(README), readme(metadata))
        archive.writestr(untimed(PACKAGE_FILE), package_text(metadata, is_local=True))
        for table, rows in tables.items():
            with archive.open(untimed(table.file), "w") as part:
                for piece in csv.chunks(table.codes, rows):
                    part.write(piece.encode())
    file.seek(0)
    return file


def untimed(name):
    info = ZipInfo(name, NO_TIME)
    info.compress_type = ZIP_DEFLATED
    return info


def readme(metadata):
    """The text in each language, for the editors of every system: with its mark, ends in CR LF."""
    texts = in_languages(lambda: readme_in_language(metadata)).values()
    lines = "\n\n".join(text.strip() for text in texts).splitlines()
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")


def readme_in_language(metadata):
    context = {
        "metadata": metadata,
        "dataset": metadata.dataset,
        "in_text": in_text(metadata.dataset),
        "package": PACKAGE_FILE,
    }
    return render_to_string("rankings/archive_readme.txt", context)
