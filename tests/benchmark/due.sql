-- All actions are open; ten of each official are due today, the others long after.
UPDATE tracker_action
SET state = 'todo', percent = 0, progress_on = NULL, reported_on = NULL, reported_by_id = NULL, verified_on = NULL,
    verified_by_id = NULL, due_on = %(today)s::date + 100 + (id %% 200)::int,
    original_due_on = %(today)s::date + 100 + (id %% 200)::int;
UPDATE tracker_action action
SET due_on = %(today)s::date, original_due_on = %(today)s::date
FROM (SELECT id, row_number() OVER (PARTITION BY owner_id ORDER BY id) AS place FROM tracker_action) placed
WHERE placed.id = action.id AND placed.place <= 10;
INSERT INTO notifications_eventfloor (id, event_id) SELECT 1, max(id) FROM tracker_event
ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id;
