"""What counting costs: python -m tests.benchmarks.counting

Noting readings is compared with the plain way, an UPDATE for each of them; then a backlog is
folded. With DATABASE_URL set, on that database:
python -m tests.postgres python -m tests.benchmarks.counting
"""

import os
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context

import django

ARTICLES = 20
NOTED = 20_000
UPDATED = 500
FOLDED = 200_000
PROCESSES = 8
UNTIL_READY = 15  # seconds from the start of the processes to their first action
TOGETHER = 2  # seconds in which all of them act on one article

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"
ROBOT = "Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)"


def main():
    with tempfile.TemporaryDirectory(prefix="haeundae-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        from tests.server.prepare import main as prepare

        prepare(ARTICLES)
        report()


def report():
    from django.db import connection

    from news.models import Article

    articles = list(Article.objects.values_list("pk", flat=True))
    print(f"Database: {connection.vendor}. Processor time, for each request:")
    print(f"  a robot, refused                {microseconds(refuse, articles, NOTED):8.1f} µs")
    print(f"  a reading, noted                {microseconds(note, articles, NOTED):8.1f} µs")
    print(f"  the first of a kind of browser  {microseconds(note_new, articles, 2000):8.1f} µs")
    print(f"  a reading as an UPDATE          {microseconds(update, articles, UPDATED):8.1f} µs")
    fold()
    print(f"Folding, a new visitor each: {folded_per_second(articles, FOLDED):.0f} lines/s")
    connection.close()
    print(f"{PROCESSES} processes, one article: readings/s, median and longest wait")
    print("  noted      ", *contended("note", articles[0]))
    print("  as UPDATEs ", *contended("update", articles[0]))


def microseconds(action, articles, times):
    """Processor time of this process, system calls included, for each of `times` actions."""
    action(0, articles[0])
    before = time.process_time_ns()
    for number, article in enumerate(islice(cycle(articles), times)):
        action(number, article)
    return (time.process_time_ns() - before) / times / 1000


def note(number, article, agent=BROWSER):
    from django.http.request import HttpHeaders

    from news.counting import noting

    environ = {
        "HTTP_HOST": "portal.example",
        "HTTP_USER_AGENT": agent,
        "HTTP_ACCEPT": "image/avif,image/webp,*/*",
        "HTTP_ACCEPT_LANGUAGE": "ko-KR,ko;q=0.8,en-US;q=0.5",
        "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",
        "HTTP_REFERER": f"https://portal.example/ko/news/{article}/",
        "HTTP_SEC_FETCH_DEST": "image",
        "HTTP_SEC_FETCH_SITE": "same-origin",
    }
    noting.note(HttpHeaders(environ), f"198.51.{number >> 8 & 255}.{number & 255}", article, "ko")


def note_new(number, article):
    note(number, article, f"{BROWSER} {number}")


def refuse(number, article):
    note(number, article, ROBOT)


def update(number, article):
    from django.db.models import F

    from news.models import ViewTotal

    if not ViewTotal.objects.filter(article=article).update(count=F("count") + 1):
        ViewTotal.objects.create(article_id=article, count=1)


def fold():
    from news.counting.fold import fold_all

    return fold_all()


def folded_per_second(articles, lines):
    from news.counting.clock import now
    from news.counting.journal import Reading
    from news.counting.noting import journal

    start = now() - lines
    for number, article in enumerate(islice(cycle(articles), lines)):
        journal.append(Reading(start + number, article, "ko", f"{number:032x}"))
    before = time.perf_counter()
    assert fold() == lines
    return lines / (time.perf_counter() - before)


def contended(action, article):
    """Readings/s of all processes together, and the median and longest milliseconds of one."""
    with ProcessPoolExecutor(PROCESSES, get_context("spawn"), django.setup) as pool:
        tasks = [(action, article, time.monotonic() + UNTIL_READY)] * PROCESSES
        waits = sorted(wait for process in pool.map(waits_of, tasks) for wait in process)
    return (
        f"{len(waits) / TOGETHER:8.0f}/s",
        f"{waits[len(waits) // 2] * 1000:8.3f} ms",
        f"{waits[-1] * 1000:8.1f} ms",
    )


def waits_of(task):
    """How long each action took, of those begun in the seconds that all processes act."""
    action, article, start = task
    act = {"note": note, "update": update}[action]
    act(0, article)
    time.sleep(start - time.monotonic())
    waits = []
    while (begin := time.monotonic()) < start + TOGETHER:
        act(len(waits), article)
        waits.append(time.monotonic() - begin)
    return waits


if __name__ == "__main__":
    main()
