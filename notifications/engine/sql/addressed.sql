-- The people behind each audience. An action nobody owns is the officials' of its unit.
addressed AS (
    SELECT wanted.*, present.user_id
    FROM wanted JOIN present ON present.person_id = wanted.owner_id
    WHERE wanted.audience = 'owner'
  UNION ALL
    SELECT wanted.*, focal.user_id
    FROM wanted JOIN focal ON focal.unit_id = wanted.unit_id LEFT JOIN present ON present.person_id = wanted.owner_id
    WHERE wanted.audience = 'official' OR wanted.audience = 'owner' AND present.user_id IS NULL
  UNION ALL
    SELECT wanted.*, member.user_id
    FROM wanted JOIN member ON member.unit_id = wanted.unit_id AND member.role = 'unit_head'
    WHERE wanted.audience = 'unit_head'
  UNION ALL
    SELECT wanted.*, member.user_id
    FROM wanted JOIN member ON member.role = wanted.audience
    WHERE wanted.audience IN ('home_affairs', 'leadership')
)
