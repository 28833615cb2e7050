"""The catalogues say everything that the code and the templates say, and are compiled."""

import json
import re
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation.template import templatize

ROOT = settings.BASE_DIR
LANGUAGE_OF_THE_CODE = "en"
TRANSLATED = [code for code, _name in settings.LANGUAGES if code != LANGUAGE_OF_THE_CODE]
SOURCES = sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po"))
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_noop": None,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
CATALOG = re.compile(r"newcatalog = (\{.*?\n  \});", re.DOTALL)
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{\w*\}|</?\w+")

# Texts of the scripts of Django's admin, which Django's own Korean says stiffly.
OF_SCRIPTS = "djangojs"
SCRIPTS = Path(admin.__path__[0]) / "locale" / LANGUAGE_OF_THE_CODE / "LC_MESSAGES/djangojs.po"

# Where a language needs less than English: beside its ranking, «12회차» has no abbreviation.
SAID_WITH_LESS = {"edition of a ranking"}

each_catalogue = pytest.mark.parametrize(
    "source", SOURCES, ids=lambda path: f"{path.parts[-3]}-{path.stem}"
)


@pytest.fixture(scope="module")
def texts():
    """What the code and the templates give to translate: {(context, singular, plural)}."""
    return {text for path in files_with_texts() for text in texts_of(path)}


def files_with_texts():
    for package in ("portal", "news", "rankings"):
        yield from (ROOT / package).rglob("*.py")
    yield from (path for path in (ROOT / "templates").rglob("*") if path.is_file())


def texts_of(path):
    code = path.read_text()
    if path.suffix != ".py":
        # What is left of a template is a row of calls; its indentation means nothing.
        code = "\n".join(line.strip() for line in templatize(code).splitlines())
    for _line, message, _comments, context in extract("python", BytesIO(code.encode()), KEYWORDS):
        singular, plural = message if isinstance(message, tuple) else (message, "")
        yield context, singular, plural


def key(entry):
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def translations(entry):
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


@pytest.mark.parametrize("code", TRANSLATED)
def test_language_has_a_catalogue(code):
    assert ROOT / "locale" / code / "LC_MESSAGES" / "django.po" in SOURCES


@each_catalogue
def test_catalogue_is_compiled(source):
    """`make messages` writes the compiled file; it is committed together with its source."""
    assert source.with_suffix(".mo").read_bytes() == polib.pofile(str(source)).to_binary()


@each_catalogue
def test_catalogue_has_neither_empty_nor_doubtful_entries(source):
    catalogue = polib.pofile(str(source))

    assert [key(entry) for entry in catalogue if entry.fuzzy or entry.obsolete] == []
    assert [key(entry) for entry in catalogue if not all(translations(entry))] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_catalogue_has_every_text(code, texts):
    catalogue = polib.pofile(str(ROOT / "locale" / code / "LC_MESSAGES" / "django.po"))

    assert texts - {key(entry) for entry in catalogue} == set()


@each_catalogue
def test_catalogue_has_no_text_that_nothing_says(source, texts):
    said = keys_of(SCRIPTS) if source.stem == OF_SCRIPTS else texts

    assert keys_of(source) - said == set()


def keys_of(catalogue):
    return {key(entry) for entry in polib.pofile(str(catalogue))}


@each_catalogue
def test_translation_keeps_placeholders_and_markup(source):
    changed = [
        (key(entry), translation)
        for entry in polib.pofile(str(source))
        for translation in translations(entry)
        if translation
        and entry.msgctxt not in SAID_WITH_LESS
        and placeholders(translation) != placeholders(entry.msgid_plural or entry.msgid)
    ]

    assert changed == []


def placeholders(text):
    return set(PLACEHOLDER.findall(text))


@pytest.mark.django_db
def test_scripts_of_the_admin_speak_from_the_catalogue(client):
    client.force_login(User.objects.create_superuser("root"))
    spoken = json.loads(CATALOG.search(client.get(reverse("admin:jsi18n")).content.decode())[1])

    source = ROOT / "locale" / settings.LANGUAGE_CODE / "LC_MESSAGES" / f"{OF_SCRIPTS}.po"
    for entry in polib.pofile(str(source)):
        assert spoken[entry.msgid] == (entry.msgstr or translations(entry))


def test_extraction_sees_every_way_to_mark_a_text(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '{% load i18n %}<p title="{% translate "a" %}">{% blocktranslate trimmed %}\n  b\n  c'
        "{% endblocktranslate %}</p>\n"
        "  {% blocktranslate count n=n context 'd' %}{{ n }} e{% plural %}{{ n }} f"
        '{% endblocktranslate %}{{ x|default:_("g") }}'
    )
    module = tmp_path / "module.py"
    module.write_text('_("h")\nngettext("i", "j", n)\npgettext_lazy("k", "l" "m")\n')

    assert set(texts_of(page)) | set(texts_of(module)) == {
        (None, "a", ""),
        (None, "b c", ""),
        ("d", "%(n)s e", "%(n)s f"),
        (None, "g", ""),
        (None, "h", ""),
        (None, "i", "j"),
        ("k", "lm", ""),
    }
