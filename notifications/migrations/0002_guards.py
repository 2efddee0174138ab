"""Attempts are only appended; a mail's identity is made of what it tells, so that planning again gives the same one."""

from django.db import migrations

ATTEMPTS = """
CREATE TRIGGER attempt_append_only BEFORE UPDATE OR DELETE ON notifications_deliveryattempt
    FOR EACH ROW EXECUTE FUNCTION tracker_append_only();
CREATE TRIGGER attempt_not_emptied BEFORE TRUNCATE ON notifications_deliveryattempt
    FOR EACH STATEMENT EXECUTE FUNCTION tracker_append_only();
"""

NO_ATTEMPTS = """
DROP TRIGGER attempt_append_only ON notifications_deliveryattempt;
DROP TRIGGER attempt_not_emptied ON notifications_deliveryattempt;
"""

MESSAGE_ID = """
CREATE FUNCTION notifications_message_id(contents text, host text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
RETURN '<' || left(encode(sha256(convert_to(contents, 'UTF8')), 'hex'), 32) || '@' || host || '>';
"""


class Migration(migrations.Migration):
    dependencies = [("notifications", "0001_initial"), ("tracker", "0002_guards")]

    operations = [
        migrations.RunSQL(ATTEMPTS, NO_ATTEMPTS),
        migrations.RunSQL(MESSAGE_ID, "DROP FUNCTION notifications_message_id"),
    ]
