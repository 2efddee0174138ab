-- What was last counted, for the day it was counted for.
entries AS (SELECT known.*, 1 AS sign, day FROM known JOIN days USING (plan_id))
