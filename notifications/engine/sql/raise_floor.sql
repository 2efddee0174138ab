-- Raise the floor over handled events that are an hour old and older than every open transaction.
WITH gap AS (
    SELECT min(event.id) AS event_id
    FROM tracker_event event
    WHERE event.id > (SELECT event_id FROM notifications_eventfloor)
      AND (event.recorded_at >= least(
               statement_timestamp() - interval '1 hour',
               (SELECT min(xact_start) FROM pg_stat_activity WHERE datname = current_database()))
           OR NOT EXISTS (SELECT FROM notifications_handledevent handled WHERE handled.event_id = event.id))
),
risen AS (
    UPDATE notifications_eventfloor floor
    SET event_id = coalesce((SELECT event_id - 1 FROM gap WHERE event_id IS NOT NULL),
                            (SELECT max(id) FROM tracker_event), floor.event_id)
    RETURNING floor.event_id
)
DELETE FROM notifications_handledevent handled USING risen WHERE handled.event_id <= risen.event_id
