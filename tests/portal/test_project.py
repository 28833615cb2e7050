"""What holds of the project as a whole: its requirements, its names, what it says of itself."""

import ast
import re
from importlib.metadata import PackageNotFoundError, requires
from types import SimpleNamespace

import pytest
from django.conf import settings
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import failed_if_skipped

ROOT = settings.BASE_DIR
CODES = "|".join(code for code, _name in settings.LANGUAGES)
IS_CODE = re.compile(rf"({CODES})|\w+_({CODES})")
CODE_IN_MARKUP = re.compile(rf"""["'/=]({CODES})["'/]|[a-z]_({CODES})\b""")
PINNED = re.compile(r"[\w.-]+(\[[\w,]+\])?==[\w.]+(; [^#]+)? +# \S.*")
FOREIGN = re.compile(
    r"(?<!\w)/(home|root|Users|tmp|work|opt)/|pypi\.|pythonhosted|npmjs|/simple/|index-url"
)
READ_FROM_ENVIRONMENT = re.compile(r"""(?:env\.\w+|environ\.get|getenv)\(\s*["'](\w+)["']""")


def files(*tops, suffixes):
    found = (path for top in tops for path in (ROOT / top).rglob("*"))
    return [path for path in found if path.suffix in suffixes and path.is_file()]


def own_code():
    modules = files("portal", "news", "rankings", suffixes=[".py"])
    return [
        path
        for path in modules
        if path != ROOT / "portal/settings.py" and "migrations" not in path.parts
    ]


def words_of(module):
    """The names and the texts of a module, each with its line."""
    for node in ast.walk(ast.parse(module.read_text())):
        word = next(
            (
                value
                for field in ("id", "attr", "arg", "value")
                if isinstance(value := getattr(node, field, None), str)
            ),
            None,
        )
        if word:
            yield node.lineno, word


def test_only_the_settings_name_a_language_in_code():
    named = [
        f"{module.relative_to(ROOT)}:{line}: {word}"
        for module in own_code()
        for line, word in words_of(module)
        if IS_CODE.fullmatch(word)
    ]

    assert named == []


def test_no_template_or_script_names_a_language():
    named = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files("templates", "portal", "news", "rankings", suffixes=[".html", ".js"])
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if CODE_IN_MARKUP.search(line)
    ]

    assert named == []


@pytest.mark.parametrize(
    "line", ['lang="{c}"', "{{% if code == '{c}' %}}", "{{{{ title_{c} }}}}", 'href="/{c}/news/"']
)
def test_language_named_in_a_template_is_noticed(line):
    assert all(CODE_IN_MARKUP.search(line.format(c=code)) for code in CODES.split("|"))


def requirement_lines(name):
    lines = (ROOT / name).read_text().splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-dev.txt", "requirements-node.txt"]
)
def test_requirements_are_pinned_and_say_why(name):
    assert [line for line in requirement_lines(name) if not PINNED.fullmatch(line)] == []


def test_what_the_requirements_need_is_pinned_too():
    lines = requirement_lines("requirements.txt") + requirement_lines("requirements-dev.txt")
    asked = [Requirement(line.split(" #")[0]) for line in lines]
    pinned = {canonicalize_name(requirement.name) for requirement in asked}

    assert {name for requirement in asked for name in needs(requirement)} - pinned == set()


def needs(requirement):
    """The packages that a requirement, with its extras, asks for on this machine."""
    try:
        wanted = map(Requirement, requires(requirement.name) or [])
    except PackageNotFoundError:
        return
    for need in wanted:
        extras = requirement.extras or {""}
        if need.marker is None or any(need.marker.evaluate({"extra": e}) for e in extras):
            yield canonicalize_name(need.name)


def test_what_the_portal_writes_stays_out_of_version_control():
    ignored = (ROOT / ".gitignore").read_text().splitlines()

    assert {"var/", ".venv/", ".env"} <= set(ignored)


def test_nothing_names_a_machine_or_a_package_host():
    tops = ("portal", "news", "rankings", "templates", "tests", "docs", "deploy", "locale", ".ci")
    everything = [
        *files(*tops, suffixes=[".py", ".html", ".md", ".js", ".css", ".sh", ".po", ".txt", ""]),
        *(path for path in ROOT.iterdir() if path.is_file() and path.name != ".env"),
    ]

    foreign = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in everything
        if str(path) != __file__
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if FOREIGN.search(line)
    ]

    assert foreign == []


def test_readme_tells_of_every_setting():
    read = {
        name
        for path in ("portal/settings.py", "deploy/gunicorn.conf.py")
        for name in READ_FROM_ENVIRONMENT.findall((ROOT / path).read_text())
    }
    told = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "README.md").read_text(), re.MULTILINE))

    assert told == read


def test_example_environment_sets_what_the_settings_read():
    read = set(READ_FROM_ENVIRONMENT.findall((ROOT / "portal/settings.py").read_text()))
    example = (ROOT / "deploy/haeundae.env.example").read_text()

    assert set(re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE)) <= read


def report(**values):
    return SimpleNamespace(skipped=True, outcome="skipped", longrepr="no browser", **values)


def test_skipped_test_fails_where_changes_are_judged(monkeypatch):
    monkeypatch.setenv("CI", "1")

    assert failed_if_skipped(report()).outcome == "failed"
    assert failed_if_skipped(report(wasxfail="known")).outcome == "skipped"


def test_skipped_test_is_only_told_elsewhere(monkeypatch):
    monkeypatch.delenv("CI", raising=False)

    assert failed_if_skipped(report()).outcome == "skipped"
