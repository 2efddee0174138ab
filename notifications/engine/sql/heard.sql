-- The events this tick heard of.
heard AS (
    SELECT unnest(%(events)s::bigint[]) AS event_id
)
