from portal.models import SiteSettings

from .files import FOLDER, from_table, read_toml


def load_site():
    entry = read_toml(FOLDER / "site.toml")
    fields = {}
    for name, value in entry.items():
        fields |= from_table(name, value) if isinstance(value, dict) else {name: value}
    SiteSettings.objects.create(pk=1, **fields)
