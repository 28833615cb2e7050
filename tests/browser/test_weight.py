"""What a page costs its reader: bytes over the wire, what holds it up, and the second visit."""

import re
from itertools import product

import pytest

from tests.public_pages import CODES, WHOLE_PAGES

pytestmark = pytest.mark.browser

# Without photographs: one with live figures, the longest one, and one of plain text.
ARTICLES = ["news/6/", "news/18/", "news/15/"]
MOST_BYTES = 40_000
HASHED = re.compile(r"/static/.+\.[0-9a-f]{12}\.\w+$")


@pytest.fixture
def read(open_demo):
    """`read(path)` gives the page and everything it loaded: (url, kind, bytes over the wire)."""

    def opened(path):
        page = open_demo()
        devtools = page.context.new_cdp_session(page)
        devtools.send("Network.enable")
        answers, sizes = {}, {}
        devtools.on("Network.responseReceived", lambda event: note(answers, event))
        devtools.on("Network.loadingFinished", lambda event: note_size(sizes, event))
        page.goto(path, wait_until="networkidle")
        return page, [(*answers[number], sizes.get(number, 0)) for number in answers]

    return opened


def note(answers, event):
    if event["response"]["url"].startswith("http"):  # what lies in a stylesheet came with it
        answers[event["requestId"]] = (event["response"]["url"], event["type"])


def note_size(sizes, event):
    sizes[event["requestId"]] = event["encodedDataLength"]


@pytest.mark.parametrize(("code", "address"), list(product(CODES, ARTICLES)))
def test_an_article_is_light(read, code, address):
    _page, loaded = read(f"/{code}/{address}")

    assert {"Document", "Stylesheet"} <= {kind for _url, kind, size in loaded if size > 1000}
    assert sum(size for _url, _kind, size in loaded) <= MOST_BYTES, loaded


@pytest.mark.parametrize(("code", "address"), list(product(CODES, ARTICLES)))
def test_an_article_has_one_stylesheet(read, code, address):
    _page, loaded = read(f"/{code}/{address}")

    assert [kind for _url, kind, _size in loaded].count("Stylesheet") == 1


@pytest.mark.parametrize("address", WHOLE_PAGES)
def test_no_page_waits_for_a_script_or_fetches_a_typeface(read, address):
    page, loaded = read(f"/{CODES[0]}/{address}")

    scripts = page.locator("script[src]").evaluate_all(
        "scripts => scripts.map(({type, async, defer}) => type === 'module' || async || defer)"
    )

    assert all(scripts)
    assert "Font" not in {kind for _url, kind, _size in loaded}


@pytest.mark.parametrize("code", CODES)
def test_static_files_are_kept_for_good(read, code):
    page, loaded = read(f"/{code}/{ARTICLES[0]}")
    static = [url for url, _kind, _size in loaded if "/static/" in url]

    assert static
    for url in static:
        assert HASHED.search(url)
        assert "immutable" in page.request.get(url).headers["cache-control"]


@pytest.mark.parametrize(("code", "address"), list(product(CODES, WHOLE_PAGES)))
def test_an_unchanged_page_is_not_sent_again(open_demo, code, address):
    reader, path = open_demo().request, f"/{code}/{address}"
    first = reader.get(path)

    second = reader.get(path, headers={"If-None-Match": first.headers["etag"]})

    assert "public" in first.headers["cache-control"]
    assert second.status == 304
    assert second.body() == b""
