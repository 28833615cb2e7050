from django.db import migrations

from news.search.database import note_all


def index_all_anew(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        note_all(cursor)


class Migration(migrations.Migration):
    """The index now tells what words begin with: what it holds of each article is written anew."""

    dependencies = [
        ("news", "0009_department_email"),
    ]

    operations = [
        migrations.RunPython(index_all_anew, migrations.RunPython.noop),
    ]
