"""Checks XML against a table of what a format asks for, kept as a data file.

Each rule names a `path` below the element it is `of` (default: the root) and may say how often it
stands there (`least`, `most`), and which `attribute` or text must match the whole `pattern`.
"""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree


def rules_in(path):
    return tomllib.loads(Path(path).read_text(encoding="utf-8"))


def violations(text, rules):
    """What breaks the rules in a document, as sentences; a malformed one raises."""
    root = ElementTree.fromstring(text)
    names = rules.get("namespaces", {})
    return [sentence for rule in rules["rule"] for sentence in broken(root, rule, names)]


def broken(root, rule, names):
    for parent in root.findall(rule["of"], names) if "of" in rule else [root]:
        found = parent.findall(rule["path"], names) if rule["path"] else [parent]
        if not rule.get("least", 0) <= len(found) <= rule.get("most", len(found)):
            yield f"{rule['path']} stands {len(found)} times: {rule['why']}"
        for element in found:
            value = element.get(rule["attribute"]) if "attribute" in rule else element.text
            if "pattern" in rule and not re.fullmatch(rule["pattern"], value or "", re.DOTALL):
                yield f"{rule['path']} is {value!r}: {rule['why']}"
