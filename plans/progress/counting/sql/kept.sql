-- The counts are kept under their day; a row that says the same already is left alone.
INSERT INTO plans_progresssnapshot AS kept (plan_id, "on", dimension, key, {names})
SELECT plan_id, day, dimension, key, {names} FROM counted
ON CONFLICT (plan_id, "on", dimension, key) DO UPDATE SET {names_taken}
WHERE ({kept_names}) IS DISTINCT FROM ({excluded_names})
