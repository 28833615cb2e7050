"""The thread that counts readings and keeps the search index, while a server process lives.

Every process runs one; the one that holds the lock of the folder does the work, and when it
dies, however it dies, another takes over within one interval.
"""

import fcntl
import logging
import os
import threading

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import close_old_connections, connection

from .counting import salts
from .counting.clock import day_of, now
from .counting.fold import fold_all
from .counting.noting import journal
from .search import attachments, index

logger = logging.getLogger(__name__)

# Seconds. While the database is away, the thread asks for it less and less often, up to this.
LONGEST_WAIT = 60


class BackgroundThread(threading.Thread):
    """Works every `interval` seconds, and less often while the work fails."""

    def __init__(self, interval):
        super().__init__(name="background", daemon=True)
        self._interval = interval
        self._stopping = threading.Event()
        self._leadership = None

    def run(self):
        wait = 0
        while not self._stopping.wait(wait):
            wait = self._interval if self._work() else min(2 * wait or 1, LONGEST_WAIT)
        self._step_down()

    def stop(self):
        """End soon; work that takes longer is cut off with the process, which harms nothing."""
        self._stopping.set()
        self.join(timeout=5)

    def _work(self):
        # One that fails keeps no other from being done.
        return all([succeeds(tend_journal), succeeds(self._count), succeeds(self._index)])

    def _count(self):
        if self._leads():
            count_readings()

    def _index(self):
        if self._leads():
            index.keep_up()
            # One at a time: readings wait meanwhile.
            attachments.read_next()

    def _leads(self):
        if self._leadership is None:
            settings.READINGS_DIR.mkdir(parents=True, exist_ok=True)
            file = (settings.READINGS_DIR / "leader.lock").open("ab")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.close()
                return False
            self._leadership = file
            logger.info("Process %d counts and indexes for this machine", os.getpid())
        return True

    def _step_down(self):
        connection.close()
        if self._leadership:
            self._leadership.close()


def succeeds(chore):
    try:
        close_old_connections()
        chore()
    except (DatabaseError, OSError):
        logger.exception("%s waits until the next time", chore.__name__)
        connection.close()
        return False
    return True


def tend_journal():
    """What each process does for its own readings."""
    journal.rotate()
    salts.forget_before(day_of(now()))


def count_readings():
    """What has to be done again and again: salts for the days to come, and folding."""
    salts.renew(now())
    return fold_all()
