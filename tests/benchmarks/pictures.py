"""What cards and the smaller files of uploads cost: python -m tests.benchmarks.pictures

Seconds are those of the processor, over all of its cores.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

DRAWINGS = Path(__file__).parents[2] / "portal/demo/articles/11-two-drawings"
ROUNDS = 5


def main():
    with tempfile.TemporaryDirectory(prefix="haeundae-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        import django

        django.setup()
        print("| card | layout, ms | with drawing, ms | KB |\n|---|--:|--:|--:|")
        for name, words in cards().items():
            print(card_row(name, words))
        print("\n| picture | original, KB | format | KB by width | all, s |\n|---|--:|---|---|--:|")
        for path in sorted(DRAWINGS.glob("*.webp")):
            print(picture_rows(path))


def cards():
    """A card of each form; the picture of one is put into the empty store first."""
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from portal.cards.layout import Words

    drawing = next(DRAWINGS.glob("*.webp"))
    picture = default_storage.save("images/a.webp", ContentFile(drawing.read_bytes()))
    said = ("해운대", "보도자료", "2025년 12월 17일")
    title = "부산, 세계 스마트센터지수 역대 최고 8위 달성…아시아 2위로 도약"
    return {
        "title": Words(*said, title),
        "200 letters without a space": Words(*said, "부산항대교개통" * 28),
        "200 words": Words(*said, "부 " * 200),
        "title and picture": Words(*said, title, picture),
        "edition": Words(*said, "스마트센터지수", figure=("부산", "8위", "▲ 4계단 상승")),
    }


def card_row(name, words):
    from django.template.loader import render_to_string

    from portal.cards.drawing import drawn, panel
    from portal.cards.layout import Card

    layout, _svg = timed(lambda: render_to_string("portal/cards/card.svg", {"card": Card(words)}))
    whole, content = timed(lambda: drawn(words, panel(words.picture)))
    return f"| {name} | {layout * 1000:.1f} | {whole * 1000:.0f} | {len(content) / 1000:.0f} |"


def timed(work):
    """Seconds of the processor for one round, after one that fills the caches."""
    result = work()
    start = time.process_time()
    for _round in range(ROUNDS):
        work()
    return (time.process_time() - start) / ROUNDS, result


def picture_rows(path):
    from django.core.files.base import ContentFile

    from news.pictures.conversion import FORMATS, conversions

    stored = ContentFile(path.read_bytes())
    seconds, made = timed(lambda: conversions(stored))
    return "\n".join(
        f"| {path.stem} | {stored.size / 1000:.0f} | {file_format} | "
        + ", ".join(
            f"{each.width}: {len(each.content) / 1000:.0f}"
            for each in made
            if each.format == file_format
        )
        + f" | {seconds:.2f} |"
        for file_format in FORMATS
    )


if __name__ == "__main__":
    sys.exit(main())
