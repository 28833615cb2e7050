"""Loads the rankings: what is ranked, by whom, and every known figure with its source."""

from rankings.models import (
    City,
    CityAlias,
    CityRegion,
    Edition,
    Measure,
    MeasureLabel,
    Ranking,
    Region,
    Result,
    Source,
)

from .files import FOLDER, from_row, from_table, read_csv, read_toml

RANKINGS = FOLDER / "rankings"


def load_rankings():
    sources = load_sources()
    cities = load_cities()
    for position, entry in enumerate(read_toml(RANKINGS / "rankings.toml")["rankings"]):
        load_ranking(position, entry)
    editions = load_editions(sources)
    measures = {(m.ranking.slug, m.code): m for m in Measure.objects.select_related("ranking")}
    load_labels(editions, measures)
    load_city_regions(cities)
    load_results(editions, cities, measures, sources)


def load_sources():
    return {
        row["url"]: Source.objects.create(
            url=row["url"], dated_on=row["dated_on"] or None, **from_row(row, "title")
        )
        for row in read_csv(RANKINGS / "sources.csv")
    }


def load_cities():
    cities = {}
    for row in read_csv(RANKINGS / "cities.csv"):
        city = City.objects.create(slug=row["slug"], **from_row(row, "name", "country"))
        for names in from_row(row, "aliases").values():
            CityAlias.objects.bulk_create(
                CityAlias(city=city, name=name) for name in names.split("|") if name
            )
        cities[city.slug] = city
    return cities


def load_ranking(position, entry):
    ranking = Ranking.objects.create(
        position=position,
        **{name: entry[name] for name in ("slug", "abbreviation", "url")},
        **from_table("name", entry["name"]),
        **from_table("publisher", entry["publisher"]),
        **from_table("frequency", entry["frequency"]),
        **from_table("methodology", entry["methodology"]),
    )
    for place, measure in enumerate(entry["measures"]):
        Measure.objects.create(
            ranking=ranking,
            code=measure["code"],
            kind=measure["kind"],
            position=place,
            **from_table("label", measure["label"]),
        )
    for region in entry["regions"]:
        Region.objects.create(
            ranking=ranking, slug=region["slug"], **from_table("name", region["name"])
        )


def load_editions(sources):
    """In the order of the file, so that each edition finds the previous one."""
    rankings = {ranking.slug: ranking for ranking in Ranking.objects.all()}
    editions = {}
    for row in read_csv(RANKINGS / "editions.csv"):
        edition = Edition.objects.create(
            ranking=rankings[row["ranking"]],
            number=row["number"],
            published_on=row["published_on"],
            precision=row["precision"],
            previous=editions.get((row["ranking"], row["previous"])),
            cities_researched=row["researched"] or None,
            cities_included=row["included"] or None,
            factors=row["factors"] or None,
            is_public=True,
            **from_row(row, "note"),
        )
        edition.sources.set(sources[url] for url in row["sources"].split())
        editions[row["ranking"], row["number"]] = edition
    return editions


def load_labels(editions, measures):
    for row in read_csv(RANKINGS / "measure_labels.csv"):
        MeasureLabel.objects.create(
            edition=editions[row["ranking"], row["edition"]],
            measure=measures[row["ranking"], row["measure"]],
            **from_row(row, "label"),
        )


def load_city_regions(cities):
    regions = {(r.ranking.slug, r.slug): r for r in Region.objects.select_related("ranking")}
    for row in read_csv(RANKINGS / "city_regions.csv"):
        if row["region"]:
            CityRegion.objects.create(
                region=regions[row["ranking"], row["region"]], city=cities[row["city"]]
            )


def load_results(editions, cities, measures, sources):
    for row in read_csv(RANKINGS / "results.csv"):
        Result.objects.create(
            edition=editions[row["ranking"], row["edition"]],
            city=cities[row["city"]],
            measure=measures[row["ranking"], row["measure"]],
            scope=row["scope"],
            status=row["status"],
            rank=row["rank"] or None,
            is_joint=row["joint"] == "yes",
            rating=row["rating"] or None,
            basis=row["basis"],
            source=sources[row["source"]],
        )
