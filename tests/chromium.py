"""The Chromium that the browser tests drive: the one of the system, installed when it is missing.

`python -m tests.chromium` sees to it that there is one, with a Korean typeface.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN_PACKAGES = ("chromium", "fonts-noto-cjk")


def executable():
    """The path of the browser, or None when this machine has none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def has_korean_typeface():
    if not shutil.which("fc-list"):
        return False
    listing = subprocess.run(["fc-list", ":lang=ko"], capture_output=True, check=True)
    return bool(listing.stdout.strip())


def is_complete():
    return bool(executable()) and has_korean_typeface()


def install():
    print(f"Installing {' and '.join(DEBIAN_PACKAGES)} for the browser tests …", flush=True)
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    }
    subprocess.run(["apt-get", "update"], check=True, **quiet)
    subprocess.run(
        ["apt-get", "install", "--yes", "--no-install-recommends", "fontconfig", *DEBIAN_PACKAGES],
        check=True,
        **quiet,
    )


def main():
    if is_complete():
        return None
    if os.geteuid() == 0 and shutil.which("apt-get"):
        install()
    if is_complete():
        return None
    return (
        "The browser tests could not run: they need Chromium or Chrome and a Korean typeface. "
        f"On Debian and Ubuntu: apt-get install {' '.join(DEBIAN_PACKAGES)}"
    )


if __name__ == "__main__":
    sys.exit(main())
