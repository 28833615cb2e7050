"""A portal in processes of its own, as it runs in production, and readers who come to it."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException

import psutil
import psycopg

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"
READERS_AT_A_TIME = 24
PATIENCE = 30


class Portal:
    """`folder` is its DATA_DIR; `database` a DATABASE_URL."""

    def __init__(self, folder, database):
        self.folder = folder
        self.database = database
        self.address = free_address()
        self.server = None
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATA_DIR": str(folder),
            "DATABASE_URL": database,
            "PROXY_COUNT": "1",
            "LOG_LEVEL": "WARNING",
            # What stands for a proxy here does not speak TLS.
            "SITE_URL": "http://127.0.0.1",
        }

    def python(self, *command):
        return subprocess.run(
            [sys.executable, *command],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )

    def fold(self):
        self.python("manage.py", "fold_readings")

    def start(self, workers=8, fold_interval=0.2):
        command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
        command += ["--bind", "{}:{}".format(*self.address), "--workers", str(workers)]
        self.log = (self.folder / "server.log").open("ab")
        self.server = subprocess.Popen(
            command,
            env=self.environment | {"FOLD_INTERVAL": str(fold_interval)},
            stdout=self.log,
            stderr=self.log,
        )
        wait_until(lambda: len(self.workers()) == workers and self.answers())

    def answers(self):
        try:
            socket.create_connection(self.address).close()
        except ConnectionRefusedError:
            return False
        return True

    def workers(self):
        return psutil.Process(self.server.pid).children()

    def stop(self):
        """As an operator does: the workers finish what they are at."""
        self.server.terminate()
        self.server.wait(PATIENCE)
        self.log.close()
        self.server = None

    def kill(self):
        """All processes at once, in the middle of whatever they do."""
        processes = [psutil.Process(self.server.pid), *self.workers()]
        for process in processes:
            process.send_signal(signal.SIGKILL)
        psutil.wait_procs(processes, PATIENCE)
        self.server.wait(PATIENCE)
        self.log.close()
        self.server = None

    def logged(self):
        return (self.folder / "server.log").read_text(encoding="utf-8")

    @contextmanager
    def connection(self):
        """A connection to the database by its own driver, without the portal's code."""
        if self.is_postgres:
            opened = psycopg.connect(self.database, autocommit=True)
        else:
            opened = sqlite3.connect(self.database.removeprefix("sqlite:///"), timeout=PATIENCE)
        with closing(opened) as connection:
            yield connection

    @property
    def is_postgres(self):
        return self.database.startswith("postgres")

    def execute(self, sql):
        with self.connection() as connection:
            cursor = connection.execute(sql)
            rows = cursor.fetchall() if cursor.description else []
            connection.commit()
        return rows

    def views(self):
        """{article: views} of the articles that were read."""
        return dict(self.execute("SELECT article_id, count FROM news_viewtotal WHERE count > 0"))

    def views_by_day(self):
        return dict(
            self.execute(
                "SELECT article_id, sum(count) FROM news_dailyviews WHERE count > 0 "
                "GROUP BY article_id"
            )
        )

    def articles(self):
        return [pk for (pk,) in self.execute("SELECT id FROM news_article ORDER BY id")]


class Reader:
    """One visitor: an address of their own behind the proxy."""

    def __init__(self, portal, number):
        self.portal = portal
        self.headers = {
            "User-Agent": BROWSER,
            "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
        }

    def get(self, path):
        with closing(HTTPConnection(*self.portal.address, timeout=PATIENCE)) as connection:
            connection.request("GET", path, headers=self.headers)
            response = connection.getresponse()
            response.read()
            return response.status

    def insist(self, path):
        """Ask again until the portal has answered, as a person does whose page did not load."""
        deadline = time.monotonic() + PATIENCE / 2
        while time.monotonic() < deadline:
            try:
                return self.get(path)
            except (OSError, HTTPException):
                time.sleep(0.05)
        raise TimeoutError(path)


def page(article):
    return f"/ko/news/{article}/"


def image(article):
    return f"/ko/news/{article}/reading.gif"


def at_the_same_time(visit, visitors):
    """What `visit(visitor)` returns for each of `visitors`, many at a time."""
    with ThreadPoolExecutor(READERS_AT_A_TIME) as pool:
        return list(pool.map(visit, visitors))


def wait_until(condition, patience=PATIENCE):
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def free_address():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()
