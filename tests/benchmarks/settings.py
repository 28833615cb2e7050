"""The portal's own settings, plus what the benchmark reads from outside."""

from portal.settings import *  # noqa: F403

ROOT_URLCONF = "tests.benchmarks.probes"
MIDDLEWARE = ["tests.benchmarks.probes.ProbeMiddleware", *MIDDLEWARE]  # noqa: F405
