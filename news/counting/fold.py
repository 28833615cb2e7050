"""Folding: from the journals into the database, each reading exactly once.

One transaction holds the counts, the visits that later requests may still repeat, and how far
each journal is counted. Whatever dies, and whenever, either all of it happened or nothing; a
journal is deleted only after its last line is counted and that is on the disk.
"""

import fcntl
import heapq
import time
from collections import Counter, defaultdict
from contextlib import ExitStack, closing, contextmanager
from itertools import islice

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Greatest

from ..models import Article
from .clock import HOUR, day_of, now
from .journal import Tail, folded, journals, mark_folded, remove_unopened
from .models import DailyViews, JournalCursor, RecentReading, ViewTotal
from .visits import Visit, count

# Lines counted in one transaction: few enough that editors who save meanwhile notice nothing.
BATCH = 5000
# Seconds between two full batches. Whoever waits to write to SQLite looks every 0.1 seconds.
PAUSE = 0.12
# Journals read at the same time, which bounds the open files after a long outage.
SIDE_BY_SIDE = 200
# How much older than the newest counted request a request may be and still be recognised as a
# repeat. Longer than a journal stays open, and than machines are expected to lag behind.
LATENESS = HOUR
# Any number that no other user of the database takes for a lock of its own.
TURN = 0x48_61_65_75_6E_64_61_65


def fold_all():
    """Fold every journal to its present end; returns the number of lines that were read.

    Waits for another process of this machine that is folding. Machines that share a database
    take turns, one transaction at a time.
    """
    folder = settings.READINGS_DIR
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder / "folding.lock"):
        commit_to_disk()
        paths = journals(folder)
        lines = sum(
            fold_together(paths[start : start + SIDE_BY_SIDE])
            for start in range(0, len(paths), SIDE_BY_SIDE)
        )
        forget_visits(before=now() - LATENESS)
        remove_folded(folder)
        remove_unopened(folder)
    return lines


@contextmanager
def locked(path):
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def commit_to_disk():
    """Let this connection's commits survive a power cut.

    SQLite otherwise leaves that to its next checkpoint, which may come after the deletion of
    the journal.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=FULL")


def fold_together(paths):
    """Fold these journals, merged in the order of time; returns the number of lines."""
    names = [path.name for path in paths]
    counted = dict(JournalCursor.objects.filter(name__in=names).values_list("name", "offset"))
    with ExitStack() as stack:
        tails = [
            stack.enter_context(closing(Tail(path, counted.get(path.name, 0)))) for path in paths
        ]
        lines = fold_tails(tails, counted)
        for tail in tails:
            if tail.is_final:
                mark_folded(tail.path)
    return lines


def fold_tails(tails, counted):
    merged = heapq.merge(*(tail.readings() for tail in tails))
    lines = 0
    while True:
        batch = list(islice(merged, BATCH))
        lines += len(batch)
        ends = {name: end for _, name, end, _ in batch}
        ends |= {tail.name: tail.end for tail in tails if tail.is_exhausted}
        commit([reading for *_, reading in batch], dict(ends.items() - counted.items()))
        counted |= ends
        if len(batch) < BATCH:
            return lines
        time.sleep(PAUSE)


def commit(readings, ends):
    """Count `readings`, and in the same transaction that the journals are counted to `ends`."""
    if not ends:
        return
    with transaction.atomic(durable=True):
        take_turns()
        if readings := of_existing_articles(readings):
            add(readings)
        JournalCursor.objects.bulk_create(
            [JournalCursor(name=name, offset=end) for name, end in ends.items()],
            update_conflicts=True,
            unique_fields=["name"],
            update_fields=["offset"],
        )


def take_turns():
    """Wait for the folding transactions of other machines; SQLite has only one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])


def of_existing_articles(readings):
    wanted = {reading.article for reading in readings}
    existing = set(Article.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    return [reading for reading in readings if reading.article in existing]


def add(readings):
    keys = {(reading.visitor, reading.article) for reading in readings}
    rows = recent_readings(keys)
    visits = defaultdict(list)
    for row in rows:
        visits[row.visitor, row.article_id].append(Visit(row.first, row.language, row.last))
    changes = count(readings, visits, day_of)
    add_to_totals(changes)
    add_to_days(changes)
    remember(visits, instead_of=rows)
    forget_visits(before=min(readings[-1].at, now()) - LATENESS)


def add_to_totals(changes):
    totals = Counter()
    for (article, _, _), change in changes.items():
        totals[article] += change
    ViewTotal.objects.bulk_create(
        [ViewTotal(article_id=article) for article in totals], ignore_conflicts=True
    )
    steps = defaultdict(list)
    for article, change in totals.items():
        steps[change].append(article)
    ViewTotal.objects.filter(article__in=totals).update(
        count=increased(
            When(article__in=articles, then=Value(change)) for change, articles in steps.items()
        )
    )


def add_to_days(changes):
    DailyViews.objects.bulk_create(
        [
            DailyViews(article_id=article, day=day, language=language)
            for article, day, language in changes
        ],
        ignore_conflicts=True,
    )
    steps = defaultdict(list)
    for (article, day, language), change in changes.items():
        steps[day, language, change].append(article)
    DailyViews.objects.filter(
        article__in={article for article, _, _ in changes},
        day__in={day for _, day, _ in changes},
    ).update(
        count=increased(
            When(Q(day=day, language=language, article__in=articles), then=Value(change))
            for (day, language, change), articles in steps.items()
        )
    )


def increased(steps):
    # A late request can join two readings into one and take one back. Should somebody have set
    # the count to 0 meanwhile, it stays there.
    return Greatest(F("count") + Case(*steps, default=Value(0)), Value(0))


def recent_readings(keys):
    rows = RecentReading.objects.filter(
        visitor__in={visitor for visitor, _ in keys},
        article_id__in={article for _, article in keys},
    )
    return [row for row in rows if (row.visitor, row.article_id) in keys]


def remember(visits, instead_of):
    RecentReading.objects.filter(pk__in=[row.pk for row in instead_of]).delete()
    RecentReading.objects.bulk_create(
        RecentReading(visitor=visitor, article_id=article, **visit._asdict())
        for (visitor, article), known in visits.items()
        for visit in known
    )


def forget_visits(before):
    past = RecentReading.objects.filter(last__lt=before)
    if past.exists():
        past.delete()


def remove_folded(folder):
    """Delete the journals that are counted to the end, and what the database knows of them."""
    paths = folded(folder)
    if paths:
        names = [path.with_suffix(".journal").name for path in paths]
        JournalCursor.objects.filter(name__in=names).delete()
    for path in paths:
        path.unlink()
