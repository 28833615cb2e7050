"""What 100,000 articles cost the pages that list them: python -m tests.benchmarks.lists

Each page is made anew, first with the articles of the demonstration alone and then among 100,000
more; the milliseconds are those of the whole answer. Prints both and how they compare, on SQLite
and on PostgreSQL.
"""

import random
import time
from datetime import timedelta
from io import StringIO

from .databases import analyze, on_each

ARTICLES = 100_000
READ_A_DAY = 3_000
ROUNDS = 7
LAST = "last page"
PAGES = {
    "home": "/ko/",
    "list": "/ko/news/",
    "second page": "/ko/news/?page=2",
    LAST: "/ko/news/?page={last}",
    "kind": "/ko/news/?kind=notice",
    "department, year": "/ko/news/?department={department}&year={year}",
    "month": "/ko/news/?year={year}&month={month}",
    "most read of 7 days": "/ko/news/most-read/",
    "most read of 30 days": "/ko/news/most-read/?days=30",
    "article": "/ko/news/{article}/",
    "feed": "/ko/news/feed.xml",
}


def main():
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("load_demo", verbosity=0, stdout=StringIO())
    few = measured()
    fill()
    many = measured()
    print(f"| page | ms, demonstration | ms, {ARTICLES:,} articles more | × |")
    print("|---|--:|--:|--:|")
    for name in PAGES:
        print(f"| {name} | {few[name]:.1f} | {many[name]:.1f} | {many[name] / few[name]:.1f} |")
    print(flush=True)


def measured():
    """The fewest milliseconds of each page by its name."""
    from django.conf import settings
    from django.test import Client
    from django.test.utils import override_settings

    with override_settings(ALLOWED_HOSTS=["testserver", *settings.ALLOWED_HOSTS]):
        client, values = Client(), example()
        return {name: milliseconds(client, path.format(**values)) for name, path in PAGES.items()}


def milliseconds(client, address):
    from django.core.cache import cache

    spent = []
    for _round in range(ROUNDS):
        cache.clear()
        started = time.perf_counter()
        response = client.get(address)
        spent.append(time.perf_counter() - started)
        assert response.status_code == 200, (address, response.status_code)
    return min(spent) * 1000


def example():
    """What the addresses name: an article from the middle of the list, and where it belongs."""
    from django.utils.timezone import localtime

    from news.listing import PER_PAGE
    from news.models import Article

    readable = Article.objects.published().ready_in("ko").newest_first()
    total = readable.count()
    article = readable[total // 2]
    day = localtime(article.published_at)
    return {
        "article": article.pk,
        "department": article.department_id,
        "year": day.year,
        "month": day.month,
        "last": -(-total // PER_PAGE),
    }


def fill():
    from django.utils import timezone

    from news.models import Article, Department

    chance = random.Random(4)
    departments = list(Department.objects.all())
    now = timezone.now()
    Article.objects.bulk_create(
        (
            Article(
                title_ko=f"{number}번째 보도자료",
                title_en=f"Release {number}",
                body_ko="□ 본문",
                body_en="□ Text",
                is_ready_ko=True,
                is_ready_en=chance.random() < 0.7,
                kind=chance.choice(Article.Kind.values),
                status=Article.Status.PUBLISHED,
                department=chance.choice(departments),
                published_at=now - timedelta(minutes=chance.randrange(5_000_000)),
            )
            for number in range(ARTICLES)
        ),
        batch_size=1000,
    )
    read_some(chance)
    analyze()


def read_some(chance):
    from django.utils import timezone

    from news.models import Article, DailyViews

    today = timezone.localdate()
    articles = list(Article.objects.values_list("pk", flat=True))
    DailyViews.objects.bulk_create(
        (
            DailyViews(
                article_id=article,
                day=today - timedelta(days=days),
                language="ko",
                count=chance.randrange(1, 500),
            )
            for days in range(30)
            for article in chance.sample(articles, READ_A_DAY)
        ),
        batch_size=1000,
        ignore_conflicts=True,
    )


if __name__ == "__main__":
    on_each("lists")
