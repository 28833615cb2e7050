"""The smaller files of uploads: made, shown, sent, replaced and deleted."""

import logging
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.base import ContentFile
from django.core.management import call_command

from news.body import Body
from news.management.commands import make_picture_sizes
from news.models import Image
from news.pictures import conversion
from news.pictures.sizes import make_sizes, stored_names
from tests.news.articles import hidden_articles, make_article
from tests.news.pictures.test_conversion import scenery, stored
from tests.newsroom import at_work, fields_of
from tests.pictures import png

pytestmark = pytest.mark.django_db
KEPT = "public, max-age=31536000, s-maxage=3600, immutable"


def photograph(name="바다.jpg", size=(560, 112)):
    return ContentFile(stored(scenery(size), "JPEG").read(), name=name)


def place(article, upload=None):
    return Image.objects.create(article=article, file=upload or photograph(), alt_ko="바다")


def files_of(image):
    return [Path(image.file.storage.path(name)) for name in stored_names(image)]


def html_with(*images):
    text = "\n\n".join(f"![바다](image:{image.pk})" for image in images)
    return Body(images[0].article, "ko", text).html


def addresses(html):
    return re.findall(r"(/files/images/\d+/\w+/\d+\.\w+) \d+w", html)


def body_of(response):
    return b"".join(response.streaming_content)


def test_an_upload_gets_its_smaller_files():
    image = place(make_article())

    assert image.sizes == {"avif": [480, 560], "webp": [480, 560]}
    assert all(path.stat().st_size for path in files_of(image))
    assert len(files_of(image)) == 5


def test_a_page_offers_them_and_the_original_to_browsers_without():
    image = place(make_article())

    html = html_with(image)

    assert re.findall(r'<source type="([^"]+)"', html) == ["image/avif", "image/webp"]
    assert html.count(" 480w, ") == html.count(" 560w") == 2
    assert f'<img src="{image.get_absolute_url()}" alt="바다" width="560" height="112"' in html
    assert html.count("<picture>") == html.count("</picture>") == 1


def test_the_first_picture_is_fetched_at_once_and_the_others_when_they_are_near():
    article = make_article()

    first, second = re.findall("<img[^>]+>", html_with(place(article), place(article)))

    assert 'fetchpriority="high"' in first
    assert "loading" not in first
    assert 'loading="lazy"' in second
    assert "fetchpriority" not in second
    assert first.count("decoding") == second.count('decoding="async"') == 1


def test_a_tiny_picture_has_no_other_formats():
    image = place(make_article(), png())

    assert image.sizes == {}
    assert "<picture>" not in html_with(image)


def test_every_address_on_the_page_is_answered_with_what_it_promises(client):
    image = place(make_article())

    for address in addresses(html_with(image)):
        response = client.get(address)
        assert response["Content-Type"] == f"image/{address.rpartition('.')[2]}"
        assert response["Cache-Control"] == KEPT
        assert response["Content-Disposition"].startswith("inline")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert not response.has_header("Vary")
        assert not response.cookies
        assert len(body_of(response)) == int(response["Content-Length"])
        again = client.get(address, headers={"if-none-match": response["ETag"]})
        assert (again.status_code, again["Cache-Control"]) == (304, KEPT)


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired", "withdrawn"])
def test_sizes_of_what_is_not_public_are_for_editors_alone(client, state):
    image = place(hidden_articles()[state])
    address = addresses(html_with(image))[0]

    assert client.get(address).status_code == 404
    user = User.objects.create_user("editor", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(user)
    response = client.get(address)
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    body_of(response)


@pytest.mark.parametrize(
    ("old", "new"),
    [("480.avif", "481.avif"), ("480.avif", "480.jpg"), ("480.avif", "480"), ("480", "9" * 30)],
)
def test_sizes_that_were_not_made_are_not_found(client, old, new):
    address = addresses(html_with(place(make_article())))[0]

    assert client.get(address.replace(old, new)).status_code == 404


def test_the_address_of_another_upload_is_not_found(client):
    image = place(make_article())
    address = addresses(html_with(image))[0]
    token = image.file.name.removeprefix("images/")[:8]

    assert client.get(address.replace(token, "0" * 8)).status_code == 404


def test_a_size_that_vanished_from_the_store_is_not_found_and_reported(client, caplog):
    image = place(make_article())
    for path in files_of(image):
        path.unlink()

    assert client.get(addresses(html_with(image))[0]).status_code == 404
    assert "480.avif" in caplog.text


def test_deleting_a_picture_deletes_its_files(django_capture_on_commit_callbacks):
    image = place(make_article())
    files = files_of(image)

    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
        assert all(path.exists() for path in files)

    assert not any(path.exists() for path in files)


def test_deleting_an_article_deletes_the_files_of_its_pictures(django_capture_on_commit_callbacks):
    image = place(make_article())
    files = files_of(image)

    with django_capture_on_commit_callbacks(execute=True):
        image.article.delete()

    assert not any(path.exists() for path in files)


def test_another_upload_replaces_all_files(django_capture_on_commit_callbacks):
    image = place(make_article())
    old, old_addresses = files_of(image), addresses(html_with(image))

    with django_capture_on_commit_callbacks(execute=True):
        image.file = photograph(size=(500, 100))
        image.save()

    assert not any(path.exists() for path in old)
    assert all(path.exists() for path in files_of(image))
    assert image.sizes == {"avif": [500], "webp": [500]}
    assert (image.width, image.height) == (500, 100)
    assert not set(addresses(html_with(image))) & set(old_addresses)


def test_saving_descriptions_leaves_the_files_alone(django_capture_on_commit_callbacks):
    image = place(make_article())
    before = [(path, path.stat().st_mtime_ns) for path in files_of(image)]

    with django_capture_on_commit_callbacks(execute=True):
        image.alt_ko = "파도"
        image.save()

    assert [(path, path.stat().st_mtime_ns) for path in files_of(image)] == before


def test_the_command_makes_what_earlier_uploads_lack(capsys):
    article = make_article()
    earlier, recent = place(article), place(article)
    for path in files_of(earlier)[1:]:
        path.unlink()
    Image.objects.filter(pk=earlier.pk).update(sizes=None)
    at = files_of(recent)[1].stat().st_mtime_ns

    call_command("make_picture_sizes")

    earlier.refresh_from_db()
    assert earlier.sizes == recent.sizes
    assert all(path.exists() for path in files_of(earlier))
    assert files_of(recent)[1].stat().st_mtime_ns == at
    assert capsys.readouterr().out == "Pictures converted: 1\n"


def test_the_command_takes_up_an_interrupted_attempt():
    image = place(make_article())
    before = files_of(image)
    Image.objects.filter(pk=image.pk).update(sizes=None)

    call_command("make_picture_sizes", verbosity=0)

    image.refresh_from_db()
    assert files_of(image) == before
    assert len(list(before[0].parent.glob(f"{before[0].stem}*"))) == 5


@pytest.mark.parametrize("change", ["replace", "delete"])
def test_a_picture_that_changes_while_it_is_converted_keeps_nothing_of_the_old_file(
    monkeypatch, capsys, django_capture_on_commit_callbacks, change
):
    image = place(make_article())
    before = files_of(image)
    Image.objects.filter(pk=image.pk).update(sizes=None)

    def make_slowly(old):
        make_sizes(old)
        current = Image.objects.get(pk=old.pk)
        if change == "delete":
            current.delete()
        else:
            current.file = photograph(size=(500, 100))
            current.save()

    monkeypatch.setattr(make_picture_sizes, "make_sizes", make_slowly)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("make_picture_sizes")

    assert capsys.readouterr().out == "Pictures converted: 0\n"
    assert not any(path.exists() for path in before)
    for kept in Image.objects.all():
        assert kept.sizes == {"avif": [500], "webp": [500]}
        assert all(path.exists() for path in files_of(kept))


def test_the_command_names_what_it_cannot_convert(capsys, caplog):
    image = place(make_article())
    files_of(image)[0].write_bytes(b"\xff\xd8 broken")
    Image.objects.filter(pk=image.pk).update(sizes=None)

    with caplog.at_level(logging.CRITICAL):
        call_command("make_picture_sizes")

    image.refresh_from_db()
    assert image.sizes is None
    assert str(image.pk) in capsys.readouterr().err


def test_a_picture_that_cannot_be_converted_is_kept_and_its_editor_told(monkeypatch):
    monkeypatch.setitem(conversion.FORMATS, "avif", {"quality": 1000})  # which the encoder refuses
    article = make_article(status="draft")
    image = place(article)
    page = at_work("editor").get(f"/admin/news/article/{article.pk}/change/").content.decode()

    assert image.sizes is None
    assert "<picture>" not in html_with(image)
    assert f"이미지 {image.pk}" in page
    assert "변환하지 못했습니다" in page


def test_an_upload_in_the_form_of_an_article_gets_its_sizes():
    article = make_article(status="draft")
    client, address = at_work("editor"), f"/admin/news/article/{article.pk}/change/"
    row = {"file": photograph(), "alt_ko": "바다", "alt_en": "Sea"}
    typed = {f"images-0-{name}": value for name, value in row.items()}

    form = fields_of(client.get(address), **{"images-TOTAL_FORMS": 1}, **typed)
    response = client.post(address, form)

    assert response.status_code == 302
    assert article.images.get().sizes["avif"] == [480, 560]
    assert "변환하지 못했습니다" not in client.get(address).content.decode()


def test_a_picture_costs_its_page_no_query(django_assert_num_queries):
    article = make_article()
    images = [place(article), place(article)]

    with django_assert_num_queries(1):
        html_with(*images)


def test_drawings_of_the_demo_are_offered_in_all_sizes(client):
    call_command("load_demo", verbosity=0)
    image = Image.objects.first()

    html = client.get(f"/en/news/{image.article_id}/").content.decode()

    assert html.count("<picture>") == Image.objects.count() == 2
    assert len(addresses(html)) == 2 * 2 * len(conversion.WIDTHS)
