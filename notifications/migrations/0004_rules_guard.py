"""A row of the rules is never edited: only its end is written, once; nor is it deleted."""

from django.db import migrations

RULES = """
CREATE FUNCTION notifications_rule_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.valid_to IS NOT NULL OR NEW.valid_to IS NULL
       OR to_jsonb(NEW) - 'valid_to' <> to_jsonb(OLD) - 'valid_to' THEN
        RAISE EXCEPTION 'a rule is superseded, not changed: %', OLD.code USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rule_kept BEFORE UPDATE OR DELETE ON notifications_reminderrule
    FOR EACH ROW EXECUTE FUNCTION notifications_rule_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("notifications", "0003_keeping_watch")]

    operations = [migrations.RunSQL(RULES, "DROP FUNCTION notifications_rule_kept CASCADE")]
