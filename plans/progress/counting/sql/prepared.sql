-- The actions, and the day.
PREPARE plans_increment (bigint[], date) AS
