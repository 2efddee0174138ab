-- Every action stands in the plan of its review year, three to a line; the placeholders are filled in by seed.py.
INSERT INTO plans_plan (review_id, state, number, issued_on, signer_name, signer_title, sent_on, signed_file, unmet, texts, version)
SELECT id, 'issued', '118/KH-UBND', plan_due_on, 'Nguyễn Văn A', '', plan_due_on, '', '[]', '{}', 3 FROM tracker_review;
CREATE TEMP TABLE placed ON COMMIT DROP AS
SELECT *, dense_rank() OVER (ORDER BY plan_id, index_id, third) AS line
FROM (SELECT a.id AS action_id, w.id AS weakness_id, w.index_id, a.lead_unit_id, a.due_on, p.id AS plan_id,
             (row_number() OVER (PARTITION BY p.id, w.index_id ORDER BY a.id) + 2) / 3 AS third
      FROM tracker_action a JOIN tracker_weakness w ON w.id = a.weakness_id JOIN plans_plan p ON p.review_id = w.review_id) each;
INSERT INTO plans_planitem (id, plan_id, position, index_id, weakness_statement, causes, measure, lead_unit_id, due_on,
                            due_phrase, output, note, version)
SELECT DISTINCT ON (line) line, plan_id, line, index_id, 'Hồ sơ trễ hạn', 'Chưa phân công rõ', 'Số hóa hồ sơ, đợt ' || line,
       lead_unit_id, due_on, '', 'Báo cáo kết quả', '', 1
FROM placed ORDER BY line, action_id;
SELECT setval(pg_get_serial_sequence('plans_planitem', 'id'), (SELECT max(id) FROM plans_planitem));
INSERT INTO plans_contribution (item_id, weakness_id, action_id) SELECT line, weakness_id, action_id FROM placed ORDER BY line;
