"""The form of an article in a real browser: tabs, notation buttons, preview."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from news.models import Article
from tests.browser.article_form import ADD, BODY, button, change, findings, preview
from tests.browser.conftest import PHONE
from tests.newsroom import article, member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# ---- language tabs


def test_tabs_show_one_language_at_a_time(editor):
    editor.goto(ADD)
    korean, english = editor.get_by_role("tab").all()

    expect(editor.locator("#id_title_ko")).to_be_visible()
    expect(editor.locator("#id_title_en")).to_be_hidden()

    english.click()

    expect(editor.locator("#id_title_en")).to_be_visible()
    expect(editor.locator("#id_title_ko")).to_be_hidden()
    expect(english).to_have_attribute("aria-selected", "true")
    expect(korean).to_have_attribute("aria-selected", "false")
    expect(editor.get_by_role("tabpanel", name="English")).to_be_visible()


def test_tabs_are_moved_through_with_the_arrow_keys(editor):
    editor.goto(ADD)
    korean, english = editor.get_by_role("tab").all()
    korean.focus()

    for key, focused in (
        ("ArrowRight", english),
        ("ArrowRight", korean),
        ("ArrowLeft", english),
        ("Home", korean),
        ("End", english),
    ):
        editor.keyboard.press(key)
        expect(focused).to_be_focused()
        expect(focused).to_have_attribute("aria-selected", "true")


def test_a_tab_says_how_far_its_language_is(editor):
    editor.goto(ADD)
    tab = editor.get_by_role("tab").first

    expect(tab).to_contain_text("비어 있음")
    editor.fill("#id_title_ko", "제목")
    expect(tab).to_contain_text("작성 중")
    editor.check("#id_is_ready_ko")
    expect(tab).to_contain_text("공개 준비됨")


def test_the_language_with_an_error_is_shown_first(editor):
    editor.goto(change(article()))
    editor.get_by_role("tab", name="English").click()
    editor.check("#id_is_ready_en")
    editor.get_by_role("tab", name="한국어").click()

    editor.get_by_role("button", name="저장(초안)").click()

    expect(editor.get_by_role("tab", name="English")).to_contain_text("고칠 곳 있음")
    expect(editor.locator("#id_title_en")).to_be_visible()


def test_both_languages_can_stand_side_by_side(editor):
    editor.goto(ADD)

    editor.get_by_role("button", name="나란히 보기").click()

    korean = editor.locator("#id_title_ko").bounding_box()
    english = editor.locator("#id_title_en").bounding_box()
    assert english["x"] > korean["x"] + korean["width"]
    assert abs(english["y"] - korean["y"]) < 5
    editor.reload()
    expect(editor.locator("#id_title_en")).to_be_visible()


# ---- notation


@pytest.mark.parametrize(
    ("text", "name", "result"),
    [
        ("하나", "항목", "□ 하나"),
        ("□ 하나", "둘째", "○ 하나"),
        ("○ 하나", "둘째", "하나"),
        ("  - 하나", "참고", "※ 하나"),
        ("하나", "소제목", "<하나>"),
        ("", "굵게", "****"),
        ("하나", "순위표", "하나\n\n[[ranking:]]\n"),
        ("", "추이", "[[trend:]]\n"),
    ],
)
def test_a_button_writes_its_notation(editor, text, name, result):
    editor.goto(ADD)
    editor.fill(BODY, text)

    button(editor, name).click()

    expect(editor.locator(BODY)).to_have_value(result)
    expect(editor.locator(BODY)).to_be_focused()


def test_a_button_marks_every_selected_line(editor):
    editor.goto(ADD)
    editor.fill(BODY, "하나\n둘\n셋")
    editor.evaluate("document.querySelector('#id_body_ko').setSelectionRange(1, 4)")

    button(editor, "항목").click()

    expect(editor.locator(BODY)).to_have_value("□ 하나\n□ 둘\n셋")


def test_what_a_button_wrote_can_be_undone(editor):
    editor.goto(ADD)
    editor.locator(BODY).press_sequentially("sea")
    button(editor, "항목").click()

    editor.keyboard.press("Control+z")

    expect(editor.locator(BODY)).to_have_value("sea")


def test_typing_goes_on_inside_an_embed(editor):
    editor.goto(ADD)
    editor.click(BODY)

    button(editor, "순위표").click()
    editor.keyboard.type("sci/12")

    expect(editor.locator(BODY)).to_have_value("[[ranking:sci/12]]\n")


def test_a_syllable_being_composed_is_not_lost(editor):
    editor.goto(ADD)
    editor.click(BODY)
    typewriter = editor.context.new_cdp_session(editor)
    typewriter.send("Input.insertText", {"text": "부"})
    typewriter.send(
        "Input.imeSetComposition", {"text": "산", "selectionStart": 1, "selectionEnd": 1}
    )

    button(editor, "항목").click()

    expect(editor.locator(BODY)).to_have_value("□ 부산")


def test_the_buttons_are_one_stop_for_the_keyboard(editor):
    editor.goto(ADD)
    editor.focus("#id_lead_ko")

    editor.keyboard.press("Tab")
    expect(button(editor, "항목")).to_be_focused()
    editor.keyboard.press("ArrowRight")
    expect(button(editor, "둘째")).to_be_focused()
    editor.keyboard.press("Enter")
    expect(editor.locator(BODY)).to_be_focused()
    expect(editor.locator(BODY)).to_have_value("○ ")


# ---- preview


def test_the_preview_follows_what_is_typed(editor):
    editor.goto(ADD)
    editor.fill("#id_title_ko", "겨울 축제")

    editor.locator(BODY).press_sequentially("□ 하나")

    expect(preview(editor).locator("h1")).to_have_text("겨울 축제")
    expect(preview(editor).locator("ul.points li")).to_have_text("하나")
    editor.locator(BODY).press_sequentially(" 더")
    expect(preview(editor).locator("ul.points li")).to_have_text("하나 더")


def test_each_language_has_its_own_preview(editor):
    editor.goto(change(article(title_en="Festival", body_en="□ First")))

    editor.get_by_role("tab", name="English").click()

    expect(preview(editor, "en").locator("h1")).to_have_text("Festival")
    expect(preview(editor, "en").locator("html")).to_have_attribute("lang", "en")


def test_a_remark_leads_to_its_line(editor):
    editor.goto(ADD)
    editor.fill(BODY, "□ 하나\n\n◎ 모르는 기호\n\n[[ranking:none/1]]")

    expect(findings(editor)).to_have_count(2)
    expect(findings(editor).nth(0)).to_contain_text("3")
    expect(editor.locator("#language-ko .finding-error")).to_contain_text("5")
    findings(editor).nth(0).click()

    expect(editor.locator(BODY)).to_be_focused()
    selected = editor.evaluate(
        "(() => { const field = document.querySelector('#id_body_ko');"
        " return field.value.slice(field.selectionStart, field.selectionEnd) })()"
    )
    assert selected == "◎ 모르는 기호"


def test_the_preview_runs_no_script_and_leads_nowhere(editor):
    editor.goto(ADD)
    editor.fill(BODY, "<script>top.wasRun = true</script>\n\n[밖으로](https://example.com/)")

    link = preview(editor).get_by_role("link", name="밖으로")
    expect(link).to_be_visible()

    assert editor.evaluate("window.wasRun") is None
    assert "allow-scripts" not in editor.locator("#language-ko iframe").get_attribute("sandbox")


# ---- for everybody


@pytest.mark.parametrize("size", [{}, {"viewport": PHONE}], ids=["desktop", "phone"])
@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/news/article/",
        ADD,
        "/admin/news/article/{pk}/change/",
        "/admin/news/article/{pk}/history/",
        "/admin/news/article/{pk}/history/{record}/",
        "/admin/news/article/{pk}/withdraw/",
        "/admin/news/department/",
        "/admin/auth/user/",
        "/admin/auth/group/add/",
        "/admin/portal/sitesettings/add/",
    ],
)
def test_pages_can_be_used_by_everybody_and_fit_the_screen(open_browser, violations, address, size):
    soon = timezone.now() + timedelta(days=1)
    story = article(status=Article.Status.PUBLISHED, published_at=soon)
    story.title_ko, story.body_ko = "둘째 제목", "□ 하나\n□ 둘"
    story.save()
    page = open_browser(member("administrator"), **size)

    page.goto(address.format(pk=story.pk, record=story.history.first().pk))
    page.wait_for_load_state("networkidle")

    assert violations(page) == []
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(width) <= 0


def test_the_login_can_be_used_by_everybody(open_browser, violations):
    page = open_browser()

    page.goto("/admin/login/")

    assert violations(page) == []
