import contextlib
import os
import secrets
from pathlib import Path


def kept_secret_key(path: Path) -> str:
    """The secret key kept at `path`, made on first use and readable by its owner alone.

    Several processes may start at once: the first to link its file in place wins.
    """
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text()
