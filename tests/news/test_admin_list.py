"""The list of articles: what it shows, how it narrows down, what it does to many at once."""

from datetime import timedelta

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse
from django.utils import timezone

from news.counting.models import ViewTotal
from news.models import Article, Department
from tests.newsroom import article, at_work

pytestmark = pytest.mark.django_db

LIST = reverse("admin:news_article_changelist")
Status, State = Article.Status, Article.State


@pytest.fixture
def approver():
    return at_work("approver")


@pytest.fixture
def each_state():
    now, hour = timezone.now(), timedelta(hours=1)
    return {
        State.DRAFT: article(),
        State.PUBLISHED: article(status=Status.PUBLISHED, published_at=now - hour),
        State.SCHEDULED: article(status=Status.PUBLISHED, published_at=now + hour),
        State.EXPIRED: article(
            status=Status.PUBLISHED, published_at=now - 2 * hour, expires_at=now - hour
        ),
        State.WITHDRAWN: article(status=Status.WITHDRAWN, published_at=now - hour),
    }


def listed(client, **query):
    return list(client.get(LIST, query).context["cl"].queryset)


def asked(client, action, *articles):
    """The page that asks for a confirmation of `action`."""
    data = {"action": action, ACTION_CHECKBOX_NAME: [chosen.pk for chosen in articles]}
    return client.post(LIST, data)


def confirmed(client, action, *articles):
    data = {
        "action": action,
        "confirmed": "yes",
        ACTION_CHECKBOX_NAME: [chosen.pk for chosen in articles],
        **{f"version_{chosen.pk}": chosen.version for chosen in articles},
    }
    return client.post(LIST, data, follow=True)


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def test_a_row_says_what_an_editor_needs(approver):
    published = article(
        status=Status.PUBLISHED,
        published_at=timezone.now(),
        title_en="Festival",
        is_ready_en=True,
    )
    ViewTotal.objects.create(article=published, count=12345)

    page = approver.get(LIST).content.decode()

    for shown in ("겨울 축제 연다", "게시 중", "한국어, English", "대변인실", "12,345"):
        assert shown in page


@pytest.mark.parametrize("state", State.values)
def test_it_narrows_down_by_state(approver, each_state, state):
    assert listed(approver, state=state) == [each_state[state]]


def test_it_narrows_down_by_missing_language(approver):
    both = article(title_en="Festival", is_ready_en=True)
    korean = article()

    assert listed(approver, missing="en") == [korean]
    assert listed(approver, missing="ko") == []
    assert set(listed(approver, missing="xx")) == {both, korean}


def test_it_narrows_down_by_kind_and_department(approver):
    notice = article(kind="notice", department=Department.objects.create(name_ko="총무과"))
    article()

    assert listed(approver, kind__exact="notice") == [notice]
    assert listed(approver, department__id__exact=notice.department_id) == [notice]


@pytest.mark.parametrize("words", ["불꽃", "firework", "FIREWORK", "둘째 줄"])
def test_it_searches_titles_and_texts_of_both_languages(approver, words):
    found = article(title_ko="불꽃 축제", title_en="Fireworks", body_ko="□ 하나\n□ 둘째 줄")
    article()

    assert listed(approver, q=words) == [found]


def test_what_waits_stands_above_what_is_public(approver, each_state):
    assert listed(approver)[0] == each_state[State.DRAFT]
    assert listed(approver)[1] == each_state[State.SCHEDULED]


def test_a_row_costs_no_query(approver, django_assert_max_num_queries):
    for _ in range(10):
        article(status=Status.PUBLISHED, published_at=timezone.now())

    with django_assert_max_num_queries(20):
        approver.get(LIST)


@pytest.mark.parametrize(
    "query",
    [
        {"state": "x"},
        {"q": "\x00"},
        {"p": "999"},
        {"published_at__year": "x"},
        {"published_at__year": "99999999999"},
        {"o": "9"},
    ],
)
def test_a_nonsensical_query_is_no_error(approver, query):
    article()

    assert approver.get(LIST, query, follow=True).status_code == 200


def test_publishing_many_asks_first_and_refuses_with_reasons(approver):
    good, unready = article(), article(is_ready_ko=False, title_ko="준비 안 됨")

    page = asked(approver, "publish_selected", good, unready)

    assert page.context["possible"] == [good]
    [(refused, reasons)] = page.context["refused"]
    assert refused == unready
    assert "공개 준비됨" in str(reasons[0])
    assert not Article.objects.published().exists()


def test_what_was_confirmed_is_published(approver):
    good, unready = article(), article(is_ready_ko=False)

    response = confirmed(approver, "publish_selected", good, unready)

    assert list(Article.objects.published()) == [good]
    assert "1건을 처리했습니다." in messages_of(response)
    assert len(messages_of(response)) == 2


def test_what_changed_after_the_confirmation_was_shown_is_refused(approver):
    draft = article()
    asked(approver, "publish_selected", draft)
    seen = Article.objects.get()
    draft.body_ko = "□ 승인자가 못 본 글"
    draft.save()

    response = confirmed(approver, "publish_selected", seen)

    assert not Article.objects.published().exists()
    assert "그사이 내용이 바뀌었습니다" in messages_of(response)[0]


def test_more_than_can_be_looked_at_are_refused(approver, monkeypatch):
    monkeypatch.setattr("news.editing.actions.MOST_AT_ONCE", 1)
    drafts = [article(), article()]

    asked(approver, "publish_selected", *drafts)
    response = confirmed(approver, "publish_selected", *drafts)

    assert not Article.objects.published().exists()
    assert "1건까지" in messages_of(response)[-1]


def test_withdrawing_many_takes_them_from_readers(approver, each_state):
    response = confirmed(approver, "withdraw_selected", *each_state.values())

    assert not Article.objects.published().exists()
    states = {found.pk: found.state for found in Article.objects.with_state()}
    assert states[each_state[State.PUBLISHED].pk] == State.WITHDRAWN
    assert states[each_state[State.SCHEDULED].pk] == State.DRAFT
    assert "3건을 처리했습니다." in messages_of(response)


def test_one_article_is_withdrawn_from_its_form(approver, each_state):
    published = each_state[State.PUBLISHED]

    page = approver.get(reverse("admin:news_article_withdraw", args=[published.pk]))

    assert page.context["possible"] == [published]


def test_an_unknown_article_cannot_be_withdrawn(approver):
    assert approver.get(reverse("admin:news_article_withdraw", args=[9])).status_code == 404


def test_every_act_is_recorded(approver):
    draft = article()

    confirmed(approver, "publish_selected", draft)

    newest = draft.history.latest()
    assert newest.status == Status.PUBLISHED
    assert newest.history_user.username == "approver"
