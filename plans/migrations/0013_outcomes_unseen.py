"""Papers and imports remember whether whoever started them has seen what came of them; old ones are no news."""

from django.db import migrations, models

UNSEEN = models.DateTimeField(editable=False, null=True, verbose_name="outcome unseen since")


class Migration(migrations.Migration):
    dependencies = [("plans", "0012_facts_are_quick_to_write")]

    operations = [
        migrations.AddField("importjob", "unseen_since", UNSEEN),
        migrations.AddField("paperjob", "unseen_since", UNSEEN.clone()),
    ]
