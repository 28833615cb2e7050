"""How the time to read rank data out of hostile sentences grows with their length.

    python -m tests.benchmarks.sentences [CHARACTERS]

prints, per kind of input, the processor time for a thousand characters, and how the time grows
when the input doubles. Linear is 2.
"""

import sys
from time import process_time

from rankings.sentences import Context, read
from tests.rankings.sentences.corpus import samples, vocabulary

REPEATED = {
    "arrows": "→",
    "ranks": "8위,",
    "ranks and arrows": "8위→",
    "English ranks": "8th, ",
    "English ranks and arrows": "8th → ",
    "ranks that came from": "8위에서 ",
    "ranks compared": "8위보다 ",
    "from and to": "from 8th to ",
    "digits": "1",
    "digits and commas": "1,",
    "digits and stops": "1.",
    "years": "2021",
    "spaced years": "2021 ",
    "dates": "2021년 6월 ",
    "short dates": "’21.6.",
    "editions": "12회차",
    "open editions": "12회차(2021년 6월, ",
    "list marks": "▲",
    "list items": "▲ 첨단기술 11위 ",
    "unknown items": "▲ 관광 3위 ",
    "unknown words": "관광 ",
    "names": "부산 ",
    "names without spaces": "부산",
    "joined names": "부산, ",
    "joined measures": "첨단기술·",
    "names in order": "부산, 서울은 각각 8위, 39위, ",
    "begun names": "New ",
    "numbers in order": "각각 8, ",
    "one long Korean word": "가",
    "one long English word": "a",
    "one long accented word": "é",
    "decomposed letters": "\u1107\u116e",
    "combining marks": "a\u0301",
    "places": "4계단 ",
    "places and directions": "4계단 상승 ",
    "English places": "rose four places ",
    "aims": "목표 8위 ",
    "clauses": "했고 8위며 ",
    "opening brackets": "(",
    "closing brackets": ")",
    "ranks in brackets": "(8위)",
    "stops": "8위. ",
    "lines": "8위\n",
    "empty lines": "8위\n\n",
    "nested points": "□ 8위\n○ 9위\n- 7위\n",
    "spaces": " ",
    "line ends": "\n",
    "carriage returns": "\r",
    "nulls": "\x00",
    "quotes": "’",
    "dashes": "-",
    "spaced dashes": "- ",
    "hashes": "#",
    "surrogates": "\ud800",
    "samples": "".join(f"{sample['text']}\n" for sample in samples()),
}

FRAMED = {
    "names before ranks": ("부산, ", "서울은 ", "8위였고 "),
    "brackets before ranks": ("(", "", "8위"),
    "articles before ranks": ("the ", "", "8th "),
    "marks before ranks": ("▲ ", "", "8위 "),
    "ranks before places": ("8위 ", "", "4계단 상승 "),
    "years and commas": ("2021,", "", "2021.5,"),
}


def main(characters: int) -> None:
    names, about = vocabulary(), Context("busan", 12)
    for name, small, large in inputs(characters):
        first, second = (seconds(text, names, about) for text in (small, large))
        print(f"{name:28} {first / len(small) * 1e9:8.0f} µs/1,000   ×{second / first:.1f}")


def inputs(characters):
    for name, text in REPEATED.items():
        times = max(characters // len(text), 1)
        yield name, text * times, text * times * 2
    for name, (before, between, after) in FRAMED.items():
        times = characters // (len(before) + len(after))
        small, large = (before * n + between + after * n for n in (times, times * 2))
        yield name, small, large


def seconds(text, names, about):
    """The best of three, so that what else runs on the machine counts for little."""
    return min(once(text, names, about) for _ in range(3))


def once(text, names, about):
    start = process_time()
    read(text, names, about)
    return process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
