from pathlib import Path

import pytest
from django.utils.translation import override

from news.press_release import parse, render

from .pictures import embed, image
from .strict_html import StrictHTML

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


def read(name, suffix):
    path = SAMPLES / f"{name}.{suffix}"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def rendered(text):
    with override("en"):
        return render(parse(text), image=image, embed=embed)


@pytest.mark.parametrize("name", NAMES)
def test_sample_becomes_the_expected_html(name):
    assert rendered(read(name, "txt")) + "\n" == read(name, "html")


@pytest.mark.parametrize("name", NAMES)
def test_sample_reports_the_expected_problems(name):
    problems = parse(read(name, "txt")).problems

    written = "".join(f"{problem.line} {problem.code}\n" for problem in problems)
    assert written == read(name, "problems")


@pytest.mark.parametrize("name", NAMES)
def test_expected_html_is_valid(name):
    StrictHTML(read(name, "html"))


def test_every_expectation_belongs_to_a_sample():
    """A renamed sample must not leave its expectation behind."""
    stems = {path.stem for path in SAMPLES.iterdir()}
    assert stems == set(NAMES)
    assert len(NAMES) >= 40
