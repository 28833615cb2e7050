from datetime import UTC, datetime, timedelta

import pytest
from django.utils.translation import override

from news.editing import publication
from news.models import Article
from tests.newsroom import article

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
Status, State = Article.Status, Article.State


@pytest.mark.parametrize(
    ("status", "published_at", "expires_at", "state"),
    [
        (Status.DRAFT, None, None, State.DRAFT),
        (Status.DRAFT, NOW - HOUR, None, State.DRAFT),
        (Status.PUBLISHED, NOW, None, State.PUBLISHED),
        (Status.PUBLISHED, NOW + HOUR, None, State.SCHEDULED),
        (Status.PUBLISHED, NOW - HOUR, NOW, State.EXPIRED),
        (Status.PUBLISHED, NOW - HOUR, NOW + HOUR, State.PUBLISHED),
        (Status.WITHDRAWN, NOW - HOUR, None, State.WITHDRAWN),
    ],
)
def test_state_says_published_for_exactly_what_readers_see(status, published_at, expires_at, state):
    shown = article(status=status, published_at=published_at, expires_at=expires_at)

    assert Article.objects.with_state(NOW).get().state == state
    assert shown.is_public(NOW) == (state == State.PUBLISHED)


def test_publishing_without_a_time_takes_the_present():
    draft = article()

    publication.publish(draft, NOW)

    draft.refresh_from_db()
    assert (draft.status, draft.published_at) == (Status.PUBLISHED, NOW)


def test_publishing_keeps_the_time_that_was_set():
    draft = article(published_at=NOW + HOUR)

    publication.publish(draft, NOW)

    assert Article.objects.with_state(NOW).get().state == State.SCHEDULED


def test_withdrawing_what_nobody_saw_makes_it_a_draft_again():
    scheduled = article(status=Status.PUBLISHED, published_at=NOW + HOUR)
    seen = article(status=Status.PUBLISHED, published_at=NOW)

    for published in (scheduled, seen):
        publication.withdraw(published, NOW)

    assert (scheduled.status, seen.status) == (Status.DRAFT, Status.WITHDRAWN)


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({}, []),
        ({"is_ready_ko": False}, ["is_ready_ko"]),
        ({"expires_at": NOW - HOUR}, ["expires_at"]),
        ({"expires_at": NOW + HOUR}, []),
        ({"published_at": NOW + HOUR, "expires_at": NOW + 2 * HOUR}, []),
        ({"is_ready_ko": False, "expires_at": NOW - HOUR}, ["is_ready_ko", "expires_at"]),
    ],
)
def test_obstacles_name_the_field_that_stands_in_the_way(fields, where):
    draft = article(**fields)

    assert [name for name, _sentence in publication.obstacles(draft, NOW)] == where


def test_a_ready_language_without_a_title_stands_in_the_way():
    draft = article()
    draft.title_ko = ""

    assert [name for name, _sentence in publication.obstacles(draft, NOW)] == ["title_ko"]


def test_a_body_with_lines_that_readers_would_see_as_code_stands_in_the_way():
    draft = article(body_ko="□ 하나\n![](image:)\n[[ranking]]", body_en="![](image:)")

    [(field, first), (_field, second)] = publication.obstacles(draft, NOW)

    with override("ko"):
        assert field == "body_ko"
        assert str(first).startswith("한국어 2번째 줄: 그림 번호가 없습니다.")
        assert str(second).startswith("한국어 3번째 줄")


def test_every_save_raises_the_version():
    draft = article()

    draft.save()
    draft.save(update_fields=["title_ko"])

    draft.refresh_from_db()
    assert draft.version == 3
