from datetime import timedelta

import pytest

from news.counting import salts
from news.counting.clock import HOUR, day_of
from news.models import DailySalt

NOON = 1_790_737_200_000
DAY = 24 * HOUR


@pytest.fixture(autouse=True)
def fresh_process(db):
    """No salt known from another test."""
    salts._known.clear()
    yield
    salts._known.clear()


def key(address="198.51.100.1", agent="Browser", at=NOON):
    return salts.visitor_key(address, agent, at)


def test_one_visitor_has_one_key_all_day():
    assert key() == key(at=NOON + 6 * HOUR)
    assert len(key()) == 32


def test_visitors_differ_by_address_and_by_browser():
    assert len({key(), key(address="198.51.100.2"), key(agent="Other")}) == 3


def test_a_visitor_cannot_be_followed_into_the_next_day():
    assert key() != key(at=NOON + DAY)


def test_processes_share_the_salt_of_the_day():
    here = key()
    salts._known.clear()

    assert key() == here


def test_the_day_begins_at_midnight_of_the_portal():
    midnight = 1_790_780_400_000

    key(at=midnight - 1)
    key(at=midnight)

    assert DailySalt.objects.count() == 2


def test_the_key_says_nothing_without_the_salt():
    before = key()
    DailySalt.objects.all().delete()
    salts._known.clear()

    assert key() != before


def test_once_known_the_salt_costs_no_query(django_assert_num_queries):
    key()

    with django_assert_num_queries(0):
        key()


def test_renewing_keeps_today_and_tomorrow_and_destroys_the_past():
    today = day_of(NOON)
    for past in range(1, 4):
        key(at=NOON - past * DAY)

    salts.renew(NOON)

    assert set(DailySalt.objects.values_list("day", flat=True)) == {
        today,
        today + timedelta(days=1),
    }
    assert min(salts._known) == today


def test_renewing_again_changes_nothing(django_assert_num_queries):
    salts.renew(NOON)
    before = list(DailySalt.objects.values())

    with django_assert_num_queries(1):
        salts.renew(NOON)

    assert list(DailySalt.objects.values()) == before


def test_the_first_reading_after_midnight_only_reads(django_assert_num_queries):
    salts.renew(NOON)
    salts._known.clear()

    with django_assert_num_queries(1):
        key(at=NOON + DAY)


def test_a_salt_that_the_database_lost_is_made_anew():
    salts.renew(NOON)
    DailySalt.objects.all().delete()

    salts.renew(NOON)

    assert DailySalt.objects.get(day=day_of(NOON)).salt == salts.salt_of(day_of(NOON)).hex()
