"""How gunicorn serves the portal: gunicorn -c deploy/gunicorn.conf.py

Processes and threads are environment variables, described in README.md; options on the
command line stand above this file.
"""

import gc
import os
from pathlib import Path

wsgi_app = "portal.wsgi"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"

workers = int(os.environ.get("WEB_CONCURRENCY", max(2, os.cpu_count())))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
# Loaded once and shared by all processes: less memory, and a faulty start fails at once.
preload_app = True

# A worker shows by touching a file that it lives; on a busy disk it would seem dead.
if Path("/dev/shm").is_dir():
    worker_tmp_dir = "/dev/shm"

# Nothing here uses gunicorn's own control socket, and two portals would fight for its path.
control_socket_disable = True


def pre_fork(server, worker):
    """No process may inherit a database connection, or look for garbage in what is loaded."""
    from django.db import connections

    connections.close_all()
    gc.freeze()
    # A large page makes more objects than the usual 700 and drops them all when it is done.
    gc.set_threshold(10_000)


def post_worker_init(worker):
    from django.conf import settings

    from news import background

    worker.background = background.start(settings.FOLD_INTERVAL)


def worker_exit(server, worker):
    for thread in getattr(worker, "background", ()):
        thread.stop()
