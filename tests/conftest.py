import os

import pytest
from hypothesis import settings

from tests import production

# Whether something is fast enough is a matter of benchmarks: one slow example is no fault.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    return failed_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    return failed_if_skipped((yield))


def failed_if_skipped(report):
    """On the machine that judges a change, what did not run has not passed."""
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, which counts as failed here: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def demo_portal(tmp_path_factory):
    """The portal in production with the demonstration content, which tests only read."""
    folder = tmp_path_factory.mktemp("demo")
    environment = production.environment(folder)
    production.prepare(environment)
    with production.served(environment, workers=2) as (host, port):
        yield production.DemoPortal(f"http://{host}:{port}", folder)
