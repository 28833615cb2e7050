"""Bring every catalogue into one order and compile it, on machines without gettext as well.

Entries stand in the order of their texts, so that moving code does not move them. The compiled
files are committed: a fresh machine needs neither this nor gettext.
"""

from pathlib import Path

import polib

# They change with every collection of texts and tell nothing.
NOISE = ("POT-Creation-Date", "Report-Msgid-Bugs-To")


def tidy(source):
    catalogue = polib.pofile(str(source), wrapwidth=0)
    for name in NOISE:
        catalogue.metadata.pop(name, None)
    catalogue.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))
    catalogue.save()
    return catalogue


def main():
    for source in Path(__file__).parent.glob("*/LC_MESSAGES/*.po"):
        tidy(source).save_as_mofile(source.with_suffix(".mo"))


if __name__ == "__main__":
    main()
