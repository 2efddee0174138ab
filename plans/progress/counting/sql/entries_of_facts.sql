-- Every action counts once.
entries AS (SELECT {facts}, 1 AS sign, %(on)s::date AS day FROM facts)
