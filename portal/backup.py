"""One archive of everything the portal cannot make again: database, uploads, journals, key.

What is left out is the salt of the day: a copy of it that outlives the day would let its
holder find out who read what.
"""

import os
import sqlite3
import subprocess
import tarfile
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import connection
from django.utils import timezone
from psycopg.conninfo import make_conninfo

from news.counting.fold import locked
from news.counting.models import DailySalt

SALTS = DailySalt._meta.db_table
# How a server is reached, in words that pg_dump of every release knows.
REACHED_BY = ("host", "port", "dbname", "user", "sslmode", "sslrootcert", "sslcert", "sslkey")


def write_backup(folder):
    """Write an archive of this moment into `folder` while the portal runs; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / f"haeundae-{timezone.localtime():%Y%m%d-%H%M%S}.tar.gz"
    with TemporaryDirectory(dir=folder) as name:
        draft = Path(name, "archive")
        # The archive holds the key and all drafts.
        draft.touch(mode=0o600)
        with tarfile.open(draft, "w:gz") as tar:
            add_database_and_journals(tar, Path(name))
            add_folder(tar, settings.MEDIA_ROOT, "media")
            add_file(tar, settings.DATA_DIR / "secret_key", "secret_key")
        draft.rename(archive)
    return archive


def add_database_and_journals(tar, draft_folder):
    settings.READINGS_DIR.mkdir(parents=True, exist_ok=True)
    # The database says how far each journal is counted: nobody may count further in between.
    with locked(settings.READINGS_DIR / "folding.lock"):
        copy = copy_database(draft_folder)
        add_folder(tar, settings.READINGS_DIR, "readings")
    tar.add(copy, copy.name)


def copy_database(folder):
    if connection.vendor == "sqlite":
        return copy_sqlite(folder / "portal.sqlite3")
    return dump_postgresql(folder / "portal.dump")


def copy_sqlite(path):
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA secure_delete = ON")
        copy.execute(f"DELETE FROM {SALTS}")
        copy.commit()
    return path


def dump_postgresql(path):
    connection.ensure_connection()
    info = connection.connection.info
    known = {name: value for name, value in info.get_parameters().items() if name in REACHED_BY}
    subprocess.run(
        [
            "pg_dump",
            "--format=custom",
            f"--file={path}",
            f"--exclude-table-data={SALTS}",
            f"--dbname={make_conninfo(**known)}",
        ],
        # The list of processes shows arguments, but not this.
        env=os.environ | {"PGPASSWORD": info.password},
        check=True,
    )
    return path


def add_folder(tar, folder, name):
    for path in sorted(folder.rglob("*")):
        add_file(tar, path, f"{name}/{path.relative_to(folder)}")


def add_file(tar, path, name):
    # An editor may delete an upload meanwhile; with SECRET_KEY set there is no file of it.
    with suppress(FileNotFoundError):
        tar.add(path, name, recursive=False)
