-- The differences go into the rows of the day; a row that nothing falls under any more goes.
moved AS (
    MERGE INTO plans_progresssnapshot kept USING counted
    ON kept.plan_id = counted.plan_id AND kept.on = counted.day AND kept.dimension = counted.dimension
       AND kept.key = counted.key
    WHEN MATCHED AND {nothing_left} THEN DELETE
    WHEN MATCHED THEN UPDATE SET {names_added}
    WHEN NOT MATCHED THEN INSERT (plan_id, "on", dimension, key, {names})
        VALUES (counted.plan_id, counted.day, counted.dimension, counted.key, {counted_names})
)
