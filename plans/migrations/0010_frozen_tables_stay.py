"""Frozen versions and closed periods are not emptied either: the database refuses it."""

from django.db import migrations

NOT_EMPTIED = """
CREATE TRIGGER plan_version_not_emptied BEFORE TRUNCATE ON plans_planversion
    FOR EACH STATEMENT EXECUTE FUNCTION tracker_append_only();
CREATE TRIGGER closed_period_not_emptied BEFORE TRUNCATE ON plans_closedperiod
    FOR EACH STATEMENT EXECUTE FUNCTION tracker_append_only();
"""
EMPTIED = """
DROP TRIGGER plan_version_not_emptied ON plans_planversion;
DROP TRIGGER closed_period_not_emptied ON plans_closedperiod;
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0009_facts_are_reckoned")]

    operations = [migrations.RunSQL(NOT_EMPTIED, EMPTIED)]
