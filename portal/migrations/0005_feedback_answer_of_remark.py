from django.conf import settings
from django.db import migrations, models


def take_the_answer_of_today(apps, schema_editor):
    """Of remarks that are there already, the answer they were written with is not known."""
    answers = apps.get_model("portal", "FeedbackAnswer").objects.using(
        schema_editor.connection.alias
    )
    remarked = answers.exclude(comment="", problem="", removed_at=None)
    remarked.update(is_useful_in_remark=models.F("is_useful"))


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0004_feedback"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="feedbackanswer",
            name="is_useful_in_remark",
            field=models.BooleanField(null=True, verbose_name="useful in the remark"),
        ),
        migrations.RunPython(take_the_answer_of_today, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="feedbackanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("comment", ""), ("problem", "")),
                    ("is_useful_in_remark__isnull", False),
                    _connector="OR",
                ),
                name="feedback_remark_has_its_answer",
            ),
        ),
    ]
