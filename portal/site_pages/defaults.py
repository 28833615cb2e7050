"""The pages that a new portal begins with: true of the software, whoever runs it."""

import tomllib
from pathlib import Path

from django.apps import apps as installed
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.db.models.signals import post_migrate
from modeltranslation.utils import build_localized_fieldname as in_language

FOLDER = Path(__file__).parent / "defaults"


def connect():
    post_migrate.connect(fill, dispatch_uid="portal.site_pages")


def fill(app_config, using, apps=installed, **kwargs):
    """Write the first pages, once: where there ever was one, editors decide what there is.

    A portal with articles has readers already: what its office tells them is for editors to say.
    """
    from news.models import Article

    from .models import SitePage

    if app_config.label != "portal" or using != DEFAULT_DB_ALIAS:
        return
    if not (is_current(apps, SitePage) and is_current(apps, Article)):
        return
    if not (SitePage.objects.exists() or SitePage.history.exists()):
        is_ready = not Article.objects.exists()
        for position, entry in enumerate(entries(is_ready), start=1):
            SitePage.objects.create(position=position, **entry)


def is_current(apps, model):
    """Whether the tables of `apps` are those of `model`, and not on their way there or back."""
    try:
        known = apps.get_model(model._meta.label)
    except LookupError:
        return False
    return columns(known) == columns(model)


def columns(model):
    return {field.column for field in model._meta.concrete_fields}


def entries(is_ready):
    """The fields of each page, for every language of the site in which it is written."""
    listed = tomllib.loads((FOLDER / "pages.toml").read_text(encoding="utf-8"))["pages"]
    for entry in listed:
        fields = {"slug": entry["slug"]}
        for code, _name in settings.LANGUAGES:
            if code in entry["title"]:
                fields |= texts(entry, code, is_ready)
        yield fields


def texts(entry, code, is_ready):
    path = FOLDER / f"{entry['slug']}.{code}.txt"
    return {
        in_language("title", code): entry["title"][code],
        # As a form would store it: without the line end of the file.
        in_language("body", code): path.read_text("utf-8").strip() if path.exists() else "",
        in_language("is_ready", code): is_ready,
    }
