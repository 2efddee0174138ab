"""The figures of a closed period are never changed: the database refuses it."""

from django.db import migrations

FROZEN = """
CREATE TRIGGER closed_period_append_only BEFORE UPDATE OR DELETE ON plans_closedperiod
    FOR EACH ROW EXECUTE FUNCTION tracker_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0007_the_july_plan"), ("tracker", "0002_guards")]

    operations = [migrations.RunSQL(FROZEN, "DROP TRIGGER closed_period_append_only ON plans_closedperiod")]
