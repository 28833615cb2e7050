"""The public news pages in a real browser: accessibility, narrow screens, and what scripts add."""

import re
from itertools import product

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from news.models import Article, Attachment
from news.search.index import keep_up
from tests.browser.conftest import PHONE, WIDE
from tests.news.articles import make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CODES = [code for code, _name in settings.LANGUAGES]
# The narrowest screen there is, and the narrowest on which pages have columns.
NARROW = [320, 768]
SCHEMES = ["light", "dark", "contrast"]

BODY = """□ 부산, 세계 8위
○ 둘째 점* ※ 참고
* 각주
<개요>
1. 하나
가. 첫째
<현황>
표: 순위 (단위: 위)
| 구분 | 순위 |
|---|---|
| 종합 | 8 |
<추이>
3회차: 62위 → 4회차: 41위 → 5회차: 27위
<인용>
“세계적인 도시로 도약하겠습니다.”
[[unknown:1]]
"""


@pytest.fixture
def story():
    for _ in range(11):
        make_article("이웃", "Neighbour", lead_ko="앞글", lead_en="Lead", kind=Article.Kind.NOTICE)
    article = make_article("부산 8위", "Busan is 8th", body_ko=BODY, body_en=BODY, is_pinned=True)
    Attachment.objects.create(article=article, file=SimpleUploadedFile("표.csv", b"a,b"))
    make_article("가" * 200, "W" * 200)
    make_article("한국어만", is_ready_en=False, body_ko=BODY)
    keep_up()
    return article


def addresses(code, story):
    korean_only = Article.objects.get(title_ko="한국어만")
    return [
        f"/{code}/",
        f"/{code}/news/",
        f"/{code}/news/?kind=notice&q=이웃&page=2" if code == "ko" else f"/{code}/news/?page=2",
        f"/{code}/news/?q=zzzz",
        f"/{code}/news/{story.pk}/",
        f"/{code}/news/{korean_only.pk}/",
        f"/{code}/news/{korean_only.pk - 1}/",
    ]


def choose_scheme(page, scheme):
    page.goto("/ko/")
    if scheme == "contrast":
        page.evaluate("localStorage.setItem('scheme', 'contrast')")


@pytest.mark.parametrize(
    ("code", "scheme", "viewport"), list(product(CODES, SCHEMES, [PHONE, WIDE]))
)
def test_every_page_is_free_of_barriers(open_browser, violations, story, code, scheme, viewport):
    colours = "dark" if scheme == "dark" else "light"
    page = open_browser(viewport=viewport, color_scheme=colours)
    choose_scheme(page, scheme)

    for address in addresses(code, story):
        page.goto(address)
        assert violations(page) == [], address


@pytest.mark.parametrize(("code", "size", "narrow"), list(product(CODES, ["1", "1.5"], NARROW)))
def test_nothing_is_wider_than_a_narrow_screen(open_browser, story, code, size, narrow):
    page = open_browser(viewport={"width": narrow, "height": 640})
    page.goto("/ko/")
    page.evaluate(f"localStorage.setItem('text-size', '{size}')")

    for address in addresses(code, story):
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= narrow, address


@pytest.mark.parametrize("viewport", [PHONE, WIDE])
def test_a_footnote_mark_is_large_to_the_finger_and_small_in_the_line(open_browser, viewport):
    article = make_article(body_ko="□ 지역내총생산*은 늘었다.\n* 한 해 동안 생산한 값")
    page = open_browser(viewport=viewport)
    page.goto(f"/ko/news/{article.pk}/")
    mark = page.locator(".footnote-reference a")
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    hit = [
        mark.evaluate(
            "(link, [x, y]) => document.elementFromPoint(x, y) === link",
            [middle[0] + right, middle[1] + down],
        )
        for right, down in product((-11, 11), (-11, 11))
    ]

    assert hit == [True] * 4
    assert box["width"] < 12


def test_the_first_stop_of_the_keyboard_leads_to_the_content(open_browser, story):
    page = open_browser()
    page.goto(f"/ko/news/{story.pk}/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="본문 바로가기")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_the_switch_of_languages_is_remembered_for_the_bare_address(open_browser, story):
    page = open_browser()
    page.goto(f"/ko/news/{story.pk}/")
    assert page.context.cookies() == []

    page.get_by_role("banner").get_by_role("link", name="English").click()

    expect(page).to_have_url(f"{page.url.split('/ko/')[0].split('/en/')[0]}/en/news/{story.pk}/")
    [cookie] = page.context.cookies()
    assert (cookie["name"], cookie["value"]) == (settings.LANGUAGE_COOKIE_NAME, "en")
    page.goto("/")
    assert page.url.endswith("/en/")


def test_text_size_and_colours_are_kept_in_this_browser_alone(open_browser):
    page = open_browser()
    page.goto("/ko/")

    page.get_by_text("화면 설정").click()
    page.get_by_label("130%").check()
    page.get_by_label("고대비").check()
    page.goto("/en/news/")

    root = page.locator("html")
    expect(root).to_have_attribute("data-text-size", "1.3")
    expect(root).to_have_attribute("data-scheme", "contrast")
    expect(page.locator("body")).to_have_css("background-color", "rgb(19, 20, 22)")
    assert page.context.cookies() == []

    page.get_by_text("Display").click()
    expect(page.get_by_label("130%")).to_be_checked()
    page.get_by_label("As on this device").check()
    page.keyboard.press("Escape")
    expect(page.get_by_label("130%")).to_be_hidden()
    expect(root).not_to_have_attribute("data-scheme", re.compile(".*"))


def test_the_link_is_copied_and_said_so(open_browser, story):
    page = open_browser(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/ko/news/{story.pk}/?kind=news")

    page.get_by_role("button", name="주소 복사").click()

    expect(page.get_by_role("status")).to_have_text("주소를 복사했습니다.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{settings.SITE_URL}/ko/news/{story.pk}/"


def test_a_phone_shares_with_its_own_sheet(open_browser, story):
    page = open_browser(viewport=PHONE, has_touch=True, is_mobile=True)
    page.add_init_script("navigator.share = async data => { window.shared = data; }")
    page.goto(f"/ko/news/{story.pk}/?kind=news")

    page.get_by_role("button", name="공유").click()

    address = f"{settings.SITE_URL}/ko/news/{story.pk}/"
    page.wait_for_function("window.shared")
    assert page.evaluate("window.shared") == {"title": story.title_ko, "url": address}
    expect(page.get_by_role("button", name="주소 복사")).to_have_count(0)


def test_without_scripts_nothing_is_offered_that_does_not_work(open_browser, story):
    page = open_browser(java_script_enabled=False)

    page.goto(f"/ko/news/{story.pk}/")

    for name in ("주소 복사", "인쇄"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.get_by_text("화면 설정")).to_be_hidden()
    expect(page.get_by_role("link", name="전자우편", exact=True)).to_be_visible()
    page.get_by_role("searchbox").fill("이웃")
    page.get_by_role("button", name="검색").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("검색")
    expect(page.get_by_role("listitem").get_by_role("link", name="이웃")).to_have_count(10)
