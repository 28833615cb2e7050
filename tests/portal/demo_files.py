"""Reads the demonstration content for the tests. Needs no Django."""

import csv
import re
import tomllib
from pathlib import Path

DEMO = Path(__file__).parents[2] / "portal" / "demo"
RANKINGS = DEMO / "rankings"
LANGUAGES = {"ko", "en"}
EMBED = re.compile(r"^\[\[(\w+):(.+)\]\]$", re.MULTILINE)


def rows(name):
    with (RANKINGS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def toml(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


CITIES, EDITIONS, RESULTS = rows("cities.csv"), rows("editions.csv"), rows("results.csv")
LABELS, SOURCES, CITY_REGIONS = (
    rows(name) for name in ("measure_labels.csv", "sources.csv", "city_regions.csv")
)
INDICES = {ranking["slug"]: ranking for ranking in toml(RANKINGS / "rankings.toml")["rankings"]}
DEPARTMENTS = toml(DEMO / "departments.toml")["departments"]
FOLDERS = sorted(path for path in (DEMO / "articles").iterdir() if path.is_dir())
ARTICLES = {folder.name: toml(folder / "article.toml") for folder in FOLDERS}

MEASURES = {
    (slug, measure["code"]): measure
    for slug, ranking in INDICES.items()
    for measure in ranking["measures"]
}
NUMBERS = {(row["ranking"], row["number"]): row for row in EDITIONS}
RANKS = {
    (row["ranking"], row["edition"], row["city"], row["measure"], row["scope"]): row
    for row in RESULTS
}


def body(folder, language):
    return (DEMO / "articles" / folder / f"body.{language}.txt").read_text(encoding="utf-8")


def ready_languages(article):
    return [language for language, ready in article["is_ready"].items() if ready]


BODIES = [
    (folder, language)
    for folder, article in ARTICLES.items()
    for language in ready_languages(article)
]


def busan(ranking, edition, measure="overall"):
    return int(RANKS[ranking, str(edition), "busan", measure, "world"]["rank"])
