"""Who gets an uploaded file, and what a browser may do with it."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from news.models import Attachment, Image
from tests.news.articles import hidden_articles, make_article
from tests.news.uploads import GENUINE, PDF, picture, upload

pytestmark = pytest.mark.django_db

STATES = ["draft", "scheduled", "expired", "withdrawn"]


def attach(article, name="보도 자료.pdf", content=PDF):
    return Attachment.objects.create(article=article, file=upload(name, content))


def place(article, name="바다.png"):
    return Image.objects.create(article=article, file=picture(name))


def body_of(response):
    """Reads the file to its end, which closes it; response.close() would close the database too."""
    return b"".join(response.streaming_content)


@pytest.fixture
def editor():
    user = User.objects.create_user("editor", password="x", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_article"))
    return user


def test_a_picture_is_sent_to_everybody_and_may_be_kept(client):
    image = place(make_article())

    response = client.get(image.get_absolute_url())

    assert body_of(response).startswith(b"\x89PNG")
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"].startswith("inline")
    assert response["Cache-Control"] == "public, max-age=3600"
    assert not response.has_header("Vary")
    assert not response.cookies


def test_an_attachment_is_sent_under_its_korean_name(client):
    attachment = attach(make_article())

    response = client.get(attachment.get_absolute_url())

    assert body_of(response) == PDF
    assert response["Content-Length"] == str(len(PDF))
    assert response["Content-Disposition"] == (
        "inline; filename*=utf-8''%EB%B3%B4%EB%8F%84%20%EC%9E%90%EB%A3%8C.pdf"
    )
    assert response["Cache-Control"].startswith("public, max-age=60")
    assert not response.has_header("Vary")


@pytest.mark.parametrize("name", GENUINE)
def test_only_pictures_and_pdf_open_in_the_browser_and_nothing_may_run(client, name):
    attachment = attach(make_article(), name, GENUINE[name])

    response = client.get(attachment.get_absolute_url())

    opens = name.lower().endswith((".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf"))
    assert response["Content-Disposition"].startswith("inline" if opens else "attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    body_of(response)


@pytest.mark.parametrize("state", STATES)
def test_files_of_what_is_not_public_are_not_found(client, state):
    article = hidden_articles()[state]

    for file in (place(article), attach(article)):
        assert client.get(file.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("state", STATES)
def test_editors_see_them_and_nothing_keeps_a_copy(client, editor, state):
    article = hidden_articles()[state]
    client.force_login(editor)

    for file in (place(article), attach(article)):
        response = client.get(file.get_absolute_url())
        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"
        body_of(response)


def test_staff_without_the_permission_and_visitors_with_it_do_not_see_them(client, editor):
    image = place(hidden_articles()["draft"])
    others = User.objects.create_user("staff", is_staff=True), editor
    User.objects.filter(pk=editor.pk).update(is_staff=False)

    for user in others:
        client.force_login(user)
        assert client.get(image.get_absolute_url()).status_code == 404


def test_public_files_are_the_same_for_editors(client, editor):
    image = place(make_article())
    client.force_login(editor)

    response = client.get(image.get_absolute_url())

    assert response["Cache-Control"] == "public, max-age=3600"
    assert not response.has_header("Vary")
    body_of(response)


def test_an_unchanged_file_is_not_sent_again(client):
    image = place(make_article())
    first = client.get(image.get_absolute_url())
    body_of(first)

    second = client.get(image.get_absolute_url(), headers={"if-none-match": first["ETag"]})

    assert second.status_code == 304
    assert second["ETag"] == first["ETag"]
    assert second["Cache-Control"] == first["Cache-Control"]


def test_an_unchanged_file_of_a_withdrawn_article_is_no_longer_confirmed(client):
    article = make_article()
    image = place(article)
    first = client.get(image.get_absolute_url())
    body_of(first)
    article.status = article.Status.WITHDRAWN
    article.save()

    second = client.get(image.get_absolute_url(), headers={"if-none-match": first["ETag"]})

    assert second.status_code == 404


def test_files_are_not_compressed_on_the_way(client):
    attachment = attach(make_article(), "긴 글.txt", b"a" * 5000)

    response = client.get(attachment.get_absolute_url(), headers={"accept-encoding": "gzip"})

    assert not response.has_header("Content-Encoding")
    assert body_of(response) == b"a" * 5000


def test_another_name_leads_to_the_right_one(client):
    attachment = attach(make_article())

    response = client.get(reverse("attachment-file", args=[attachment.pk, "other.exe"]))

    assert response.status_code == 302
    assert response["Location"] == attachment.get_absolute_url()


def test_the_right_name_of_a_hidden_file_is_not_given_away(client):
    attachment = attach(hidden_articles()["draft"])

    response = client.get(reverse("attachment-file", args=[attachment.pk, "x"]))

    assert response.status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/files/images/1",
        "/files/images/9223372036854775808",
        "/files/images/" + "9" * 40,
        "/files/images/-1",
        "/files/images/x",
        "/files/attachments/1/a.pdf",
        "/files/attachments/99999999999999999999/a.pdf",
        "/files/attachments/1/%00",
        "/files/attachments/1/../../settings.py",
    ],
)
def test_what_does_not_exist_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_a_file_that_vanished_from_the_store_is_not_found_and_reported(client, caplog):
    image = place(make_article())
    Path(image.file.path).unlink()

    assert client.get(image.get_absolute_url()).status_code == 404
    assert image.file.name in caplog.text


def test_files_can_only_be_read(client):
    assert client.post(place(make_article()).get_absolute_url()).status_code == 405
