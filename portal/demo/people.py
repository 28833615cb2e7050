import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User

DEMO_USERNAME = "editor"
DEMO_GROUPS = ["editor", "approver"]


def create_demo_editor():
    """An editor who may also publish, with a password of chance, so that no two sites share it."""
    password = secrets.token_urlsafe(9)
    user = User.objects.create_user(DEMO_USERNAME, password=password, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=DEMO_GROUPS))
    login_path().touch(mode=0o600)
    login_path().write_text(password)


def demo_login():
    """(user name, password), or None when there is no demo editor.

    The password is None once somebody has changed it.
    """
    user = User.objects.filter(username=DEMO_USERNAME).first()
    if user is None or not login_path().exists():
        return None
    password = login_path().read_text()
    return DEMO_USERNAME, password if user.check_password(password) else None


def login_path() -> Path:
    return settings.DATA_DIR / "demo-login"
