"""The header that gives a file its name."""

from urllib.parse import quote


def disposition(dataset, extension, kind="attachment", table=None):
    """Browsers that know RFC 6266 take the second name, all others the first."""
    is_part = table is not None and bool(table.part)
    plain = dataset.plain_file_name(extension, *([table.name] if is_part else []))
    name = dataset.file_name(extension, *([str(table.part)] if is_part else []))
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
