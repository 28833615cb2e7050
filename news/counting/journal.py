"""Readings on their way to the database: files in one folder, one line per reading.

The name of a file tells its state:

*.new      is being opened and holds no reading yet
*.journal  belongs to one process, which appends to it and keeps it locked while it lives.
           Whoever obtains the lock knows that nothing will be added any more.
*.folded   is counted to its end and waits to be deleted

A name begins with the time of opening, in milliseconds, and is never used again.

A line is written by one call before the response leaves, so the death of the process at any
moment loses no acknowledged reading. What a power cut takes are the lines that neither the
system had written to the disk nor the folder had counted: those of the last seconds.
"""

import errno
import fcntl
import logging
import os
import re
import secrets
import threading
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from .clock import HOUR, MINUTE, now

logger = logging.getLogger(__name__)

LARGEST = 8 * 1024 * 1024
LONGEST_OPEN = 30 * MINUTE
LONGEST_LINE = 256
LINE = re.compile(rb"(\d{13}) (\d{1,18}) ([A-Za-z0-9-]{2,10}) ([0-9a-f]{32})\n")


class Reading(NamedTuple):
    """A reading of `article` at `at` (milliseconds since 1970) by the bearer of a visitor key."""

    at: int
    article: int
    language: str
    visitor: str

    def line(self):
        return b"%d %d %b %b\n" % (
            self.at,
            self.article,
            self.language.encode(),
            self.visitor.encode(),
        )


def parse(line):
    """The reading that `line` holds, or None. No part of a line passes for a whole one."""
    if not (match := LINE.fullmatch(line)):
        return None
    at, article, language, visitor = match.groups()
    return Reading(int(at), int(article), language.decode(), visitor.decode())


class Journal:
    """What this process writes to `folder`; its threads share it, its children open their own."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self._fd = None
        self._lock = threading.Lock()
        os.register_at_fork(after_in_child=self._leave_to_parent)

    def append(self, reading):
        """Write `reading` down; raises OSError when it could not be."""
        line = reading.line()
        with self._lock:
            self._close_if(self._is_due)
            if self._fd is None:
                self._open()
            written = os.write(self._fd, line)
            self._size += written
            if written < len(line):
                # The next line must not continue this one: leave it as the torn end of its file.
                self._close()
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.folder))

    def rotate(self):
        """Let go of a journal that is full or old, so that it can be counted and deleted."""
        with self._lock:
            self._close_if(self._is_due)

    def close(self):
        with self._lock:
            self._close_if(lambda: True)

    def _open(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        self._opened_at = now()
        self._size = 0
        name = f"{self._opened_at}-{os.getpid()}-{secrets.token_hex(8)}"
        new = self.folder / f"{name}.new"
        fd = os.open(new, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
            new.rename(self.folder / f"{name}.journal")
        except OSError:
            os.close(fd)
            raise
        self._fd = fd

    def _is_due(self):
        return self._size >= LARGEST or now() - self._opened_at >= LONGEST_OPEN

    def _close_if(self, condition):
        if self._fd is not None and condition():
            self._close()

    def _close(self):
        os.close(self._fd)
        self._fd = None

    def _leave_to_parent(self):
        # Closing a copy leaves the parent's lock in force. The parent may have been forked in
        # the middle of an append, by another thread that does not exist here.
        self._lock = threading.Lock()
        if self._fd is not None:
            self._close()


class Tail:
    """A journal from the byte `offset` on, to the end that it had when it was opened.

    `end` is how far `readings` has come for good; it moves when they are exhausted.
    """

    def __init__(self, path, offset):
        self.path = path
        self.end = offset
        self.is_exhausted = False
        self._file = path.open("rb")
        # Asked before the size: a process that dies in between may still have written.
        self.is_final = is_left(self._file)
        self._size = os.fstat(self._file.fileno()).st_size

    @property
    def name(self):
        return self.path.name

    def close(self):
        self._file.close()

    def readings(self):
        """Yields (time, name of the journal, offset after the line, reading), in file order."""
        position = self._file.seek(self.end)
        skipped = 0
        while position < self._size and (line := self._file.readline(LONGEST_LINE)):
            if is_incomplete(line) and not self.is_final:
                break
            position += len(line)
            if reading := parse(line):
                yield reading.at, self.name, position, reading
            else:
                skipped += len(line)
        if skipped:
            logger.warning("%s: skipped %d bytes that hold no reading", self.name, skipped)
        self.end = position
        self.is_exhausted = True


def is_incomplete(line):
    return len(line) < LONGEST_LINE and not line.endswith(b"\n")


def is_left(file):
    """Whether the process that wrote to `file` is gone; holds it locked until it is closed."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def journals(folder):
    """The journals in `folder`, in the order in which they were opened."""
    return sorted(folder.glob("*.journal"))


def mark_folded(path):
    path.rename(path.with_suffix(".folded"))


def folded(folder):
    return sorted(folder.glob("*.folded"))


def remove_unopened(folder):
    """Delete what processes left that died while they opened a journal."""
    for path in folder.glob("*.new"):
        with suppress(FileNotFoundError):
            if now() - path.stat().st_mtime * 1000 > HOUR:
                path.unlink()
