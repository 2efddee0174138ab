"""A frozen plan version is never changed: the database refuses it."""

from django.db import migrations

FROZEN = """
CREATE TRIGGER plan_version_append_only BEFORE UPDATE OR DELETE ON plans_planversion
    FOR EACH ROW EXECUTE FUNCTION tracker_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_initial"), ("tracker", "0002_guards")]

    operations = [migrations.RunSQL(FROZEN, "DROP TRIGGER plan_version_append_only ON plans_planversion")]
