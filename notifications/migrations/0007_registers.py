"""The database notes what stood in the registers before each change: roles, absences, accounts, working days, rules."""

import django.db.models.functions.datetime
from django.db import migrations, models

NOTE = """
CREATE FUNCTION notifications_note_register() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    noted jsonb;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        SELECT jsonb_object_agg(key, value) INTO noted FROM jsonb_each(to_jsonb(OLD)) WHERE key = ANY (TG_ARGV);
    END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) || noted = to_jsonb(NEW) THEN
        RETURN NULL;
    END IF;
    INSERT INTO notifications_registerchange (register, row_id, before)
    VALUES (TG_TABLE_NAME, CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END, noted);
    RETURN NULL;
END $$;
"""
NOTED = {
    "tracker_user": ["id", "is_active"],
    "tracker_membership": ["id", "user_id", "unit_id", "role", "valid_from", "valid_to"],
    "tracker_delegation": ["id", "absentee_id", "stand_in_id", "starts_on", "ends_on"],
    "tracker_workingdayexception": ["id", "day", "is_working"],
    "notifications_reminderrule": [
        "id", "code", "valid_from", "valid_to", "anchor", "verbs", "offsets", "repeat_every", "in_working_days",
        "audiences", "is_compulsory", "leaves_at_once", "tells_the_doer",
    ],
}  # fmt: skip
BEGIN = "INSERT INTO notifications_registerchange (register, row_id) VALUES ('', 0)"


def _trigger(table: str, columns: list[str]) -> str:
    words = ", ".join(f"'{column}'" for column in columns)
    return f"""CREATE TRIGGER register_noted AFTER INSERT OR UPDATE OR DELETE ON {table}
               FOR EACH ROW EXECUTE FUNCTION notifications_note_register({words})"""


class Migration(migrations.Migration):
    dependencies = [("notifications", "0006_quick_mails"), ("tracker", "0002_guards")]

    operations = [
        migrations.CreateModel(
            name="RegisterChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(blank=True, max_length=40, verbose_name="table")),
                ("row_id", models.BigIntegerField(default=0, verbose_name="row")),
                ("before", models.JSONField(null=True, verbose_name="before")),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="changed at",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of a register",
                "verbose_name_plural": "changes of registers",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["changed_at"], name="register_changed_at")],
            },
        ),
        migrations.RunSQL(NOTE, "DROP FUNCTION notifications_note_register CASCADE"),
        *(migrations.RunSQL(_trigger(*noted), migrations.RunSQL.noop) for noted in NOTED.items()),
        migrations.RunSQL(BEGIN, migrations.RunSQL.noop),
    ]
