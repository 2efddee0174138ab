-- Who was meant on each day, by the registers of each epoch: the person, or who stood in; the holders of each role.
CREATE TEMP TABLE books_present ON COMMIT DROP AS
SELECT occasion.day, occasion.epoch, person.id AS person_id, coalesce(deputy.id, person.id) AS user_id
FROM (SELECT DISTINCT day, epoch FROM books_wanted) AS occasion
JOIN books_account person ON person.is_active AND person.from_at <= occasion.epoch AND person.until_at > occasion.epoch
LEFT JOIN LATERAL (
    SELECT absence.stand_in_id AS id
    FROM books_delegation absence
    JOIN books_account deputy ON deputy.id = absence.stand_in_id AND deputy.is_active
     AND deputy.from_at <= occasion.epoch AND deputy.until_at > occasion.epoch
    WHERE absence.absentee_id = person.id AND occasion.day BETWEEN absence.starts_on AND absence.ends_on
      AND absence.from_at <= occasion.epoch AND absence.until_at > occasion.epoch
      AND EXISTS (  -- of the same unit: others may not see the work
        SELECT FROM books_membership own JOIN books_membership theirs USING (unit_id)
        WHERE own.user_id = person.id AND own.from_at <= occasion.epoch AND own.until_at > occasion.epoch
          AND theirs.user_id = deputy.id AND theirs.from_at <= occasion.epoch AND theirs.until_at > occasion.epoch
          AND occasion.day BETWEEN coalesce(theirs.valid_from, '-infinity') AND coalesce(theirs.valid_to, 'infinity'))
    ORDER BY absence.id DESC LIMIT 1
) AS deputy ON true;

CREATE TEMP TABLE books_holder ON COMMIT DROP AS
SELECT DISTINCT present.day, present.epoch, held.unit_id, held.role, present.person_id, present.user_id
FROM books_present present
JOIN books_membership held ON held.user_id = present.person_id AND held.from_at <= present.epoch AND held.until_at > present.epoch
 AND present.day BETWEEN coalesce(held.valid_from, '-infinity') AND coalesce(held.valid_to, 'infinity');
INSERT INTO books_holder  -- the head answers for a unit without officials
SELECT head.day, head.epoch, head.unit_id, 'official', NULL, head.user_id
FROM books_holder head
WHERE head.role = 'unit_head' AND NOT EXISTS (
    SELECT FROM books_holder official
    WHERE official.day = head.day AND official.epoch = head.epoch AND official.unit_id = head.unit_id AND official.role = 'official');
ANALYZE books_wanted, books_present, books_holder;

CREATE TEMP TABLE books_addressed ON COMMIT DROP AS
WITH named AS (
    SELECT wanted.*, holder.user_id
    FROM books_wanted wanted JOIN books_holder holder USING (day, epoch, unit_id)
    WHERE wanted.audience = 'owner' AND holder.person_id = wanted.owner_id
  UNION ALL
    SELECT wanted.*, present.user_id
    FROM books_wanted wanted JOIN books_present present USING (day, epoch)
    WHERE wanted.audience = 'former_owner' AND present.person_id = wanted.former_owner_id
      AND wanted.former_owner_id IS DISTINCT FROM wanted.owner_id
  UNION ALL
    SELECT wanted.*, holder.user_id
    FROM books_wanted wanted JOIN books_holder holder USING (day, epoch, unit_id)
    JOIN tracker_question question ON wanted.subject_type = 'question' AND question.id = wanted.subject_id
    WHERE wanted.audience = 'asker' AND holder.person_id = question.asked_by_id
  UNION ALL  -- the way into an account is for nobody else
    SELECT wanted.*, account.id
    FROM books_wanted wanted
    JOIN books_account account ON wanted.subject_type = 'user' AND account.id = wanted.subject_id AND account.is_active
     AND account.from_at <= wanted.epoch AND account.until_at > wanted.epoch
    WHERE wanted.audience = 'person'
  UNION ALL  -- watching all the time until it was heard; for a line that was written, at any moment about then
    SELECT wanted.*, watch.user_id
    FROM books_wanted wanted
    LEFT JOIN tracker_extensionrequest request ON wanted.subject_type = 'extensionrequest' AND request.id = wanted.subject_id
    JOIN books_watch watch ON watch.action_id = coalesce(request.action_id, wanted.subject_id)
     AND CASE wanted.source WHEN 'row' THEN watch.from_at <= wanted.until_at AND watch.until_at > wanted.from_at
                            ELSE watch.from_at <= wanted.from_at AND watch.until_at > wanted.until_at END
    JOIN books_present present ON present.day = wanted.day AND present.epoch = wanted.epoch AND present.person_id = watch.user_id
    WHERE wanted.audience = 'watcher' AND wanted.subject_type IN ('action', 'extensionrequest')
  UNION ALL
    SELECT wanted.*, holder.user_id
    FROM books_wanted wanted JOIN books_holder holder USING (day, epoch, unit_id)
    WHERE wanted.audience = holder.role AND wanted.audience IN ('official', 'unit_head')
  UNION ALL  -- what nobody of the unit owns is its officials'
    SELECT wanted.*, holder.user_id
    FROM books_wanted wanted JOIN books_holder holder USING (day, epoch, unit_id)
    WHERE wanted.audience = 'owner' AND holder.role = 'official' AND NOT EXISTS (
        SELECT FROM books_holder owner
        WHERE owner.day = wanted.day AND owner.epoch = wanted.epoch AND owner.unit_id = wanted.unit_id
          AND owner.person_id = wanted.owner_id)
  UNION ALL
    SELECT wanted.*, holder.user_id
    FROM books_wanted wanted JOIN books_holder holder USING (day, epoch)
    WHERE wanted.audience = holder.role AND wanted.audience IN ('home_affairs', 'leadership')
)
SELECT named.* FROM named WHERE named.user_id IS DISTINCT FROM named.actor_id
