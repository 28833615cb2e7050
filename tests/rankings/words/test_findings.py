"""What areas, dimensions and survey questions come to, sentence by sentence."""

import tomllib
from pathlib import Path

import pytest
from django.utils import translation

from rankings.changes import Kind
from rankings.words.findings import finding

SAMPLES = tomllib.loads(Path(__file__).with_name("findings.toml").read_text(encoding="utf-8"))
MOVES = {"+": Kind.UP, "-": Kind.DOWN, "=": Kind.SAME, "?": Kind.UNKNOWN}


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("sample", SAMPLES["findings"], ids=lambda s: f"{s['kind']} {s['moves']}")
def test_changes_are_told_in_numbers_rises_first(sample, language):
    moves = [MOVES[sign] for sign in sample["moves"]]

    with translation.override(language):
        assert finding(sample["kind"], ["Skills"] * len(moves), moves) == sample[language]
