"""A further language costs a line of settings, migrations and a catalogue – no code."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

SOURCES = ["manage.py", "portal", "news", "rankings", "templates", "locale"]

RENDER_PAGES = """
from django.test import Client
from news.models import Article
from rankings.models import Edition

client = Client(headers={"host": "127.0.0.1"})
article = Article.objects.published().first()
edition = Edition.objects.public().first()
for rest in (
    "",
    "news/",
    f"news/{article.pk}/",
    "rankings/",
    f"rankings/{edition.ranking.slug}/",
    f"rankings/{edition.ranking.slug}/{edition.number}/",
):
    response = client.get(f"/ja/{rest}")
    assert response.status_code == 200, (rest, response.status_code)
    html = response.content.decode()
    assert '<html lang="ja"' in html, rest
assert "日本語" in client.get("/en/").content.decode()
Article.objects.filter(pk=article.pk).update(title_ja="釜山", is_ready_ja=True)
assert "釜山" in client.get(f"/ja/news/{article.pk}/").content.decode()
"""


@pytest.fixture
def project_with_japanese(tmp_path):
    for name in SOURCES:
        source = Path(settings.BASE_DIR, name)
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    settings_file = tmp_path / "portal" / "settings.py"
    text = settings_file.read_text(encoding="utf-8")
    line = '    ("en", "English"),\n'
    assert text.count(line) == 1
    settings_file.write_text(text.replace(line, line + '    ("ja", "日本語"),\n'), encoding="utf-8")
    return tmp_path


def run(project, *arguments, stdin=None):
    environment = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(project / "var"),
        "DEBUG": "true",
        "LOG_LEVEL": "ERROR",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=project,
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_language_added_in_settings_alone_migrates_and_renders(project_with_japanese):
    run(project_with_japanese, "makemigrations")
    run(project_with_japanese, "migrate", "-v0")
    run(project_with_japanese, "load_demo")

    run(project_with_japanese, "shell", "-v0", "-c", RENDER_PAGES)
