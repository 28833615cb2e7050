"""The header that gives a file its name."""

from urllib.parse import quote


def disposition(dataset, extension, kind="attachment"):
    """Browsers that know RFC 6266 take the second name, all others the first."""
    plain, name = dataset.plain_file_name(extension), dataset.file_name(extension)
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
