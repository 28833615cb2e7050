"""How quickly articles are found among many: python -m tests.benchmarks.search

20,000 articles are made of words of the demonstration, as common and as rare as there. For each
query it prints how many articles it finds and how long it takes to count them and to fetch the
first 20 in order, on SQLite and on PostgreSQL, beside a database that only counts all articles.
"""

import random
import statistics
import time
from datetime import timedelta
from io import StringIO

from .databases import analyze, on_each

ARTICLES = 20_000
WORDS_PER_BODY = 120
TOP = 20
ROUNDS = 7
QUERIES = [
    "부산",
    "부산은",
    "스마트센터지수",
    "스마트 센터 지수",
    "AI 전략",
    "시",
    "8위",
    "busan",
    "rankings",
    "해운대구청 민원실",
]


def main():
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0, stdout=StringIO())
    seconds = fill()
    print(f"Indexed in {seconds:.0f} s.\n")
    print("| query | found | ms | × counting all |")
    print("|---|--:|--:|--:|")
    everything = milliseconds(count_all)
    for query in QUERIES:
        found, spent = look_for(query), milliseconds(lambda query=query: look_for(query))
        print(f"| {query} | {found:,} | {spent:.1f} | {spent / everything:.1f} |")
    print(flush=True)


def fill():
    """Makes the articles and indexes them; the seconds that indexing takes."""
    from django.utils import timezone

    from news.models import Article, Department
    from news.search.index import index_batch

    chance = random.Random(8)
    words = {code: vocabulary(code) for code in ("ko", "en")}
    departments = list(Department.objects.all())
    articles = []
    for _number in range(ARTICLES):
        texts = {
            f"{field}_{code}": " ".join(chance.choices(words[code], k=length))
            for field, length in (("title", 8), ("lead", 20), ("body", WORDS_PER_BODY))
            for code in words
        }
        published_at = timezone.now() - timedelta(minutes=chance.randrange(5_000_000))
        articles.append(
            Article(
                **texts | {f"title_{code}": texts[f"title_{code}"][:200] for code in words},
                kind=chance.choice(Article.Kind.values),
                status=Article.Status.PUBLISHED,
                department=chance.choice(departments),
                published_at=published_at,
                is_ready_ko=True,
                is_ready_en=chance.random() < 0.7,
            )
        )
    Article.objects.bulk_create(articles, batch_size=500)
    started = time.monotonic()
    while index_batch():
        pass
    spent = time.monotonic() - started
    analyze()
    return spent


def vocabulary(code):
    """All words of the demonstration, each as often as it occurs."""
    from news.models import Article

    return [
        word for article in Article.objects.all() for word in article.own_text("body", code).split()
    ]


def milliseconds(action):
    spent = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        action()
        spent.append(time.perf_counter() - started)
    return statistics.median(spent) * 1000


def count_all():
    from news.models import Article

    return Article.objects.published().ready_in("ko").count()


def look_for(query):
    """How many articles there are; fetches the first of them, as the page of results does."""
    from news.models import Article
    from news.paging import page_with_count
    from news.search.database import without_reading_all
    from news.search.found import mentions
    from news.search.query import read_query
    from portal.search.articles import in_order

    words = read_query(query)
    found = Article.objects.published().ready_in("ko").filter(mentions(words, "ko"))
    with without_reading_all(query):
        page = page_with_count(in_order(found, words, ["ko"]), TOP, 1)
    list(Article.objects.filter(pk__in=page.object_list))
    return page.paginator.count


if __name__ == "__main__":
    on_each("search")
