"""Every public page in a browser that runs no scripts."""

from itertools import product

import pytest
from playwright.sync_api import expect

from tests.public_pages import ADDRESSES, CODES, WHOLE_PAGES

pytestmark = pytest.mark.browser

# What only scripts can do is not offered without them: the rest must be the same.
TEXT = """root => {
  const copy = root.cloneNode(true);
  for (const offered of copy.querySelectorAll("[hidden], button, [role=status]")) offered.remove();
  return copy.textContent.replace(/\\s+/g, " ").trim();
}"""


@pytest.fixture
def plain(open_demo):
    return open_demo(java_script_enabled=False)


@pytest.mark.parametrize(("code", "address"), list(product(CODES, ADDRESSES)))
def test_the_same_can_be_read(open_demo, plain, code, address):
    scripted = open_demo()
    for page in (scripted, plain):
        page.goto(f"/{code}/{address}")

    texts = [page.locator("main").evaluate(TEXT) for page in (scripted, plain)]

    assert texts[0]
    assert texts[1] == texts[0]


@pytest.mark.parametrize("address", WHOLE_PAGES)
def test_the_language_is_switched(plain, address):
    here, other = CODES
    plain.goto(f"/{here}/{address}")

    plain.locator(f"header a[hreflang={other}]").first.click()

    expect(plain.locator("html")).to_have_attribute("lang", other)
    assert plain.url.partition("?")[0].endswith(f"/{other}/{address}".partition("?")[0])


def test_articles_are_searched_and_filtered(plain):
    plain.goto(f"/{CODES[0]}/news/")
    plain.locator("main").get_by_role("searchbox").fill("공공누리")
    plain.locator("main form button[type=submit]").first.click()
    plain.wait_for_url("**q=**")
    found = plain.locator("main li h2, main li h3, main .board-title").count()

    assert 1 <= found < 10


def test_a_table_is_sorted_and_filtered(plain):
    plain.goto(f"/{CODES[1]}/rankings/sci/12/")
    plain.locator("#table-sort-city").click()
    plain.wait_for_url("**sort=**")
    plain.get_by_label("City or country").fill("busan")
    plain.get_by_role("button", name="Show").click()

    assert "sort=" in plain.url
    expect(plain.locator("main tbody tr")).to_have_count(1)


def test_a_reading_is_noted(plain):
    noted = []
    plain.on("response", lambda answer: noted.append((answer.url, answer.status)))
    plain.goto(f"/{CODES[0]}/news/6/")
    plain.wait_for_load_state("networkidle")

    assert [status for url, status in noted if url.endswith("/reading.gif")] == [200]
