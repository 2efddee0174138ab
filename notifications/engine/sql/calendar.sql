-- Every date of the window with the number of working days up to it, and the date each number falls on.
calendar AS (
    SELECT day, number FROM unnest(%(days)s::date[], %(numbers)s::int[]) AS counted(day, number)
),
working_day AS (
    SELECT number, min(day) AS day FROM calendar GROUP BY number
)
