"""Pictures of an article in a real browser: uploaded, chosen, put into the text."""

import pytest
from playwright.sync_api import expect

from tests.browser.article_form import BODY, button, change, preview
from tests.newsroom import article
from tests.pictures import png

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_uploaded_picture_is_put_into_the_text_with_its_description(editor):
    story = article(body_ko="□ 하나", title_en="Festival", body_en="□ First")
    image = story.images.create(file=png(), alt_ko="밤의 [다리]", alt_en="The bridge")
    editor.goto(change(story))

    insert = editor.locator("#images-group").get_by_role("button", name="본문에 넣기")
    insert.click()
    editor.get_by_role("tab", name="English").click()
    insert.click()

    expect(editor.locator(BODY)).to_have_value(f"□ 하나\n\n![밤의 다리](image:{image.pk})\n")
    expect(editor.locator("#id_body_en")).to_have_value(
        f"□ First\n\n![The bridge](image:{image.pk})\n"
    )
    expect(preview(editor, "en").get_by_role("img", name="The bridge")).to_be_visible()


def test_the_button_puts_the_only_picture_into_the_text(editor):
    story = article(body_ko="□ 하나")
    image = story.images.create(file=png(), alt_ko="다리")
    editor.goto(change(story))

    button(editor, "그림").click()

    expect(editor.locator(BODY)).to_have_value(f"□ 하나\n\n![다리](image:{image.pk})\n")
    expect(editor.locator(BODY)).to_be_focused()


def test_the_button_offers_several_pictures(editor, violations):
    story = article(body_ko="□ 하나")
    story.images.create(file=png(), alt_ko="다리")
    second = story.images.create(file=png(), alt_ko="")
    editor.goto(change(story))
    opener, choice = button(editor, "그림"), editor.get_by_role("dialog")

    opener.click()
    expect(choice.get_by_role("listitem")).to_have_count(2)
    assert violations(editor) == []
    editor.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(editor.locator(BODY)).to_have_value("□ 하나")
    opener.click()
    editor.keyboard.press("Tab")
    expect(choice.get_by_role("button", name=f"그림 {second.pk}: 설명 없음")).to_be_focused()
    editor.keyboard.press("Enter")

    expect(editor.locator(BODY)).to_have_value(f"□ 하나\n\n![](image:{second.pk})\n")
    expect(choice).to_be_hidden()


def test_the_button_leads_to_the_upload_when_there_is_no_picture(editor, tmp_path):
    picture = tmp_path / "bridge.png"
    picture.write_bytes(png().read())
    editor.goto(change(article(body_ko="□ 하나")))
    file, hint = editor.locator("#id_images-0-file"), editor.locator("#picture-hint")

    button(editor, "그림").click()
    expect(file).to_be_focused()
    expect(hint).to_contain_text("아직 올린 그림이 없습니다")
    file.set_input_files(picture)
    button(editor, "그림").click()

    expect(file).to_be_focused()
    expect(hint).to_contain_text("먼저 저장하십시오")
    expect(editor.locator(BODY)).to_have_value("□ 하나")


def test_another_picture_can_be_uploaded_from_the_choice(editor):
    story = article()
    for _number in range(2):
        story.images.create(file=png(), alt_ko="다리")
    editor.goto(change(story))

    button(editor, "그림").click()
    editor.get_by_role("button", name="새 그림 올리기").click()

    expect(editor.locator("#id_images-2-file")).to_be_focused()


def test_a_picture_left_out_of_the_text_is_remarked_and_put_in(editor):
    story = article(body_ko="□ 하나")
    image = story.images.create(file=png(), alt_ko="다리")
    editor.goto(change(story))
    remark = editor.locator("#language-ko [data-pictures]")

    expect(remark).to_contain_text("본문에 넣지 않은 그림 1장")
    remark.get_by_role("button", name="본문에 넣기").click()

    expect(editor.locator(BODY)).to_have_value(f"□ 하나\n\n![다리](image:{image.pk})\n")
    expect(remark).to_be_empty()
