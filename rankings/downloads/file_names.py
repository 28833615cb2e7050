"""The header that gives a file its name."""

from urllib.parse import quote

from .tables import FIGURES


def disposition(dataset, extension, kind="attachment", table=FIGURES):
    """Browsers that know RFC 6266 take the second name, all others the first."""
    plain = dataset.plain_file_name(extension, *([table.name] if table.part else []))
    name = dataset.file_name(extension, str(table.part))
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
