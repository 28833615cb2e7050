"""Folds a backlog in processes that are killed: python -m tests.server.fold_under_fire LINES KILLS

Prints, as JSON, how many readings were counted each time a folder had been killed.
"""

import json
import os
import random
import signal
import sys
import time

import django


def main(lines, kills):
    django.setup()
    write_backlog(lines)
    print(json.dumps([counted_after_killing_a_folder() for _ in range(kills)]))  # noqa: T201


def write_backlog(lines):
    """Distinct readers of all articles, in the journals of processes that are gone."""
    from django.conf import settings

    from news.counting.clock import now
    from news.counting.journal import Journal, Reading
    from news.models import Article

    articles = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    journals = [Journal(settings.READINGS_DIR) for _ in range(8)]
    for number in range(lines):
        reading = Reading(now(), articles[number % len(articles)], "ko", f"{number:032x}")
        journals[number % len(journals)].append(reading)
    for journal in journals:
        journal.close()


def counted_after_killing_a_folder():
    from django.db import connection
    from django.db.models import Sum

    from news.models import ViewTotal

    connection.close()
    if not (folder := os.fork()):
        fold_in_small_steps()
    time.sleep(random.uniform(0.01, 0.2))
    os.kill(folder, signal.SIGKILL)
    os.waitpid(folder, 0)
    return ViewTotal.objects.aggregate(Sum("count"))["count__sum"] or 0


def fold_in_small_steps():
    from news.counting import fold

    fold.BATCH, fold.PAUSE = 200, 0
    fold.fold_all()
    os._exit(0)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
