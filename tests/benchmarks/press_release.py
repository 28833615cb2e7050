"""How the time to read and render a hostile press release grows with its size.

    python -m tests.benchmarks.press_release [CHARACTERS]

prints, per kind of input, the processor time for n and 2n characters and their ratio. Linear is 2.
"""

import sys
from collections.abc import Iterator
from time import process_time

import django
from django.conf import settings

from news.press_release import parse, render

REPEATED = {
    "one long line": "부산 ",
    "one long word": "가",
    "lines": "부산시는 밝혔다\n",
    "paragraphs": "부산시는 밝혔다\n\n",
    "points": "□ 하나\n ○ 둘\n  - 셋\n",
    "empty points": "□\n",
    "labels that nest": "1. 가\n ① 나\n",
    "labels out of order": "나. 가\n",
    "letters in turn": "가. 나\n나. 가\n",
    "marks in a line": "▲ 하나, ",
    "runs in a line": "하나: ▲ 둘, ▲ 셋. ",
    "dashes and marks": "하나 - ▲ 둘 ",
    "vertical marks": "▲ 하나\n",
    "notes in a line": "※ 하나 ",
    "arrows": "1회(6월) 62위 → ",
    "short arrows": "→",
    "asterisks": "*",
    "spaced asterisks": "가** ",
    "opened bold": "**가 ",
    "bold": "**가** ",
    "opening brackets": "[",
    "closing brackets": "]",
    "nested links": "[가](",
    "links": "[가](/나) ",
    "brackets in paragraphs": "[" * 50 + "\n\n",
    "opening angles": "<",
    "angles": "<a@",
    "backslashes": "\\",
    "escapes": "\\*",
    "parentheses": "(",
    "notes in parentheses": "(※ ",
    "quotation marks": '"',
    "addresses": "http://a(",
    "address dots": "http://a....",
    "at signs": "a@",
    "letters before at": "a.",
    "footnotes": "지수*는\n* 지수\n",
    "marks of one footnote": "지수* ",
    "headings": "<개요>\n",
    "headings that collide": "<개요>\n<개요-2>\n",
    "open headings": "<",
    "figures": '![가](image:1 "나',
    "figure lines": "![가](image:1)\n",
    "embeds": "[[a:b",
    "embed lines": "[[a:b]]\n",
    "table rows": "|가|나|\n",
    "table cells": "|",
    "ragged rows": "|가|\n|" + "나|" * 20 + "\n",
    "tables": "|가|\n\n",
    "captions": "표: 가\n",
    "spaces": " ",
    "spaces and letters": "가" + " " * 20,
    "commas": "▲ ,",
    "stops": "가. ",
    "carriage returns": "\r",
    "nulls": "\x00",
    "overrides": "\u202e",
    "override lines": "\u202e가\n",
    "surrogates": "\ud800",
}

FRAMED = {
    "long point": ("- ", "가", ""),
    "long enclosed line": ("-", " 가", "-"),
    "spaces in a point": ("- 가", " ", "나"),
    "spaces in a heading": ("<가", " ", "나>"),
    "spaces in a caption": ("[표", " ", "가"),
    "spaces in a figure": ("![가](image:1", " ", "나)"),
    "spaces in an embed": ("[[a", " ", "가:나]]"),
    "spaces in brackets": ("(", " ", "※"),
    "spaces behind a stop": ("가: ▲ 나.", " ", "▲ 다"),
    "spaces behind a colon": ("가:", " ", "나→다→라"),
    "address in a heading": ("<", "a@", " 가>"),
    "scheme in a heading": ("<", "a", ">"),
    "long address": ("[가](https://", "a.", ")"),
    "long Korean host": ("[가](https://", "가", ")"),
    "Korean host in angles": ("<https://", "가", ">"),
    "escaped address": ("[가](/", "%", ")"),
    "open title": ("[가](/나 " * 40 + '"', "가", ""),
    "long label": ("[", "가", "](/나)"),
    "long bold": ("**", "가", "**"),
    "digits": ("", "1", "."),
    "digits behind a sign": ("가: △", "1", "가, ▲ 나"),
    "footnote below many marks": ("", "지수* ", "\n* 지수"),
}


def main(characters: int) -> None:
    settings.configure(USE_I18N=False)
    django.setup()
    for name, small, large in _inputs(characters):
        first, second = _seconds(small), _seconds(large)
        print(f"{name:28} {first:8.3f} s {second:8.3f} s   ×{second / first:.1f}")


def _inputs(characters: int) -> Iterator[tuple[str, str, str]]:
    for name, text in REPEATED.items():
        times = characters // len(text)
        yield name, text * times, text * times * 2
    for name, (before, text, after) in FRAMED.items():
        times = characters // len(text)
        yield name, before + text * times + after, before + text * times * 2 + after
    half = characters // 4
    yield "short rows below a wide one", _wide_table(half), _wide_table(half * 2)


def _wide_table(times: int) -> str:
    return "|가" * times + "\n" + "|나\n" * times


def _seconds(text: str) -> float:
    """The best of three, so that what else runs on the machine counts for little."""
    return min(_once(text) for _ in range(3))


def _once(text: str) -> float:
    start = process_time()
    str(render(parse(text)))
    return process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
