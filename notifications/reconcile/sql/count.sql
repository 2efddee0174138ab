-- How much had to be owed, and what was found.
SELECT (SELECT count(*) FROM (SELECT DISTINCT subject_type, subject_id, user_id, rule_code, due_on, occurrence FROM books_owed) AS keys),
       (SELECT count(*) FROM books_found WHERE kind = 'missing'), (SELECT count(*) FROM books_found WHERE kind = 'surplus')
