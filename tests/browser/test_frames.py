"""Frames in a page of another site, which shows them with the code that the portal offers."""

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.conf import settings as project

from .crowd import NAMES, make_crowd

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CODES = [code for code, _name in project.LANGUAGES]
PAGES = {
    "edition": "sci/4/",
    "city": "sci/cities/busan/",
    "measure": "sci/measures/overall/",
    "two cities": "sci/compare/?city=busan&city=rio",
    "six cities": "sci/compare/?" + "&".join(f"city={slug}" for slug in NAMES),
}
WIDTHS = [320, 360, 480, 640, 767, 768, 900, 1280]
# Pixels that may stay empty above the foot of a wide frame.
MOST_EMPTY = 110
HOST = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Another site</title>
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
<style>body {{ margin: 0 }}</style></head><body>{code}</body></html>
"""
SPARE = """
() => {
  const root = document.documentElement;
  const main = document.querySelector("main");
  const bottom = part => part.getBoundingClientRect().bottom;
  const empty = bottom(main) - bottom(main.lastElementChild);
  return [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight, empty];
}
"""


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@contextmanager
def serving(folder):
    """The address of a site that consists of the files in `folder`."""
    handler = partial(QuietHandler, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def another_site(tmp_path):
    with serving(tmp_path) as address:
        yield address


@pytest.fixture
def show(open_browser, live_server, settings, another_site, tmp_path):
    """`show(page, language)` opens another site with the frame of a page; returns both."""
    settings.SITE_URL = live_server.url
    make_crowd()

    def opened(path, language, change=lambda code: code, **options):
        page = open_browser(**options)
        page.goto(f"/{language}/rankings/{path}")
        code = page.locator("pre.snippet code", has_text="<iframe").text_content()
        (tmp_path / "index.html").write_text(HOST.format(code=change(code)), "utf-8")
        page.goto(another_site)
        frame = page.locator("iframe").element_handle().content_frame()
        frame.wait_for_load_state()
        return page, frame

    return opened


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_frame_fits_every_width_and_leaves_little_empty(show, path, language):
    page, frame = show(path, language)

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        beside, below, empty = frame.evaluate(SPARE)
        assert (width, beside, max(below, 0)) == (width, 0, 0)
        assert empty >= 0
        assert width < 1280 or empty <= MOST_EMPTY


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_frame_without_styles_of_the_other_site_is_high_enough(show, path, language):
    page, frame = show(path, language, change=lambda code: code.replace("style=", "data-style="))

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        beside, below, _empty = frame.evaluate(SPARE)
        assert (width, beside, max(below, 0)) == (width, 0, 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", [PAGES["edition"], PAGES["city"], PAGES["six cities"]])
def test_frame_keeps_nobody_from_using_it(show, violations, path, language, scheme, width):
    viewport = {"width": width, "height": 900}
    _page, frame = show(path, language, color_scheme=scheme, viewport=viewport)

    ground = frame.evaluate("getComputedStyle(document.body).backgroundColor")

    assert (ground == "rgb(255, 255, 255)") == (scheme == "light")
    assert violations(frame) == []


def test_other_pages_are_refused_in_frames(show, complaints):
    page, frame = show(PAGES["city"], CODES[0], change=lambda code: code.replace("frame/", ""))

    assert frame.url.startswith("chrome-error:")
    if not complaints:
        page.wait_for_event("console")
    assert "frame-ancestors" in complaints.pop()
