"""Saving and publishing an article in a real browser, and what keeps from it."""

import re

import pytest
from playwright.sync_api import expect

from news.models import Article
from tests.browser.article_form import ADD, BODY, change
from tests.newsroom import article, department, member
from tests.pictures import png

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_release_is_written_and_published_and_read(open_browser, live_server):
    department()
    writer, approver = open_browser(member("editor")), open_browser(member("approver"))
    writer.goto(ADD)
    writer.select_option("#id_department", label="대변인실")
    writer.fill("#id_title_ko", "겨울 축제 연다")
    writer.fill(BODY, "□ 축제가 열린다")
    writer.check("#id_is_ready_ko")
    writer.get_by_role("button", name="저장(초안)").click()
    expect(writer.get_by_role("button", name="게시·예약")).to_have_count(0)

    approver.goto(re.sub(r".*(/admin/.*)", r"\1", writer.url))
    approver.get_by_role("button", name="게시·예약").click()
    expect(approver.locator(".messagelist")).to_contain_text("게시했습니다")

    reader = open_browser()
    reader.goto(Article.objects.get().get_absolute_url())
    expect(reader.locator("h1")).to_have_text("겨울 축제 연다")


def test_publishing_without_a_language_is_stopped_before_files_are_lost(open_browser, tmp_path):
    picture = tmp_path / "bridge.png"
    picture.write_bytes(png().read())
    approver = open_browser(member("approver"))
    approver.goto(change(article(is_ready_ko=False)))
    approver.locator("#images-group .add-row a").click()
    approver.set_input_files("#id_images-0-file", picture)
    languages = approver.get_by_role("group", name="게시할 언어")
    publish = approver.get_by_role("button", name="게시·예약")

    publish.click()

    expect(languages.get_by_role("alert")).to_have_text("게시할 언어를 하나 이상 고르십시오.")
    expect(languages.get_by_label("한국어")).to_be_focused()
    assert approver.evaluate("document.querySelector('#id_images-0-file').files.length") == 1
    languages.get_by_label("한국어").check()
    expect(languages.get_by_role("alert")).to_be_hidden()
    expect(approver.locator("#id_is_ready_ko")).to_be_checked()
    approver.fill("#id_images-0-alt_ko", "다리")
    publish.click()
    expect(approver.locator(".messagelist")).to_contain_text("게시했습니다")


def test_the_boxes_beside_the_buttons_are_those_of_the_texts(open_browser):
    approver = open_browser(member("approver"))
    approver.goto(change(article()))
    languages = approver.get_by_role("group", name="게시할 언어")

    expect(languages.get_by_label("한국어")).to_be_checked()
    approver.uncheck("#id_is_ready_ko")
    expect(languages.get_by_label("한국어")).not_to_be_checked()
    languages.get_by_label("English").check()
    expect(approver.get_by_role("tab", name="English")).to_contain_text("공개 준비됨")


def test_what_must_be_mended_stands_first_and_leads_to_hidden_fields(editor, violations, tmp_path):
    picture = tmp_path / "bridge.png"
    picture.write_bytes(png().read())
    editor.goto(change(article(title_ko="", is_ready_ko=False, title_en="Festival")))
    editor.check("#id_is_ready_ko")
    editor.get_by_role("tab", name="English").click()
    editor.fill("#id_body_en", "[[poem:none]]")
    editor.locator("#images-group .add-row a").click()
    editor.set_input_files("#id_images-0-file", picture)
    editor.get_by_role("button", name="저장(초안)").click()

    mistakes = editor.locator("[data-mistakes]")
    expect(mistakes).to_be_focused()
    expect(mistakes.get_by_role("listitem")).to_have_count(4)
    assert violations(editor) == []
    mistakes.get_by_role("link", name="본문 (English): 1번째 줄").click()
    expect(editor.locator("#id_body_en")).to_be_focused()
    mistakes.get_by_role("link", name="제목 (한국어)").press("Enter")
    expect(editor.locator("#id_title_ko")).to_be_focused()
    mistakes.get_by_role("link", name="‘bridge.png’ 파일을 다시").click()
    expect(editor.locator("#id_images-0-file")).to_be_focused()


def test_a_new_article_with_mistakes_does_not_begin_at_its_first_field(editor):
    editor.goto(ADD)

    editor.get_by_role("button", name="저장(초안)").click()

    expect(editor.locator("[data-mistakes]")).to_be_focused()


def test_the_second_of_two_editors_is_told_and_loses_nothing(open_browser, violations):
    story = article(title_en="Festival")
    kim, lee = open_browser(member("editor", "kim")), open_browser(member("editor", "lee"))
    for page in (kim, lee):
        page.goto(change(story))
    lee.fill(BODY, "□ 이 주무관의 글")
    lee.get_by_role("button", name="저장(초안)").click()
    expect(lee.locator(".messagelist")).to_be_visible()

    kim.fill(BODY, "□ 김 주무관의 글")
    kim.get_by_role("button", name="저장(초안)").click()

    notice = kim.locator(".conflict")
    expect(notice).to_contain_text("lee")
    expect(notice.locator("textarea").nth(0)).to_have_value("□ 이 주무관의 글")
    expect(kim.locator(BODY)).to_have_value("□ 김 주무관의 글")
    assert violations(kim) == []
    kim.get_by_role("button", name="저장(초안)").click()
    expect(kim.locator(".messagelist")).to_be_visible()
    assert Article.objects.get().body_ko == "□ 김 주무관의 글"


def test_leaving_with_unsaved_changes_asks_first(editor):
    asked = []
    editor.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    editor.goto(ADD)

    editor.reload()
    assert asked == []
    editor.locator("#id_title_ko").press_sequentially("제목")
    editor.reload()
    assert asked == ["beforeunload"]


def test_it_all_works_without_javascript(open_browser):
    story = article(title_en="Festival")
    page = open_browser(member("editor"), java_script_enabled=False)
    page.goto(change(story))

    expect(page.locator("#id_title_ko")).to_be_visible()
    expect(page.locator("#id_title_en")).to_be_visible()
    expect(page.get_by_role("region", name="English 작성 중")).to_be_visible()
    page.fill(BODY, "□ 하나\n◎ 둘")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="한국어 미리보기").click()
    expect(opened.value.locator("h1")).to_have_text("겨울 축제 연다")
    expect(opened.value.locator("#findings")).to_contain_text("2")
    page.get_by_role("button", name="저장(초안)").click()
    expect(page.locator(".messagelist")).to_be_visible()
    assert Article.objects.get().body_ko == "□ 하나\n◎ 둘"
