from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("rankings", "0005_what_was_corrected"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="result",
            index=models.Index(
                fields=["edition", "measure", "scope", "status", "rank"], name="result_table"
            ),
        ),
    ]
