"""Loads departments and articles; each article is a folder with its texts, images and files."""

import re
from datetime import timedelta

from django.conf import settings
from django.core.files import File
from django.utils import timezone

from news.models import Article, Attachment, Department, Image

from .files import FOLDER, from_table, read_toml

IMAGE = re.compile(r"\(image:([0-9]+)")


def load_articles():
    departments = load_departments()
    for folder in sorted((FOLDER / "articles").iterdir()):
        load_article(folder, departments)


def load_departments():
    return {
        entry["slug"]: Department.objects.create(
            email=entry["email"], position=position, **from_table("name", entry["name"])
        )
        for position, entry in enumerate(read_toml(FOLDER / "departments.toml")["departments"])
    }


def load_article(folder, departments):
    entry = read_toml(folder / "article.toml")
    article = Article.objects.create(
        kind=entry["kind"],
        status=entry["status"],
        department=departments[entry["department"]],
        published_at=publication_time(entry),
        expires_at=entry.get("expires_at"),
        is_pinned=entry.get("is_pinned", False),
        licence=entry["licence"],
        **from_table("title", entry["title"]),
        **from_table("lead", entry["lead"]),
        **from_table("is_ready", entry["is_ready"]),
    )
    numbers = load_images(article, folder, entry.get("images", []))
    load_attachments(article, folder, entry.get("attachments", []))
    save_bodies(article, folder, numbers)


def publication_time(entry):
    if days := entry.get("scheduled_in_days"):
        return timezone.now() + timedelta(days=days)
    return entry["published_at"]


def load_images(article, folder, entries):
    """Maps the numbers of the images within their article to those they were given."""
    numbers = {}
    for entry in entries:
        with open(folder / entry["file"], "rb") as file:
            image = Image.objects.create(
                article=article,
                file=File(file, entry["file"]),
                is_decorative=entry.get("is_decorative", False),
                **from_table("alt", entry.get("alt", {})),
            )
        numbers[entry["number"]] = image.pk
    return numbers


def load_attachments(article, folder, entries):
    for position, entry in enumerate(entries):
        with open(folder / entry["file"], "rb") as file:
            Attachment.objects.create(
                article=article,
                file=File(file, entry["file"]),
                position=position,
                **from_table("title", entry["title"]),
            )


def renumbered(text, image_numbers):
    """`text` with «image:1» as the database numbers it."""
    return IMAGE.sub(lambda found: f"(image:{image_numbers.get(int(found[1]), found[1])}", text)


def save_bodies(article, folder, image_numbers):
    bodies = {}
    for code, _name in settings.LANGUAGES:
        path = folder / f"body.{code}.txt"
        if path.exists():
            bodies[code] = renumbered(path.read_text(encoding="utf-8"), image_numbers)
    for field, text in from_table("body", bodies).items():
        setattr(article, field, text)
    article.save()
