"""Runs a measurement in a fresh database of either kind, each in a process of its own."""

import os
import subprocess
import sys
import tempfile

MEASURE = "import django; django.setup(); from tests.benchmarks.{} import main; main()"


def on_each(module):
    """Runs `main` of the benchmark named `module` on SQLite and on PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="haeundae-bench-") as folder:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "LOG_LEVEL": "WARNING",
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/portal.sqlite3",
        }
        for name, wrapper in (
            ("SQLite", []),
            ("PostgreSQL", [sys.executable, "-m", "tests.postgres"]),
        ):
            print(f"{name}:\n", flush=True)
            command = [*wrapper, sys.executable, "-c", MEASURE.format(module)]
            subprocess.run(command, env=environment, check=True)


def analyze():
    """Lets the database learn what its tables hold, as it does by itself in use."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
