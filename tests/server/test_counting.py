"""Readings over HTTP, counted by real server processes that are killed as well."""

import json
import random
import threading
from collections import Counter
from contextlib import contextmanager

import psutil
import pytest

from .portal import Reader, at_the_same_time, image, page, wait_until

pytestmark = pytest.mark.server

READERS = 2000
BACKLOG = 30_000
KILLS = 30


def spread(portal, readers):
    """[(number of the reader, article)], and how many readers each article has."""
    articles = portal.articles()
    visits = [(number, articles[number % len(articles)]) for number in range(readers)]
    return visits, Counter(article for _, article in visits)


def assert_counted(portal, expected):
    assert portal.views() == expected
    assert portal.views_by_day() == expected


def test_as_many_readings_are_counted_as_there_were_readers(portal):
    visits, expected = spread(portal, READERS)
    portal.start(workers=8)

    def visit(reader_of):
        number, article = reader_of
        reader = Reader(portal, number)
        # Some get the page from the portal itself, and some from a cache in front of it.
        paths = [page(article), image(article)] if number % 5 == 0 else [image(article)]
        return [reader.get(path) for path in paths]

    answers = at_the_same_time(visit, visits)

    assert {status for statuses in answers for status in statuses} == {200}
    wait_until(lambda: sum(portal.views().values()) >= READERS)
    portal.stop()
    portal.fold()
    assert_counted(portal, expected)


def test_killed_processes_lose_and_double_no_acknowledged_reading(portal):
    """Workers die at random, the one that folds among them, and in the end all at once."""
    visits, expected = spread(portal, READERS)
    portal.start(workers=8, fold_interval=0.01)

    with killing_workers(portal) as killed:
        answers = at_the_same_time(lambda v: Reader(portal, v[0]).insist(image(v[1])), visits)
    portal.kill()
    portal.fold()

    assert set(answers) == {200}
    assert len(killed) >= 5
    assert_counted(portal, expected)
    assert [path.name for path in (portal.folder / "readings").glob("*.journal")] == []


@contextmanager
def killing_workers(portal):
    killed = []
    enough = threading.Event()

    def kill():
        while not enough.wait(0.15):
            worker = random.choice(portal.workers())
            worker.kill()
            killed.append(worker.pid)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        yield killed
    finally:
        enough.set()
        thread.join()


def test_a_killed_folder_counts_nothing_twice_and_leaves_nothing_out(portal):
    _, expected = spread(portal, BACKLOG)

    output = portal.python("-m", "tests.server.fold_under_fire", str(BACKLOG), str(KILLS)).stdout
    portal.fold()

    midway = {counted for counted in json.loads(output) if 0 < counted < BACKLOG}
    assert len(midway) >= KILLS / 4
    assert_counted(portal, expected)


def test_machines_that_share_a_database_count_each_reader_once(machines):
    """The page comes from one machine and the image from the other, at the same moment."""
    one, two = machines
    visits, expected = spread(one, 500)
    for machine in machines:
        machine.start(workers=2, fold_interval=0.01)

    answers = at_the_same_time(
        lambda v: Reader(random.choice(machines), v[0]).get(image(v[1])),
        [visit for visit in visits for _ in range(2)],
    )
    for machine in machines:
        machine.stop()
        machine.fold()

    assert set(answers) == {200}
    assert_counted(two, expected)


def test_readers_wait_for_no_transaction_of_others(portal):
    """While somebody holds all of the database that counting writes to, pages are still answered.

    A page itself reads the database: that is why other readers' and editors' reading must
    remain possible, and nothing more.
    """
    visits, expected = spread(portal, 100)
    portal.start(workers=2)
    # A portal that has run before has the salt of the day.
    portal.fold()

    with written_by_somebody(portal):
        answers = at_the_same_time(
            lambda v: Reader(portal, v[0]).get(random.choice([page, image])(v[1])), visits
        )

    assert set(answers) == {200}
    wait_until(lambda: sum(portal.views().values()) >= 100)
    assert_counted(portal, expected)


@contextmanager
def written_by_somebody(portal):
    with portal.connection() as connection:
        if portal.is_postgres:
            connection.execute("BEGIN")
            tables = "viewtotal, news_dailyviews, news_journalcursor, news_recentreading"
            connection.execute(f"LOCK TABLE news_{tables}, news_dailysalt IN EXCLUSIVE MODE")
        else:
            connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_folding_recovers_when_the_database_does(portal):
    portal.start(workers=2)
    portal.execute("ALTER TABLE news_dailyviews RENAME TO elsewhere")
    article, *_ = portal.articles()
    assert Reader(portal, 1).get(image(article)) == 200
    wait_until(lambda: "Readings stay in their journals" in portal.logged())

    portal.execute("ALTER TABLE elsewhere RENAME TO news_dailyviews")

    wait_until(lambda: portal.views() == {article: 1})


def test_when_the_process_that_folds_dies_another_takes_over(portal):
    portal.start(workers=2)
    article, *_ = portal.articles()
    for number in range(1, 4):
        leader = portal_leader(portal)
        leader.kill()
        leader.wait()

        assert Reader(portal, number).insist(image(article)) == 200
        wait_until(lambda number=number: portal.views() == {article: number})


def portal_leader(portal):
    def leaders():
        lock = str(portal.folder / "readings" / "leader.lock")
        return [
            worker
            for worker in portal.workers()
            if lock in {file.path for file in worker.open_files()}
        ]

    wait_until(lambda: len(leaders()) == 1)
    return leaders()[0]


def test_no_process_inherits_a_journal_or_a_database(portal):
    portal.start(workers=2)
    visits, _ = spread(portal, 50)
    at_the_same_time(lambda v: Reader(portal, v[0]).get(page(v[1])), visits)

    master = psutil.Process(portal.server.pid)
    opened = [file.path for file in master.open_files()]
    connected = [link for link in master.net_connections("unix") if ".s.PGSQL" in str(link.raddr)]
    journals = [
        file.path
        for worker in portal.workers()
        for file in worker.open_files()
        if file.path.endswith(".journal") and file.mode.startswith("a")
    ]

    assert not [path for path in opened if "sqlite3" in path or "readings" in path]
    assert not connected
    assert len(journals) == len(set(journals)) == 2


def test_a_restart_leaves_no_journal_behind(portal):
    article, *_ = portal.articles()
    for number in (1, 2):
        portal.start(workers=2)
        assert Reader(portal, number).get(image(article)) == 200
        portal.stop()

    portal.fold()

    assert portal.views() == {article: 2}
    assert {path.suffix for path in (portal.folder / "readings").iterdir()} == {".lock"}
    assert portal.execute("SELECT count(*) FROM news_journalcursor") == [(0,)]
