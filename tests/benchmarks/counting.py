"""What counting costs: python -m tests.benchmarks.counting

Measured in this process, by its own account of processor time: noting one reading, compared with
writing to the database for each one, and folding a backlog. With DATABASE_URL set, on that
database: python -m tests.postgres python -m tests.benchmarks.counting
"""

import os
import tempfile
import time
from itertools import cycle, islice

import django

NOTED = 20_000
UPDATED = 500
FOLDED = 200_000
ARTICLES = 20

AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:{}.0) Gecko/20100101 Firefox/143.0"


def main():
    with tempfile.TemporaryDirectory(prefix="haeundae-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        django.setup()
        from tests.server.prepare import main as prepare

        prepare(ARTICLES)
        report()


def report():
    from django.db import connection

    from news.models import Article

    articles = list(Article.objects.values_list("pk", flat=True))
    print(f"Database: {connection.vendor}")
    print(f"Refusing a robot:                   {microseconds(refuse, articles, NOTED):8.1f} µs")
    print(f"Noting a reading:                   {microseconds(note, articles, NOTED):8.1f} µs")
    print(f"… by a browser not seen before:     {microseconds(note_new, articles, 2000):8.1f} µs")
    print(f"UPDATE of the database instead:     {microseconds(update, articles, UPDATED):8.1f} µs")
    fold()
    print(f"Folding, a new visitor each:        {folded_per_second(articles, FOLDED):8.0f} lines/s")


def microseconds(action, articles, times):
    """Processor time of this process, system calls included, for each of `times` actions."""
    action(0, articles[0])
    before = time.process_time_ns()
    for number, article in enumerate(islice(cycle(articles), times)):
        action(number, article)
    return (time.process_time_ns() - before) / times / 1000


def note(number, article, agent=AGENT.format(143)):
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
    note(number, article, AGENT.format(number))


def refuse(number, article):
    note(number, article, "Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)")


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


if __name__ == "__main__":
    main()
