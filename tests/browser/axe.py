"""The accessibility rules of axe, run in the browser."""

from axe_playwright_python.sync_playwright import Axe

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a change of colours alone can break.
OF_COLOURS = ["color-contrast", "link-in-text-block"]


def violations(page, *, rules=(), ignored=()):
    """What axe finds wrong with `page`: one line for each element, with the rule and its reason.

    All rules are tried, or only those named in `rules`.
    """
    options = {
        "runOnly": {"type": "rule" if rules else "tag", "values": rules or LEVELS},
        "rules": {rule: {"enabled": False} for rule in ignored},
    }
    results = Axe().run(page, options=options)
    return [
        f"{found['id']} ({found['impact']}): {node['html'][:160]} – {node['failureSummary']}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]
