"""Figures entered by pasting in a real browser: read, decided on, saved, on a desk and a phone."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import expect

from rankings.models import Draft, Result
from tests.browser.conftest import PHONE, WIDE
from tests.rankings.factories import make_city, make_edition, make_measure, make_ranking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TABLE = "City\tRank\tTalent\nLondon en\t1\t2\nBusan en\t8\t62th\nSeul\t9\tn/a\n"


@pytest.fixture
def edition(db):
    ranking = make_ranking()
    make_measure(ranking, "talent", label_ko="인재", label_en="Talent")
    for slug in ("london", "busan", "seoul"):
        make_city(slug)
    before = make_edition(ranking, 1, {"busan": 40})
    return make_edition(ranking, 2, after=before, is_public=False)


@pytest.fixture
def page(open_browser, edition):
    page = open_browser(User.objects.create_superuser("editor"))
    page.goto(reverse("admin:rankings_edition_grid", args=[edition.pk]))
    return page


def paste(page, text=TABLE):
    page.get_by_role("link", name="붙여넣기로 입력").click()
    page.get_by_label("표:", exact=True).fill(text)
    page.get_by_role("button", name="읽고 검토하기").click()


def test_table_is_pasted_decided_on_and_saved(page, edition):
    paste(page)

    seul = page.get_by_role("group", name="Seul")
    expect(seul.get_by_label("도시 이름")).to_be_hidden()
    seul.get_by_label("Seul", exact=False).first.select_option(label="다른 도시")
    seul.get_by_label("도시 이름").fill("Seoul ko")
    page.get_by_role("button", name="다시 검토").click()
    page.get_by_label("확인했습니다").check()
    page.get_by_label("오류가 아닌 이유").fill("원문과 같음")
    page.get_by_role("button", name="저장", exact=True).click()

    expect(page.get_by_role("listitem").filter(has_text="저장했습니다")).to_be_visible()
    assert Result.objects.filter(edition=edition).count() == 6


def test_all_open_names_can_be_chosen_for_at_once(page):
    paste(page, TABLE + "Oslo\t10\t3\nBergen\t11\t4\n")
    choices = page.locator(".paste-name > select")
    choices.nth(0).select_option("skip")

    page.get_by_label("아직 정하지 않은 이름 모두").select_option("new")

    for choice, value in zip(choices.all(), ("skip", "new", "new"), strict=True):
        expect(choice).to_have_value(value)
    expect(page.get_by_label("국가 (한국어)").locator("visible=true")).to_have_count(2)


def test_review_that_waits_for_decisions_may_be_left(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    paste(page)

    page.get_by_role("link", name="표 고치기").first.click()
    expect(page.get_by_role("heading", name="표 고치기")).to_be_visible()
    assert asked == []

    page.wait_for_load_state()  # the script that asks is there
    page.get_by_label("표:", exact=True).fill("")
    page.get_by_role("link", name="취소").click()
    expect(page.get_by_role("group", name="Seul")).to_be_visible()
    assert asked == ["beforeunload"]


def test_link_of_an_error_leads_to_its_cell(page):
    paste(page, TABLE.replace("\t8\t", "\tacht\t"))

    page.get_by_role("link", name="acht").click()

    expect(page.locator("td:target")).to_contain_text("acht")
    expect(page.locator("td:target")).to_be_in_viewport()


def test_draft_waits_until_it_is_continued(page, edition):
    paste(page)
    page.goto(reverse("admin:rankings_edition_change", args=[edition.pk]))

    page.get_by_role("link", name="계속").click()

    expect(page.get_by_role("group", name="Seul")).to_be_visible()
    page.get_by_role("link", name="초안 삭제").click()
    page.get_by_role("button", name="삭제").click()
    expect(page.locator(".messagelist")).to_be_visible()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("viewport", [WIDE, PHONE])
def test_pages_can_be_used_by_everybody(page, violations, viewport):
    page.set_viewport_size(viewport)
    page.get_by_role("link", name="붙여넣기로 입력").click()
    assert violations(page) == []

    page.get_by_label("표:", exact=True).fill(TABLE.replace("\t8\t", "\tacht\t"))
    page.get_by_role("button", name="읽고 검토하기").click()
    page.wait_for_load_state()
    page.locator("details").evaluate_all("parts => parts.forEach((part) => (part.open = true))")
    page.locator(".paste-name > select").select_option("new")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.get_by_role("link", name="초안 삭제").click()
    assert violations(page) == []
