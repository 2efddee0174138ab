-- The events behind what is in scope.
heard AS (
    SELECT DISTINCT event_id FROM scope WHERE event_id IS NOT NULL
)
