"""What no page may do to its reader, and what docs/accessibility.md claims of the tests."""

import re
from html.parser import HTMLParser
from itertools import product

import pytest
from django.conf import settings
from django.test import Client

from tests.public_pages import ADDRESSES, CODES, MISSING

PAGES = [f"/{code}/{address}" for code, address in product(CODES, [*ADDRESSES, MISSING])]
STATEMENT = settings.BASE_DIR / "docs" / "accessibility.md"
ITEM = re.compile(r"^\| ([5-8]\.\d\.\d) \|(.*)\|$", re.MULTILINE)
NAMED_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")

PLAYING = {"audio", "video", "marquee", "blink", "object", "embed", "applet"}
# Single keys as shortcuts, and a focus that jumps before anybody has read the page.
ATTRIBUTES = {"accesskey", "autofocus", "autoplay"}
# Acting before a finger is lifted, on a path it draws, on a key alone or on moving the device.
EVENTS = re.compile(
    r"[\"'](?:mousedown|pointerdown|pointermove|touchstart|touchmove|keypress|devicemotion"
    r"|deviceorientation|drag\w*)[\"']"
)
MOVING = re.compile(r"@keyframes|animation(?:-name)?\s*:")
# How a link says that it leaves the page open: in its text, in each language.
NEW_WINDOW = {"ko": "새 창", "en": "new tab"}


class Elements(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.new_windows = []
        self._in_new_window = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag == "a":
            self._in_new_window = attributes.get("target") == "_blank"
            if self._in_new_window:
                self.new_windows.append("")

    def handle_data(self, data):
        if self._in_new_window:
            self.new_windows[-1] += data

    def handle_endtag(self, tag):
        if tag == "a":
            self._in_new_window = False


def own_files(suffix):
    """What public pages may load: the files of the admin are for editors alone."""
    for package in ("portal", "news", "rankings"):
        for path in (settings.BASE_DIR / package).rglob(f"static/**/*.{suffix}"):
            if not path.name.startswith("admin"):
                yield path


@pytest.fixture(scope="module")
def elements(demo):
    client = Client()
    return {path: Elements(client.get(path).content.decode()) for path in PAGES}


@pytest.mark.django_db
def test_nothing_plays_or_takes_the_focus_by_itself(elements):
    for path, page in elements.items():
        for tag, attributes in page.elements:
            assert tag not in PLAYING, path
            assert not ATTRIBUTES & attributes.keys(), path
            assert not (tag == "meta" and attributes.get("http-equiv") == "refresh"), path


@pytest.mark.django_db
def test_a_link_to_a_new_window_says_so(elements):
    said = [(path, text) for path, page in elements.items() for text in page.new_windows]

    assert said
    for path, text in said:
        assert NEW_WINDOW[path.split("/")[1]] in text, path


def test_no_style_sheet_moves_anything():
    found = list(own_files("css"))

    assert found
    assert [path.name for path in found if MOVING.search(path.read_text("utf-8"))] == []


def test_scripts_wait_until_a_pointer_is_lifted_and_ignore_how_a_device_is_held():
    found = list(own_files("js"))

    assert found
    assert [path.name for path in found if EVENTS.search(path.read_text("utf-8"))] == []


def test_the_table_names_every_item_of_the_guideline_once():
    numbers = [number for number, _rest in ITEM.findall(STATEMENT.read_text("utf-8"))]

    assert len(numbers) == 33
    assert numbers == sorted(set(numbers))


def test_every_test_that_the_table_names_exists():
    named = NAMED_TEST.findall(STATEMENT.read_text("utf-8"))

    assert named
    for path, name in named:
        code = (settings.BASE_DIR / path).read_text("utf-8")
        assert f"def {name}(" in code, f"{path}::{name}"
