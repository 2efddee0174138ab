-- Every action counts once, as it was last counted.
entries AS (SELECT known.*, 1 AS sign, %(on)s::date AS day FROM known)
