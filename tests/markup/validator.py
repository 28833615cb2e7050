"""Runs html-validate over pages. Which of its rules are off, and why, is in docs/quality.md."""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

NODE = Path(sys.executable).with_name("node")
PROGRAM = settings.BASE_DIR / ".venv/markup/node_modules/html-validate/bin/html-validate.mjs"
HERE = Path(__file__).parent


def faults(pages, rules):
    """What is wrong with each of `pages`, which are files: lines with place, rule and reason.

    `rules` names a file beside this one.
    """
    with TemporaryDirectory() as folder:
        # Into a file: what it writes to a pipe is cut off when it ends.
        report = Path(folder) / "report.json"
        options = [f"--config={HERE / rules}.json", f"--formatter=json={report}"]
        subprocess.run([NODE, PROGRAM, *options, *pages], check=False)
        files = json.loads(report.read_text())
    found = {Path(file["filePath"]): file["messages"] for file in files}
    return {page: [in_words(message) for message in found.get(page, [])] for page in pages}


def in_words(message):
    return (
        f"{message['line']}:{message['column']} {message['ruleId']}: {message['message']}"
        f" ({message.get('selector')})"
    )
