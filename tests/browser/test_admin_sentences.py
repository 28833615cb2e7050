"""Ranks read out of sentences in a real browser: chosen, looked over, saved."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import expect

from rankings.models import Result
from tests.browser.conftest import PHONE, WIDE
from tests.rankings.factories import make_city, make_edition, make_measure, make_ranking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KOREAN = (
    "부산은 SCI 2에서 종합 8위, 인재 분야 3위에 올랐다.\n"
    "런던(1위), 오슬로(4위)가 앞섰다. SCI 3에서는 부산이 7위다. 지난해 런던은 2위였다."
)
ENGLISH = "In the 2nd edition of SCI, Busan rose from 40th to 8th. It ranked 3rd in Talent."
CONTRADICTION = "부산은 SCI 2에서 8위다. 부산은 SCI 2에서 9위다."


@pytest.fixture
def edition(db):
    ranking = make_ranking()
    ranking.measures.update(label_ko="종합", label_en="Overall")
    make_measure(ranking, "talent", label_ko="인재", label_en="Talent")
    for slug, korean in {"london": "런던", "busan": "부산"}.items():
        city = make_city(slug)
        city.aliases.create(name=korean)
        city.aliases.create(name=slug.title())
    before = make_edition(ranking, 1, {"busan": 40})
    return make_edition(ranking, 2, after=before, is_public=False, cities_included=9)


@pytest.fixture
def open_page(open_browser, edition):
    """The page of sentences, reached from the table of the edition."""

    def opened(link, **options):
        page = open_browser(User.objects.create_superuser("editor"), **options)
        page.goto(reverse("admin:rankings_edition_grid", args=[edition.pk]))
        page.get_by_role("link", name=link).click()
        return page

    return opened


def read(page, text):
    page.get_by_role("textbox").fill(text)
    page.locator("[name=read]").click()


def ranks(edition):
    found = Result.objects.filter(edition=edition).select_related("city", "measure")
    return {(one.city.slug, one.measure.code): one.rank for one in found}


def test_korean_paragraph_is_read_chosen_and_saved(open_page, edition):
    page = open_page("문장에서 순위 읽기")
    read(page, KOREAN)

    page.get_by_label("1번 순위 선택").uncheck()
    page.get_by_role("button", name="검토", exact=True).click()
    page.get_by_label("확인했습니다").check()
    page.get_by_label("오류가 아닌 이유").fill("보도자료와 같음")
    page.get_by_role("button", name="저장", exact=True).click()

    expect(page.get_by_role("listitem").filter(has_text="저장했습니다")).to_be_visible()
    assert ranks(edition) == {("busan", "talent"): 3, ("london", "overall"): 1}


def test_english_paragraph_is_read_and_saved(open_page, edition):
    page = open_page("문장에서 순위 읽기")
    page.get_by_role("button", name="English").click()
    read(page, ENGLISH)
    expect(page.locator("mark")).to_have_count(2)

    page.get_by_role("button", name="Review").click()
    page.get_by_label("I have checked this").check()
    page.get_by_label("Why these are not mistakes").fill("As printed")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_role("listitem").filter(has_text="Saved 2 figures")).to_be_visible()
    assert ranks(edition) == {("busan", "overall"): 8, ("busan", "talent"): 3}


def test_number_leads_to_its_words_and_back(open_page):
    page = open_page("문장에서 순위 읽기")
    read(page, KOREAN)

    page.locator("#mark-3").click()
    expect(page.locator("tr:target")).to_contain_text("London")

    page.locator("tr:target").get_by_role("link").click()
    expect(page.locator("a:target")).to_have_text("순위 3")
    expect(page.locator("a:target")).to_be_in_viewport()


def test_text_that_was_not_reviewed_is_not_lost_unasked(open_page, edition):
    page = open_page("문장에서 순위 읽기")
    page.wait_for_load_state()  # the script that asks is there
    page.get_by_role("textbox").fill(KOREAN)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.get_by_role("link", name="닫기").click()

    page.wait_for_url("**" + reverse("admin:rankings_edition_grid", args=[edition.pk]))
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("viewport", [WIDE, PHONE])
def test_pages_can_be_used_by_everybody(open_page, violations, viewport):
    page = open_page("문장에서 순위 읽기", viewport=viewport)
    assert violations(page) == []

    for text in (KOREAN, CONTRADICTION):
        page.get_by_role("textbox").first.fill(text)
        page.locator("[name=read]").click()
        page.wait_for_load_state()
        page.locator("details").evaluate_all("parts => parts.forEach((part) => (part.open = true))")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.get_by_role("button", name="검토", exact=True).click()
    assert violations(page) == []
    page.locator("details").evaluate_all("parts => parts.forEach((part) => (part.open = true))")
    read(page, "부산: 1회차 40위 → 2회차 8위")
    page.get_by_role("button", name="검토", exact=True).click()
    expect(page.get_by_role("heading", name="입력 초안")).to_be_visible()
    assert violations(page) == []
