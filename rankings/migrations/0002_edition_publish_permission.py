from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("rankings", "0001_initial"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="edition",
            options={
                "ordering": ["ranking", "-number"],
                "permissions": [("publish_edition", "Can make editions public")],
                "verbose_name": "edition",
                "verbose_name_plural": "editions",
            },
        ),
    ]
