"""The demonstration is loaded once, whole, and never over what somebody has written."""

import stat

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core import serializers
from django.core.management import call_command

from news import embeds, press_release
from news.models import Article, Attachment, Department, Image
from portal.demo.people import demo_login, login_path
from portal.models import SiteSettings
from rankings.models import Edition, Ranking, Result

pytestmark = pytest.mark.django_db

KEPT = [SiteSettings, Department, Article, Image, Attachment, Ranking, Edition, Result, User]


@pytest.fixture
def load(capsys):
    def load_demo():
        call_command("load_demo")
        return capsys.readouterr().out

    return load_demo


def stored():
    return [serializers.serialize("json", model.objects.order_by("pk")) for model in KEPT]


def test_loading_a_second_time_changes_nothing(load):
    load()
    before = stored()

    said = load()

    assert stored() == before
    assert "nothing was loaded" in said


def test_what_an_editor_changed_or_deleted_stays_so(load):
    load()
    changed, deleted = Article.objects.all()[:2]
    Article.objects.filter(pk=changed.pk).update(lead_en="Corrected.")
    deleted.delete()

    load()

    changed.refresh_from_db()
    assert changed.lead_en == "Corrected."
    assert not Article.objects.filter(pk=deleted.pk).exists()


def test_an_office_that_began_with_its_own_content_gets_no_demonstration(load):
    Ranking.objects.create(slug="own", abbreviation="OWN", url="https://example.org/")

    load()

    assert Ranking.objects.count() == 1
    assert demo_login() is None


def test_the_login_is_printed_until_the_password_is_changed(load):
    said = load()
    name, password = demo_login()
    assert f"{name}, password {password}" in said
    assert stat.S_IMODE(login_path().stat().st_mode) == 0o600

    editor = User.objects.get(username=name)
    editor.set_password("another, and a long one")
    editor.save()

    said = load()
    assert password not in said
    assert "the password was changed" in said


def test_the_demo_editor_writes_and_publishes_but_manages_nobody(load):
    load()
    editor = User.objects.get()

    assert editor.is_staff
    assert not editor.is_superuser
    assert editor.has_perms(["news.change_article", "news.publish_article"])
    assert not editor.has_perm("auth.change_user")


def test_it_shows_every_state_an_article_can_be_in_before_the_public(load):
    load()
    in_every_language = Article.objects.published()
    for code, _name in settings.LANGUAGES:
        in_every_language = in_every_language.ready_in(code)

    assert in_every_language.filter(kind="news").count() >= 8
    assert in_every_language.filter(kind="notice").count() >= 6
    assert Article.objects.published().only_in_other_languages("en").exists()
    assert Article.objects.published().filter(is_pinned=True).exists()
    assert Article.objects.with_state().filter(state="scheduled").exists()
    assert Attachment.objects.exists()


def test_every_image_and_embed_of_a_body_is_there(load):
    load()

    for article in Article.objects.prefetch_related("images"):
        for code in article.ready_languages():
            document = press_release.parse(article.own_text("body", code))
            known = {image.pk for image in article.images.all()}
            assert {image.number for image in document.images} <= known, article
            assert embeds.problems(document) == [], article
            assert document.problems == (), article
    assert Image.objects.exists()
