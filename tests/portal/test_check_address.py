"""Before the portal is served, an address that cannot be used is said in one sentence."""

import socket
import subprocess
import sys

import pytest
from django.conf import settings


def complaint_about(host, port):
    """What `make run` would say, and whether it would go on."""
    checked = subprocess.run(
        [sys.executable, "deploy/check_address.py", host, str(port)],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
    )
    assert checked.stdout == ""
    assert (checked.returncode == 0) == (checked.stderr == "")
    return checked.stderr


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


def test_free_address_is_not_complained_about(listener):
    port = listener.getsockname()[1]
    listener.close()

    assert complaint_about("127.0.0.1", port) == ""


def test_busy_port_is_told_with_another_to_try(listener):
    port = listener.getsockname()[1]

    complaint = complaint_about("127.0.0.1", port)

    assert f"127.0.0.1:{port}" in complaint
    assert "PORT=" in complaint


@pytest.mark.parametrize("port", ["", "http", "0", "65536", "-1", "8000.5", "²"])
def test_port_that_is_none_is_told(port):
    assert "from 1 to 65535" in complaint_about("127.0.0.1", port)


@pytest.mark.parametrize("host", ["192.0.2.1", "unknown.invalid"])
def test_address_of_another_machine_is_told(host):
    complaint = complaint_about(host, 8000)

    assert host in complaint
    assert "HOST" in complaint
