-- The plans that have to be counted whole: nothing has been kept of them under this day yet.
SELECT plan_id FROM facts UNION SELECT plan_id FROM known EXCEPT SELECT plan_id FROM days
