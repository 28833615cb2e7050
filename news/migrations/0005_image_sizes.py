from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0004_search")]

    operations = [
        migrations.AddField(
            "image",
            "sizes",
            models.JSONField(default=None, editable=False, null=True, verbose_name="smaller files"),
        ),
    ]
