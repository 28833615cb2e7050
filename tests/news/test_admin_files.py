"""Pictures and attachments in the form of an article."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.newsroom import article, at_work, errors_of, fields_of
from tests.pictures import png

pytestmark = pytest.mark.django_db

MISSING = "꾸밈 그림이면"


@pytest.fixture
def editor():
    return at_work("editor")


def change(draft):
    return reverse("admin:news_article_change", args=[draft.pk])


def save(client, draft, **changes):
    return client.post(change(draft), fields_of(client.get(change(draft)), **changes))


def added_image(**fields):
    row = {f"images-0-{name}": value for name, value in fields.items()}
    return {"images-TOTAL_FORMS": 1, **row}


def added_attachment(**fields):
    row = {f"attachments-0-{name}": value for name, value in fields.items()}
    return {"attachments-TOTAL_FORMS": 1, "attachments-0-position": 0, **row}


def test_a_picture_is_uploaded_with_its_descriptions(editor):
    draft = article()

    save(editor, draft, **added_image(file=png(), alt_ko="광안대교", alt_en="The bridge"))

    image = draft.images.get()
    assert (image.alt_ko, image.alt_en, image.width) == ("광안대교", "The bridge", 40)


def test_the_form_shows_how_to_put_a_picture_into_the_text(editor):
    draft = article()
    image = draft.images.create(file=png(), alt_ko="다리")

    page = editor.get(change(draft)).content.decode()

    assert f"![](image:{image.pk})" in page
    assert f'src="{image.get_absolute_url()}"' in page


@pytest.mark.parametrize(
    ("ready", "fields", "missing"),
    [
        (["ko"], {"alt_ko": "다리"}, []),
        (["ko"], {}, ["images-0-alt_ko"]),
        (["ko"], {"alt_en": "The bridge"}, ["images-0-alt_ko"]),
        (["ko", "en"], {"alt_ko": "다리"}, ["images-0-alt_en"]),
        (["ko", "en"], {}, ["images-0-alt_ko", "images-0-alt_en"]),
        (["ko", "en"], {"is_decorative": "on"}, []),
        ([], {}, []),
    ],
)
def test_a_ready_language_needs_descriptions(editor, ready, fields, missing):
    draft = article(title_en="Festival")
    boxes = {f"is_ready_{code}": "on" if code in ready else None for code in ("ko", "en")}

    response = save(editor, draft, **boxes, **added_image(file=png(), **fields))

    assert response.status_code == (200 if missing else 302)
    if missing:
        found = errors_of(response)
        assert list(found) == [*missing, "images-0-file"]
        assert all(MISSING in found[name][0] for name in missing)


def test_who_chose_files_in_vain_is_told_to_choose_them_again(editor):
    draft = article()
    rows = added_image(file=png("bridge.png"), alt_ko="다리") | added_attachment(
        file=SimpleUploadedFile("plan.txt", b"x")
    )

    response = save(editor, draft, title_ko="", **rows)

    found = errors_of(response)
    assert list(found) == ["title_ko", "images-0-file", "attachments-0-file"]
    assert "‘bridge.png’ 파일을 다시" in found["images-0-file"][0]


@pytest.mark.parametrize(("alone", "told"), [(True, True), (False, False)])
def test_who_saves_is_told_of_pictures_that_no_text_shows(editor, alone, told):
    draft = article(title_en="Festival")
    image = draft.images.create(file=png(), alt_ko="다리")
    body = "" if alone else f"![The bridge](image:{image.pk})"

    response = save(editor, draft, body_en=body)

    page = editor.get(response.url).content.decode()
    assert ("본문에 넣지 않은 그림이 1장" in page) == told


def test_a_picture_in_use_is_not_removed(editor):
    draft = article()
    image = draft.images.create(file=png(), alt_ko="다리")
    body = f"□ 하나\n\n![다리](image:{image.pk})"

    response = save(editor, draft, body_ko=body, **{"images-0-DELETE": "on"})

    [sentence] = errors_of(response)[""]
    assert "3번째 줄(한국어)" in sentence
    assert draft.images.exists()


def test_a_picture_leaves_together_with_its_place_in_the_text(editor):
    draft = article(body_ko="")
    image = draft.images.create(file=png(), alt_ko="다리")
    draft.body_ko = f"![다리](image:{image.pk})"
    draft.save()

    response = save(editor, draft, body_ko="□ 하나", **{"images-0-DELETE": "on"})

    assert response.status_code == 302
    assert not draft.images.exists()


def test_a_picture_of_another_article_cannot_be_used(editor):
    other = article().images.create(file=png(), alt_ko="다리")

    response = save(editor, article(), body_ko=f"![다리](image:{other.pk})")

    assert list(errors_of(response)) == ["body_ko"]


@pytest.mark.parametrize(
    "upload",
    [
        SimpleUploadedFile("picture.png", b"<script>alert(1)</script>"),
        SimpleUploadedFile("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        SimpleUploadedFile("picture.png", b""),
    ],
    ids=["no picture", "another type", "empty"],
)
def test_a_file_that_is_no_picture_is_refused_in_korean(editor, upload):
    draft = article()

    response = save(editor, draft, **added_image(file=upload, alt_ko="다리"))

    [sentence] = errors_of(response)["images-0-file"]
    assert any("가" <= char <= "힣" for char in sentence)
    assert not draft.images.exists()


def test_an_attachment_is_uploaded_with_its_name_and_size(editor):
    draft = article()
    upload = SimpleUploadedFile("일정표.txt", "가나다".encode())

    response = save(editor, draft, **added_attachment(file=upload, title_ko="일정표"))

    assert response.status_code == 302, errors_of(response)
    attachment = draft.attachments.get()
    assert (attachment.filename, attachment.size) == ("일정표.txt", 9)


def test_an_attachment_that_is_not_what_it_claims_is_refused(editor):
    draft = article()

    response = save(
        editor, draft, **added_attachment(file=SimpleUploadedFile("plan.pdf", b"MZ\x90"))
    )

    assert list(errors_of(response)) == ["attachments-0-file"]
