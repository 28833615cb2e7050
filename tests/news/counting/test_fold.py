from contextlib import closing

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.counting import fold
from news.counting.clock import HOUR, MINUTE, SECOND, day_of, now
from news.counting.fold import fold_all
from news.counting.journal import Journal, Reading, Tail
from news.models import Article, DailyViews, JournalCursor, RecentReading, ViewTotal

VISITOR = "0123456789abcdef" * 2


def visitor(number):
    return f"{number:032x}"


@pytest.fixture(autouse=True)
def without_pause(monkeypatch):
    monkeypatch.setattr(fold, "PAUSE", 0)


@pytest.fixture
def journal(readings):
    with closing(Journal(readings)) as journal:
        yield journal


@pytest.fixture
def read(journal):
    """Appends requests of distinct visitors to the journal."""

    def read(article, times=1, language="ko", at=None):
        for number in range(times):
            key = visitor(hash((article.pk, number)) % 2**128)
            journal.append(Reading(at or now(), article.pk, language, key))

    return read


def views(article):
    return Article.objects.with_view_count().get(pk=article.pk).view_count


def test_nothing_noted_changes_nothing(db, readings):
    assert fold_all() == 0


def test_readings_are_counted_in_total_and_by_day_and_language(publish, read):
    article, other = publish(), publish()
    today = day_of(now())
    read(article, 3, "ko")
    read(other, 2, "en")

    lines = fold_all()

    assert lines == 5
    assert (views(article), views(other)) == (3, 2)
    assert set(DailyViews.objects.values_list("article", "day", "language", "count")) == {
        (article.pk, today, "ko", 3),
        (other.pk, today, "en", 2),
    }


def test_languages_share_one_total(publish, journal):
    article = publish()
    journal.append(Reading(now(), article.pk, "ko", visitor(1)))
    journal.append(Reading(now(), article.pk, "en", visitor(2)))

    fold_all()

    assert views(article) == 2


def test_folding_again_adds_nothing(publish, read):
    article = publish()
    read(article, 3)
    fold_all()

    assert fold_all() == 0
    assert views(article) == 3


def test_what_is_added_between_two_foldings_is_added_once(publish, read):
    article = publish()
    read(article, 3, at=now() - 40 * SECOND)
    fold_all()
    read(article, 2)

    fold_all()

    assert views(article) == 5


def test_a_repeat_is_recognised_in_a_later_folding(publish, journal):
    article = publish()
    at = now()
    journal.append(Reading(at - 20 * SECOND, article.pk, "ko", VISITOR))
    fold_all()
    journal.append(Reading(at, article.pk, "ko", VISITOR))

    fold_all()

    assert views(article) == 1


def test_a_repeat_is_recognised_in_the_journal_of_another_process(publish, readings):
    article = publish()
    at = now()
    with closing(Journal(readings)) as one, closing(Journal(readings)) as two:
        one.append(Reading(at, article.pk, "ko", VISITOR))
        fold_all()
        two.append(Reading(at - 10 * SECOND, article.pk, "ko", VISITOR))
        fold_all()

    assert views(article) == 1


def test_a_late_request_that_joins_two_readings_takes_one_back(publish, journal):
    article = publish()
    at = now()
    journal.append(Reading(at - 50 * SECOND, article.pk, "ko", VISITOR))
    journal.append(Reading(at, article.pk, "ko", VISITOR))
    fold_all()
    assert views(article) == 2
    journal.append(Reading(at - 25 * SECOND, article.pk, "ko", VISITOR))

    fold_all()

    assert views(article) == 1


def test_a_count_that_somebody_set_to_zero_never_falls_below(publish, journal):
    article = publish()
    at = now()
    journal.append(Reading(at - 50 * SECOND, article.pk, "ko", VISITOR))
    journal.append(Reading(at, article.pk, "ko", VISITOR))
    fold_all()
    ViewTotal.objects.update(count=0)
    DailyViews.objects.update(count=0)
    journal.append(Reading(at - 25 * SECOND, article.pk, "ko", VISITOR))

    fold_all()

    assert views(article) == 0


def test_readings_of_a_deleted_article_hold_up_nothing(publish, read):
    gone, article = publish(), publish()
    read(gone, 2)
    read(article, 3)
    gone.delete()

    fold_all()

    assert views(article) == 3
    assert ViewTotal.objects.count() == 1


def test_a_counted_article_can_be_deleted(publish, read):
    article = publish()
    read(article, 2)
    fold_all()

    article.delete()

    assert not ViewTotal.objects.exists()
    assert not DailyViews.objects.exists()


def test_saving_an_article_loses_no_count(publish, read):
    article = publish()
    loaded_before = Article.objects.with_view_count().get(pk=article.pk)
    read(article, 2)
    fold_all()

    loaded_before.save()

    assert views(article) == 2


def test_the_journal_of_a_living_process_stays(publish, read, readings):
    read(publish(), 2)

    fold_all()

    assert len(list(readings.glob("*.journal"))) == 1
    assert JournalCursor.objects.count() == 1


def test_the_journal_of_a_process_that_is_gone_is_deleted_when_counted(
    publish, read, journal, readings
):
    article = publish()
    read(article, 2)
    journal.close()

    fold_all()

    assert views(article) == 2
    assert {path.suffix for path in readings.iterdir()} == {".lock"}
    assert not JournalCursor.objects.exists()


def test_half_a_line_of_a_dead_process_is_skipped(publish, read, journal, readings):
    article = publish()
    read(article, 2)
    journal.close()
    [path] = readings.glob("*.journal")
    path.write_bytes(path.read_bytes() + b"17907372001")

    fold_all()

    assert views(article) == 2
    assert not path.exists()


def test_a_death_before_the_deletion_of_a_journal_doubles_nothing(publish, read, journal, readings):
    article = publish()
    read(article, 2)
    journal.close()
    [path] = readings.glob("*.journal")
    content = path.read_bytes()
    fold_all()
    JournalCursor.objects.create(name=path.name, offset=len(content))
    path.write_bytes(content)

    fold_all()

    assert views(article) == 2
    assert not path.exists()


def test_a_death_between_the_deletions_doubles_nothing(publish, read, journal, readings):
    article = publish()
    read(article, 2)
    journal.close()
    [path] = readings.glob("*.journal")
    content = path.read_bytes()
    fold_all()
    path.with_suffix(".folded").write_bytes(content)

    fold_all()

    assert views(article) == 2
    assert not list(readings.glob("*.folded"))


def test_many_journals_are_folded_a_few_at_a_time(publish, readings, monkeypatch):
    monkeypatch.setattr(fold, "SIDE_BY_SIDE", 3)
    article = publish()
    for number in range(10):
        with closing(Journal(readings)) as journal:
            journal.append(Reading(now(), article.pk, "ko", visitor(number)))

    assert fold_all() == 10
    assert views(article) == 10


def test_a_backlog_is_folded_in_batches(publish, read, monkeypatch):
    monkeypatch.setattr(fold, "BATCH", 7)
    article = publish()
    read(article, 50)

    assert fold_all() == 50
    assert views(article) == 50


def test_the_number_of_statements_does_not_grow_with_the_readings(publish, journal):
    articles = [publish() for _ in range(5)]

    def statements(visitors):
        for article in articles:
            for number in visitors:
                journal.append(Reading(now(), article.pk, "ko", visitor(number)))
        with CaptureQueriesContext(connection) as queries:
            fold_all()
        return len(queries)

    few, many = statements(range(2)), statements(range(2, 22))

    assert few == many
    assert many <= 16


def test_an_idle_folder_writes_nothing(publish, read):
    read(publish(), 2)
    fold_all()

    with CaptureQueriesContext(connection) as queries:
        fold_all()

    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}


def test_visitors_are_forgotten_after_an_hour(publish, journal, time_machine):
    article = publish()
    journal.append(Reading(now(), article.pk, "ko", VISITOR))
    fold_all()
    assert RecentReading.objects.count() == 1

    time_machine.move_to((now() + HOUR + SECOND) / 1000)
    fold_all()

    assert not RecentReading.objects.exists()
    assert views(article) == 1


def test_in_a_backlog_visitors_are_forgotten_by_the_time_of_the_readings(
    publish, readings, monkeypatch
):
    """A machine that was off for a day still recognises every repeat, and keeps few rows."""
    monkeypatch.setattr(fold, "BATCH", 10)
    article = publish()
    yesterday = now() - 24 * HOUR
    with closing(Journal(readings)) as one, closing(Journal(readings)) as two:
        for number in range(100):
            at = yesterday + number * 10 * MINUTE
            one.append(Reading(at, article.pk, "ko", visitor(number)))
            two.append(Reading(at + 20 * SECOND, article.pk, "ko", visitor(number)))
    most = 0

    def watch(execute, sql, params, many, context):
        nonlocal most
        result = execute(sql, params, many, context)
        if sql.startswith("INSERT INTO") and RecentReading._meta.db_table in sql:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT count(*) FROM {RecentReading._meta.db_table}")
                most = max(most, cursor.fetchone()[0])
        return result

    with connection.execute_wrapper(watch):
        fold_all()

    assert views(article) == 100
    assert most <= 20
    assert not RecentReading.objects.exists()


def test_a_clock_far_ahead_forgets_no_visitor(publish, journal):
    article = publish()
    at = now()
    journal.append(Reading(at, article.pk, "ko", VISITOR))
    journal.append(Reading(at + 1000 * HOUR, article.pk, "ko", visitor(1)))
    fold_all()
    journal.append(Reading(at + 10 * SECOND, article.pk, "ko", VISITOR))

    fold_all()

    assert views(article) == 2


def test_another_folder_of_the_machine_waits(readings):
    """The lock is one that the system takes back when its holder dies."""
    readings.mkdir()
    path = readings / "folding.lock"

    with fold.locked(path), closing(Tail(path, 0)) as other:
        assert not other.is_final
