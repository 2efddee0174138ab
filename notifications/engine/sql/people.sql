-- Who answers for whom on this date: the person, or the stand-in while he or she is away.
-- A stand-in from another unit may not see the work and would be told nothing: the person stays.
present AS MATERIALIZED (
    SELECT person.id AS person_id, coalesce(stand_in.id, person.id) AS user_id
    FROM tracker_user person
    LEFT JOIN LATERAL (
        SELECT deputy.id
        FROM tracker_delegation delegation JOIN tracker_user deputy ON deputy.id = delegation.stand_in_id
        WHERE delegation.absentee_id = person.id AND deputy.is_active
          AND %(today)s BETWEEN delegation.starts_on AND delegation.ends_on
          AND EXISTS (SELECT FROM tracker_membership own JOIN tracker_membership theirs USING (unit_id)
                      WHERE own.user_id = person.id AND theirs.user_id = deputy.id
                        AND coalesce(theirs.valid_from, '-infinity') <= %(today)s
                        AND coalesce(theirs.valid_to, 'infinity') >= %(today)s)
        ORDER BY delegation.id DESC LIMIT 1
    ) stand_in ON true
    WHERE person.is_active
),
member AS MATERIALIZED (
    SELECT membership.unit_id, membership.role, membership.user_id AS person_id, present.user_id
    FROM tracker_membership membership JOIN present ON present.person_id = membership.user_id
    WHERE coalesce(membership.valid_from, '-infinity') <= %(today)s
      AND coalesce(membership.valid_to, 'infinity') >= %(today)s
),
answering AS MATERIALIZED (  -- by person: who has left the unit answers for nothing in it any more
    SELECT DISTINCT unit_id, person_id, user_id FROM member
),
focal AS MATERIALIZED (  -- the officials of a unit, or its head where it has none
    SELECT member.unit_id, member.user_id
    FROM member
    WHERE member.role = 'official'
       OR member.role = 'unit_head' AND NOT EXISTS (
            SELECT FROM member official WHERE official.unit_id = member.unit_id AND official.role = 'official')
),
declined AS MATERIALIZED (  -- what optional mails a person does not want
    SELECT opt_out.user_id, rule.id AS rule_id
    FROM notifications_optout opt_out
    JOIN notifications_reminderrule rule ON rule.code = opt_out.kind AND NOT rule.is_compulsory
    WHERE opt_out.wanted_again_at IS NULL
)
