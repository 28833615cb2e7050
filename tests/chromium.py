"""The Chromium that the browser tests drive, and what it needs to show Korean pages.

`python -m tests.chromium` installs what is missing where it may, on Debian as root, and
otherwise says what to install.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Playwright's driver needs libatomic1, which smaller installations leave out.
DEBIAN_PACKAGES = ("chromium", "fontconfig", "fonts-noto-cjk", "libatomic1")


def executable():
    """The path of the browser: the one that CHROMIUM names, or the system's; None without any."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def missing():
    """What keeps the tests from running, in words; nothing when they can."""
    return [
        name
        for name, is_there in (
            ("Chromium or Chrome", executable()),
            ("a Korean typeface", succeeds_and_tells("fc-list", ":lang=ko")),
            ("libatomic", succeeds_and_tells(sys.executable, "-m", "playwright", "--version")),
        )
        if not is_there
    ]


def succeeds_and_tells(*command):
    if not shutil.which(command[0]):
        return False
    result = subprocess.run(command, capture_output=True)
    return result.returncode == 0 and bool(result.stdout.strip())


def install():
    print(f"Installing {' '.join(DEBIAN_PACKAGES)} for the browser tests …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (
        ["update"],
        ["install", "--yes", "--no-install-recommends", *DEBIAN_PACKAGES],
    ):
        subprocess.run(
            ["apt-get", *arguments], env=environment, stdout=subprocess.DEVNULL, check=True
        )


def main():
    if missing() and os.geteuid() == 0 and shutil.which("apt-get"):
        install()
    if lacking := missing():
        return (
            f"The browser tests could not run; missing: {', '.join(lacking)}. "
            f"On Debian and Ubuntu: apt-get install {' '.join(DEBIAN_PACKAGES)}"
        )
    return None


if __name__ == "__main__":
    sys.exit(main())
