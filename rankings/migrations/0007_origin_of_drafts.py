import re

from django.db import migrations, models

SHEET = re.compile(r"[“‘](.*)[”’]", re.DOTALL)
ENCODING = re.compile(r"(?:^|, )(UTF-8|UTF-16|UTF-32|CP949)(?:, |$)")


def keep_origins_as_data(apps, schema_editor):
    """The sentence on where a table came from was in the language of whoever pasted it."""
    for draft in apps.get_model("rankings", "Draft").objects.only("table").iterator():
        pattern = SHEET if draft.table["separator"] == "sheet" else ENCODING
        found = pattern.search(draft.table["origin"])
        draft.table["origin"] = found[1] if found else ""
        draft.save(update_fields=["table"])


class Migration(migrations.Migration):
    dependencies = [("rankings", "0006_result_table")]
    operations = [
        migrations.RunPython(keep_origins_as_data, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            "draft",
            "warning_reason",
            models.TextField(blank=True, verbose_name="why the warnings are not mistakes"),
        ),
    ]
