"""The portal as it runs in production, with the demonstration content, for what measures it."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 30  # seconds until the server must answer


@dataclass
class DemoPortal:
    url: str
    folder: Path

    @property
    def login(self):
        """Name and password of the demonstration's editor, who may also publish."""
        return "editor", (self.folder / "demo-login").read_text()


def environment(folder, **values):
    """The variables of a portal that writes everything into `folder`."""
    return os.environ | {
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/portal.sqlite3",
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "LOG_LEVEL": "WARNING",
        **values,
    }


def prepare(environment):
    """A portal with the demonstration content and nothing else, as `make run` prepares it."""
    for command in (["migrate"], ["collectstatic", "--noinput"], ["load_demo"]):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )


@contextmanager
def served(environment, workers=1):
    """The address of the server; with one worker, one process is the whole account."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        host, port = listener.getsockname()
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
    command += ["--workers", str(workers), "--bind", f"{host}:{port}"]
    own = {"SITE_URL": f"http://{host}:{port}"}
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, env=environment | own, stdout=log, stderr=log)
        try:
            wait_for(server, (host, port), log)
            yield host, port
        finally:
            server.terminate()
            server.wait(PATIENCE)


def wait_for(server, address, log):
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(address).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    log.seek(0)
    raise RuntimeError(f"The server did not start:\n{log.read().decode()}")
