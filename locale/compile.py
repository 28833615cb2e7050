"""Compile every catalogue beside its source, as msgfmt would, on machines without gettext.

The compiled files are committed, so that a fresh machine needs neither this nor gettext.
"""

from pathlib import Path

import polib


def compiled(source: Path) -> bytes:
    return polib.pofile(str(source)).to_binary()


def main():
    for source in Path(__file__).parent.glob("*/LC_MESSAGES/*.po"):
        source.with_suffix(".mo").write_bytes(compiled(source))


if __name__ == "__main__":
    main()
