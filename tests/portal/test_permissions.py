"""Who may do what in the admin: each request sent straight by each kind of person."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news.models import Article
from portal.models import SiteSettings
from tests.newsroom import article, at_work, department, member

pytestmark = pytest.mark.django_db

NOBODY, GUEST = "nobody", "guest"
EDITOR, APPROVER, ADMINISTRATOR = "editor", "approver", "administrator"
PEOPLE = [NOBODY, GUEST, EDITOR, APPROVER, ADMINISTRATOR]
EDITORS, APPROVERS, ADMINISTRATORS = PEOPLE[2:], PEOPLE[3:], PEOPLE[4:]

LIST = reverse("admin:news_article_changelist")
Status = Article.Status


@dataclass
class Newsroom:
    """The articles and people that requests are about."""

    def __post_init__(self):
        now, day = timezone.now(), timedelta(days=1)
        self.draft = article()
        self.published = article(status=Status.PUBLISHED, published_at=now - day)
        self.scheduled = article(status=Status.PUBLISHED, published_at=now + day)
        self.expired = article(
            status=Status.PUBLISHED, published_at=now - 2 * day, expires_at=now - day
        )
        self.withdrawn = article(status=Status.WITHDRAWN, published_at=now - day)
        self.department = department()
        self.colleague = member("editor", "colleague")
        self.settings = SiteSettings.objects.create(
            pk=1, name_ko="해운대", organisation_ko="부산시"
        )


def page(name, /, *keys, **data):
    return lambda client: client.get(reverse(f"admin:{name}", args=keys), data)


def sent(name, /, *keys, **data):
    return lambda client: client.post(reverse(f"admin:{name}", args=keys), data)


def text_of(story, **data):
    return {
        "kind": story.kind,
        "department": story.department_id,
        "licence": story.licence,
        "title_ko": "바뀐 제목",
        "is_ready_ko": "on",
        "seen_version": story.version,
        "published_at_0": "2026-03-02",
        "published_at_1": "09:00:00",
        "images-TOTAL_FORMS": 0,
        "images-INITIAL_FORMS": 0,
        "attachments-TOTAL_FORMS": 0,
        "attachments-INITIAL_FORMS": 0,
        **data,
    }


def saved(story, **data):
    return sent("news_article_change", story.pk, **text_of(story, **data))


def reverted(story):
    record = story.history.latest()
    return sent("news_article_revision", story.pk, record.pk, newest=record.pk)


def revision(story):
    return page("news_article_revision", story.pk, story.history.latest().pk)


# What is asked → how → who may have it.
REQUESTS = {
    "list": (lambda room: page("news_article_changelist"), EDITORS),
    "add form": (lambda room: page("news_article_add"), EDITORS),
    "add": (lambda room: sent("news_article_add", **text_of(room.draft)), EDITORS),
    "add and publish": (
        lambda room: sent("news_article_add", **text_of(room.draft, _publish="1")),
        APPROVERS,
    ),
    "open draft": (lambda room: page("news_article_change", room.draft.pk), EDITORS),
    "open published": (lambda room: page("news_article_change", room.published.pk), EDITORS),
    "change draft": (lambda room: saved(room.draft), EDITORS),
    "change withdrawn": (lambda room: saved(room.withdrawn), EDITORS),
    "change published": (lambda room: saved(room.published), APPROVERS),
    "change scheduled": (lambda room: saved(room.scheduled), APPROVERS),
    "change expired": (lambda room: saved(room.expired, expires_at_0=""), APPROVERS),
    "publish": (lambda room: saved(room.draft, _publish="1"), APPROVERS),
    "publish withdrawn": (lambda room: saved(room.withdrawn, _publish="1"), APPROVERS),
    "ask to withdraw": (lambda room: page("news_article_withdraw", room.published.pk), APPROVERS),
    "post to withdraw": (lambda room: sent("news_article_withdraw", room.published.pk), APPROVERS),
    "delete draft": (
        lambda room: sent("news_article_delete", room.draft.pk, post="yes"),
        ADMINISTRATORS,
    ),
    "delete published": (
        lambda room: sent("news_article_delete", room.published.pk, post="yes"),
        [],
    ),
    "delete withdrawn": (
        lambda room: sent("news_article_delete", room.withdrawn.pk, post="yes"),
        [],
    ),
    "preview new": (lambda room: sent("news_article_preview_new", language="ko"), EDITORS),
    "preview draft": (
        lambda room: sent("news_article_preview", room.draft.pk, language="ko"),
        EDITORS,
    ),
    "preview published": (
        lambda room: sent("news_article_preview", room.published.pk, language="ko"),
        APPROVERS,
    ),
    "history": (lambda room: page("news_article_history", room.published.pk), EDITORS),
    "revision": (lambda room: revision(room.published), EDITORS),
    "revert draft": (lambda room: reverted(room.draft), EDITORS),
    "revert published": (lambda room: reverted(room.published), APPROVERS),
    "departments": (lambda room: page("news_department_changelist"), EDITORS),
    "add department": (
        lambda room: sent("news_department_add", name_ko="총무과", position=1),
        ADMINISTRATORS,
    ),
    "change department": (
        lambda room: sent("news_department_change", room.department.pk, name_ko="새 이름"),
        ADMINISTRATORS,
    ),
    "settings": (lambda room: page("portal_sitesettings_change", 1), ADMINISTRATORS),
    "change settings": (
        lambda room: sent("portal_sitesettings_change", 1, name_ko="새 이름"),
        ADMINISTRATORS,
    ),
    "delete settings": (lambda room: sent("portal_sitesettings_delete", 1, post="yes"), []),
    "users": (lambda room: page("auth_user_changelist"), ADMINISTRATORS),
    "add user": (lambda room: sent("auth_user_add", username="x"), ADMINISTRATORS),
    "change user": (
        lambda room: sent("auth_user_change", room.colleague.pk, username="x"),
        ADMINISTRATORS,
    ),
    "set password": (
        lambda room: page("auth_user_password_change", room.colleague.pk),
        ADMINISTRATORS,
    ),
    "delete user": (lambda room: sent("auth_user_delete", room.colleague.pk, post="yes"), []),
    "groups": (lambda room: page("auth_group_changelist"), ADMINISTRATORS),
    "add group": (lambda room: sent("auth_group_add", name="x"), ADMINISTRATORS),
    "cities": (lambda room: page("rankings_city_changelist"), EDITORS),
    "results": (lambda room: page("rankings_result_changelist"), EDITORS),
    "rankings": (lambda room: page("rankings_ranking_add"), EDITORS),
    "editions": (lambda room: page("rankings_edition_add"), EDITORS),
}


def browser_of(person):
    if person == NOBODY:
        return Client()
    return at_work(None if person == GUEST else person)


def was_answered(response):
    is_turned_away = response.status_code == 302 and "/login/" in response.url
    assert response.status_code in (200, 302, 403), response.status_code
    return response.status_code != 403 and not is_turned_away


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("name", REQUESTS)
def test_each_request_is_answered_for_those_who_may(person, name):
    prepare, allowed = REQUESTS[name]
    request = prepare(Newsroom())

    response = request(browser_of(person))

    assert was_answered(response) == (person in allowed)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize(
    ("action", "story", "status"),
    [
        ("publish_selected", "draft", Status.PUBLISHED),
        ("withdraw_selected", "published", Status.WITHDRAWN),
    ],
)
def test_acts_on_many_work_only_for_those_who_may_publish(person, action, story, status):
    chosen = getattr(Newsroom(), story)
    before = chosen.status

    browser_of(person).post(
        LIST,
        {
            "action": action,
            "confirmed": "yes",
            ACTION_CHECKBOX_NAME: chosen.pk,
            f"version_{chosen.pk}": chosen.version,
        },
    )

    chosen.refresh_from_db()
    assert chosen.status == (status if person in APPROVERS else before)


@pytest.mark.parametrize("person", PEOPLE)
def test_many_are_never_deleted_at_once(person):
    room = Newsroom()

    browser_of(person).post(
        LIST, {"action": "delete_selected", "post": "yes", ACTION_CHECKBOX_NAME: room.draft.pk}
    )

    assert Article.objects.filter(pk=room.draft.pk).exists()


@pytest.mark.parametrize("person", [NOBODY, GUEST, EDITOR])
def test_a_refused_request_changes_nothing(person):
    room = Newsroom()
    client = browser_of(person)
    before = list(Article.objects.order_by("pk").values())

    for request in (
        saved(room.published),
        saved(room.draft, _publish="1"),
        reverted(room.published),
    ):
        request(client)

    assert list(Article.objects.order_by("pk").values()) == before
