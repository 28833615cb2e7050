"""Threads that count readings and keep the search index, while a server process lives.

Every process runs them; of each the one that holds its lock in the folder does the work, and when
that process dies, however it dies, another takes over within one interval. What may take long is
a thread of its own: counting waits for no document.
"""

import fcntl
import logging
import os
import threading

from django.conf import settings
from django.db import close_old_connections, connection

from .counting import salts
from .counting.clock import day_of, now
from .counting.fold import fold_all
from .counting.noting import journal
from .search import attachments, index

logger = logging.getLogger(__name__)

# Seconds. While the database is away, a thread asks for it less and less often, up to this.
LONGEST_WAIT = 60


class BackgroundThread(threading.Thread):
    """Does `chore` every `interval` seconds where it leads, and less often while that fails.

    `meanwhile` tells the log what that means; `everywhere` is what each process does besides.
    """

    def __init__(self, chore, lock, interval, meanwhile, everywhere=lambda: None):
        super().__init__(name=chore.__name__, daemon=True)
        self._chore = chore
        self._lock = settings.READINGS_DIR / lock
        self._interval = interval
        self._meanwhile = meanwhile
        self._everywhere = everywhere
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
        try:
            self._everywhere()
            if self._leads():
                close_old_connections()
                self._chore()
        # Whatever it is – the database away, a disk full, a text that nobody foresaw –, the
        # thread must live to try again.
        except Exception:
            logger.exception("%s", self._meanwhile)
            connection.close()
            return False
        return True

    def _leads(self):
        if self._leadership is None:
            self._lock.parent.mkdir(parents=True, exist_ok=True)
            file = self._lock.open("ab")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.close()
                return False
            self._leadership = file
            logger.info("Process %d does %s for this machine", os.getpid(), self.name)
        return True

    def _step_down(self):
        connection.close()
        if self._leadership:
            self._leadership.close()


def start(interval):
    """The threads of a server process, started."""
    kept = "Readings stay in their journals until folding succeeds"
    stale = "Articles are found by their former words until indexing succeeds"
    unread = "Attachments are found by their names until reading them succeeds"
    threads = [
        BackgroundThread(count_readings, "leader.lock", interval, kept, everywhere=tend_journal),
        BackgroundThread(index.keep_up, "index.lock", interval, stale),
        BackgroundThread(attachments.read_next, "documents.lock", interval, unread),
    ]
    for thread in threads:
        thread.start()
    return threads


def tend_journal():
    """What each process does for its own readings."""
    journal.rotate()
    salts.forget_before(day_of(now()))


def count_readings():
    """What has to be done again and again: salts for the days to come, and folding."""
    salts.renew(now())
    return fold_all()
