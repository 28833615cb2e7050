"""What the look of the public site may weigh; readers on slow lines pay for every byte."""

import re
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STYLES = [ROOT / "portal/static/portal/css", ROOT / "rankings/static/rankings/css"]
SCRIPTS = [ROOT / "portal/static/portal/js", ROOT / "rankings/static/rankings/js"]
MOST_STYLE = 20_000  # bytes, of what an article needs
MOST_SCRIPT = 12_000  # bytes, of all modules together


def public(folders, suffix):
    files = chain.from_iterable(folder.glob(f"*{suffix}") for folder in folders)
    return sorted(file for file in files if not file.name.startswith("admin"))


def test_one_stylesheet_is_small():
    assert (STYLES[0] / "portal.css").stat().st_size < MOST_STYLE


def test_all_scripts_together_are_small():
    scripts = public(SCRIPTS, ".js")

    assert len(scripts) > 3
    assert sum(script.stat().st_size for script in scripts) < MOST_SCRIPT


@pytest.mark.parametrize("style", public(STYLES, ".css"), ids=lambda file: file.name)
def test_styles_use_properties_that_are_set_somewhere(style):
    known = {
        name
        for file in public(STYLES, ".css")
        for name in re.findall(r"(--[a-z0-9-]+):", file.read_text("utf-8"))
    }

    # What has a value of its own to fall back on may be set by a script or in some schemes only.
    used = re.findall(r"var\((--[a-z0-9-]+)\)", style.read_text("utf-8"))
    assert set(used) <= known
