-- One row for the whole, each index, each group and so on, of every plan among the entries.
-- Each entry is looked at once, for the finest rows that are wanted; the others are sums of these.
finest AS (
    SELECT {grain},
           {counts}
    FROM entries f
    GROUP BY {grain}
),
counted AS (
    SELECT plan_id, day, {dimension} AS dimension, {key} AS key, {sums}
    FROM finest
    GROUP BY GROUPING SETS ({sets})
)
