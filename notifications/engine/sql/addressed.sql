-- The people behind each audience. An action nobody of its unit owns is its officials'.
-- Nobody is told that a mail to himself failed, nor anything he has declined.
named AS (
    SELECT wanted.*, answering.user_id
    FROM wanted JOIN answering ON answering.person_id = wanted.owner_id AND answering.unit_id = wanted.unit_id
    WHERE wanted.audience = 'owner'
  UNION ALL
    SELECT wanted.*, focal.user_id
    FROM wanted
    JOIN focal ON focal.unit_id = wanted.unit_id
    LEFT JOIN answering ON answering.person_id = wanted.owner_id AND answering.unit_id = wanted.unit_id
    WHERE wanted.audience = 'official' OR wanted.audience = 'owner' AND answering.user_id IS NULL
  UNION ALL
    SELECT wanted.*, member.user_id
    FROM wanted JOIN member ON member.unit_id = wanted.unit_id AND member.role = 'unit_head'
    WHERE wanted.audience = 'unit_head'
  UNION ALL
    SELECT wanted.*, member.user_id
    FROM wanted JOIN member ON member.role = wanted.audience
    WHERE wanted.audience IN ('home_affairs', 'leadership')
  UNION ALL
    SELECT wanted.*, present.user_id
    FROM wanted JOIN present ON present.person_id = wanted.former_owner_id
    WHERE wanted.audience = 'former_owner' AND wanted.former_owner_id IS DISTINCT FROM wanted.owner_id
  UNION ALL
    SELECT wanted.*, answering.user_id
    FROM wanted
    JOIN tracker_question question ON wanted.subject_type = 'question' AND question.id = wanted.subject_id
    JOIN answering ON answering.person_id = question.asked_by_id AND answering.unit_id = wanted.unit_id
    WHERE wanted.audience = 'asker'
  UNION ALL  -- the way into an account is for nobody else, not even for who stands in
    SELECT wanted.*, person.id
    FROM wanted JOIN tracker_user person ON wanted.subject_type = 'user' AND person.id = wanted.subject_id AND person.is_active
    WHERE wanted.audience = 'person'
  UNION ALL  -- what one has started is one's own as well, and a stand-in may not be able to open it
    SELECT wanted.*, person.id
    FROM wanted JOIN tracker_user person ON person.id = wanted.owner_id AND person.is_active
    WHERE wanted.audience = 'starter'
  UNION ALL  -- a star is one's own: nobody stands in for it
    SELECT wanted.*, watch.user_id
    FROM wanted
    LEFT JOIN tracker_extensionrequest request ON wanted.subject_type = 'extensionrequest' AND request.id = wanted.subject_id
    JOIN tracker_watch watch ON watch.action_id = coalesce(request.action_id, wanted.subject_id)
    JOIN present ON present.person_id = watch.user_id
    WHERE wanted.audience = 'watcher' AND wanted.subject_type IN ('action', 'extensionrequest')
  UNION ALL
    SELECT wanted.*, member.user_id
    FROM wanted
    JOIN tracker_membership own ON own.user_id = wanted.unreached_id
     AND coalesce(own.valid_from, '-infinity') <= %(today)s AND coalesce(own.valid_to, 'infinity') >= %(today)s
    JOIN member ON member.unit_id = own.unit_id
     AND (own.role, member.role) IN (('official', 'unit_head'), ('unit_head', 'official'))
    WHERE wanted.audience = 'second_contact'
),
addressed AS MATERIALIZED (
    SELECT named.*
    FROM named
    WHERE named.user_id IS DISTINCT FROM named.unreached_id AND NOT EXISTS (
        SELECT FROM declined WHERE declined.rule_id = named.rule_id AND declined.user_id = named.user_id)
)
