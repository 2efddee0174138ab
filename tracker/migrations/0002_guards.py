"""The database itself refuses illegal states, lost versions and a changed history."""

from django.db import migrations

ALLOWED = """
CREATE TABLE tracker_allowed_transition (from_state varchar(10), to_state varchar(10), PRIMARY KEY (from_state, to_state));
INSERT INTO tracker_allowed_transition VALUES
    ('todo', 'doing'), ('doing', 'reported'), ('reported', 'done'), ('reported', 'returned'), ('returned', 'doing'),
    ('todo', 'dropped'), ('doing', 'dropped'), ('returned', 'dropped'), ('done', 'doing');
"""

ACTION_STEP = """
CREATE FUNCTION tracker_action_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version NOT IN (OLD.version, OLD.version + 1) THEN
        RAISE EXCEPTION 'the version of % may only grow by one', OLD.ref USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state <> OLD.state AND NEW.version = OLD.version THEN
        RAISE EXCEPTION 'a change of state of % needs a new version', OLD.ref USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state <> OLD.state AND NOT EXISTS (
        SELECT FROM tracker_allowed_transition WHERE from_state = OLD.state AND to_state = NEW.state
    ) THEN
        RAISE EXCEPTION '% may not go from % to %', OLD.ref, OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.baselined_on IS NOT NULL AND NEW.original_due_on <> OLD.original_due_on THEN
        RAISE EXCEPTION 'the original due date of % is frozen', OLD.ref USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER action_step BEFORE UPDATE ON tracker_action FOR EACH ROW EXECUTE FUNCTION tracker_action_step();
"""

ACTION_START = """
CREATE FUNCTION tracker_action_start() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> 'todo' THEN
        RAISE EXCEPTION 'a new action is not started' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER action_start BEFORE INSERT ON tracker_action FOR EACH ROW EXECUTE FUNCTION tracker_action_start();
"""

ACTION_PROOF = """
CREATE FUNCTION tracker_action_proof() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state IN ('reported', 'done') AND NOT EXISTS (
        SELECT FROM tracker_evidence WHERE action_id = NEW.id AND removed_at IS NULL
    ) THEN
        RAISE EXCEPTION '% has no evidence', NEW.ref USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER action_proof AFTER UPDATE ON tracker_action
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tracker_action_proof();
"""

HISTORY = """
CREATE FUNCTION tracker_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON tracker_event
    FOR EACH ROW EXECUTE FUNCTION tracker_append_only();
CREATE TRIGGER event_not_emptied BEFORE TRUNCATE ON tracker_event
    FOR EACH STATEMENT EXECUTE FUNCTION tracker_append_only();
"""


def guard(sql: str, undo: str) -> migrations.RunSQL:
    return migrations.RunSQL(sql, undo)


class Migration(migrations.Migration):
    dependencies = [("tracker", "0001_initial")]

    operations = [
        guard(ALLOWED, "DROP TABLE tracker_allowed_transition"),
        guard(ACTION_STEP, "DROP FUNCTION tracker_action_step CASCADE"),
        guard(ACTION_START, "DROP FUNCTION tracker_action_start CASCADE"),
        guard(ACTION_PROOF, "DROP FUNCTION tracker_action_proof CASCADE"),
        guard(HISTORY, "DROP FUNCTION tracker_append_only CASCADE"),
    ]
