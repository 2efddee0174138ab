-- One row for the whole, each index, each group and so on, of every plan among the entries.
counted AS (
    SELECT plan_id, day, {dimension} AS dimension, {key} AS key,
           {counts}
    FROM entries f
    GROUP BY GROUPING SETS ({sets})
)
