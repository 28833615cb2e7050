"""How long pasting a large table takes: python -m tests.benchmarks.paste

A table of 80 cities by 11 measures, with the rating and the regional rank of the overall one,
goes through the pages of the admin as an editor sends it: pasted, looked over, saved. With
DATABASE_URL set, on that database:
python -m tests.postgres python -m tests.benchmarks.paste
"""

import os
import statistics
import sys
import tempfile
import time
from random import Random

CITIES, MEASURES, REGIONS, ROUNDS = 80, 11, 6, 5
HOST = "127.0.0.1"


def main():
    with tempfile.TemporaryDirectory(prefix="haeundae-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        from tests.server.prepare import main as prepare

        prepare(0)
        report()


def report():
    from django.db import connection

    ranking = make_ranking()
    rounds = [enter(ranking, number, Random(number)) for number in range(2, 2 + ROUNDS)]
    print(f"Database: {connection.vendor}. {CITIES} cities by {MEASURES} measures, {ROUNDS} times:")
    for name, seconds in zip(("pasted and shown", "saved"), zip(*rounds, strict=True), strict=True):
        median, longest = statistics.median(seconds), max(seconds)
        print(f"  {name:18} {median:6.2f} s in the median, {longest:.2f} s at most")
    connection.close()


def make_ranking():
    from rankings.models import City, CityRegion, Measure, Ranking, Region

    ranking = Ranking.objects.create(
        slug="dense", abbreviation="DENSE", url="https://example.org", name_ko="큰 지수"
    )
    for number in range(MEASURES):
        kind = "area" if number else "overall"
        label = f"Measure {number}"
        Measure.objects.create(
            ranking=ranking, code=f"m{number}", kind=kind, label_ko=label, label_en=label
        )
    regions = [Region.objects.create(ranking=ranking, slug=f"r{n}") for n in range(REGIONS)]
    for number in range(CITIES):
        name = f"City {number}"
        city = City.objects.create(slug=f"c{number}", name_ko=name, name_en=name, country_ko="-")
        CityRegion.objects.create(city=city, region=regions[number % REGIONS])
    return ranking


def enter(ranking, number, random):
    """The seconds until the review of a pasted edition is shown, and until it is saved."""
    from rankings.models import Edition

    edition = Edition.objects.create(
        ranking=ranking,
        number=number,
        published_on=f"20{number:02}-01-01",
        previous=ranking.editions.first(),
        cities_included=CITIES,
    )
    client, address = editor(number), f"/admin/rankings/edition/{edition.pk}/paste/"
    response, until_shown = timed(client.post, address, {"text": table_of(random)})
    fields = decisions(edition.drafts.get())
    _response, until_saved = timed(client.post, response.redirect_chain[-1][0], fields)
    if edition.results.count() != CITIES * (MEASURES + 1):
        sys.exit("Not all was saved.")
    return until_shown, until_saved


def editor(number):
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client(SERVER_NAME=HOST)
    client.force_login(User.objects.create_superuser(f"editor{number}"))
    return client


def timed(send, address, fields):
    start = time.perf_counter()
    response = send(address, fields, follow=True)
    return response, time.perf_counter() - start


def table_of(random):
    """A heading, then a city in each line, as a spreadsheet gives it."""
    areas = [f"Measure {number}" for number in range(1, MEASURES)]
    heading = ["City", "Rank", "Rating", "Rank in the region", *areas]
    columns = [random.sample(range(1, CITIES + 1), CITIES) for _area in areas]
    order = random.sample(range(CITIES), CITIES)
    seen = [0] * REGIONS
    lines = ["\t".join(heading)]
    for place, city in enumerate(order, start=1):
        region = city % REGIONS
        seen[region] += 1
        figures = [place, 900 - place, seen[region], *(column[place - 1] for column in columns)]
        lines.append("\t".join([f"City {city}", *map(str, figures)]))
    return "\n".join(lines)


def decisions(draft):
    """What an editor sends who finds everything right."""
    from rankings.entry.drafts import look_over

    review = look_over(draft)
    columns = {f"column-{index}": role for index, role in enumerate(review.layout.roles)}
    return columns | {
        "seen_figures": review.stored_digest,
        "seen_changes": review.changes_digest,
        "header": ",".join(map(str, review.layout.header)),
        "confirmed": [review.warnings_digest],
        "warning_reason": "As published",
        "save": "1",
    }


if __name__ == "__main__":
    main()
