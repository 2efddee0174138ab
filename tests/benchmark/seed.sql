-- A province as large as it may become, written set by set; the placeholders are filled in by seed.py.
INSERT INTO tracker_unitgroup (code, name_vi, name_en, position)
SELECT 'nhom_' || n, 'Nhóm ' || n, 'Group ' || n, n FROM generate_series(1, 4) n;
INSERT INTO tracker_index (code, short_name, name_vi, name_en, publisher_vi, publisher_en, position)
SELECT 'CS' || n, 'CS ' || n, 'Chỉ số ' || n, 'Index ' || n, '', '', n FROM generate_series(1, 5) n;
INSERT INTO tracker_unit (code, abbreviation, name_vi, name_en, group_id, is_reviewed, plain, sort_key)
SELECT 'DV' || n, 'DV' || n, 'Đơn vị số ' || n, 'Unit ' || n, (SELECT id FROM tracker_unitgroup WHERE position = n %% 4 + 1),
       true, 'dv' || n || ' don vi so ' || n, lpad(n::text, 3, '0') FROM generate_series(1, %(units)s) n;
INSERT INTO tracker_user (email, full_name, password, job_title, phone, language, is_active, is_staff, is_superuser,
                          is_sample, joined_at, plain, sort_key)
SELECT 'can-bo-' || n || '@unit.test', 'Nguyễn Văn ' || n, '!', '', '', 'vi', true, false, false, false, now(),
       'nguyen van ' || n, lpad(n::text, 4, '0') FROM generate_series(0, %(officials)s) n;
INSERT INTO tracker_membership (user_id, unit_id, role)
SELECT u.id, unit.id, CASE WHEN u.email = 'can-bo-0@unit.test' THEN 'home_affairs' ELSE 'official' END
FROM (SELECT id, email, row_number() OVER (ORDER BY id) AS place FROM tracker_user) u
JOIN tracker_unit unit ON unit.code = 'DV' || (u.place %% %(units)s + 1);
INSERT INTO tracker_review (year, conference_on, submissions_due_on, plan_due_on, state, is_sample, weakness_count, action_count, version)
SELECT y, make_date(y + 1, 6, 10), make_date(y + 1, 6, 22), make_date(y + 1, 7, 31), 'monitoring', false, 0, 0, 1
FROM generate_series(2016, 2025) y;
INSERT INTO tracker_weakness (ref, review_id, unit_id, index_id, title, statement, origin, source, is_sample, plain, version)
SELECT 'HC-' || r.year || '-' || n, r.id, unit.id, i.id, 'Hạn chế số ' || n, 'Hồ sơ trễ hạn, trường hợp ' || n, 'assigned', '{}',
       false, 'hc-' || r.year || '-' || n || ' han che so ' || n, 1
FROM generate_series(1, %(actions)s / 5) n
JOIN tracker_review r ON r.year = 2016 + n %% 10
JOIN tracker_unit unit ON unit.code = 'DV' || (n %% %(units)s + 1)
JOIN tracker_index i ON i.position = n %% 5 + 1;
INSERT INTO tracker_action (ref, weakness_id, statement, expected_output, lead_unit_id, owner_id, due_on, due_phrase,
    original_due_on, accepted_on, baselined_on, state, percent, progress_on, reported_on, reported_by_id, verified_on,
    verified_by_id, delay_cause, is_delay_objective, is_initiative, source, is_sample, plain, version)
SELECT 'HD-' || (r.year + 1) || '-' || w.id * 5 + n, w.id, 'Số hóa hồ sơ tại Bộ phận Một cửa, đợt ' || w.id || '.' || n,
       'Báo cáo kết quả số hóa', w.unit_id, o.user_id, due.on, '', due.on, due.on - 90, due.on - 60,
       CASE kind WHEN 0 THEN 'done' WHEN 1 THEN 'doing' ELSE 'todo' END, CASE kind WHEN 0 THEN 100 WHEN 1 THEN 40 ELSE 0 END,
       due.on - 20, CASE kind WHEN 0 THEN due.on - 3 END, CASE kind WHEN 0 THEN o.user_id END,
       CASE kind WHEN 0 THEN due.on - 1 END, CASE kind WHEN 0 THEN h.id END, '', false, false, '{}', false,
       'hd-' || (r.year + 1) || '-' || w.id * 5 + n || ' so hoa ho so tai bo phan mot cua, dot ' || w.id, 4
FROM tracker_weakness w
JOIN tracker_review r ON r.id = w.review_id
CROSS JOIN generate_series(1, 5) n
CROSS JOIN LATERAL (SELECT (w.id * 5 + n) %% 100 AS place) p
CROSS JOIN LATERAL (SELECT CASE WHEN place < %(overdue)s THEN 1 + place %% 2 WHEN place < 60 THEN 0 ELSE 1 + place %% 2 END AS kind) k
CROSS JOIN LATERAL (SELECT CASE WHEN place < 60 THEN %(today)s::date - 1 - (w.id %% 300)::int ELSE %(today)s::date + (w.id %% 300)::int END AS on) due
CROSS JOIN LATERAL (SELECT user_id FROM tracker_membership m WHERE m.unit_id = w.unit_id AND m.role = 'official'
                    ORDER BY m.id OFFSET (w.id + n) %% 10 LIMIT 1) o
JOIN tracker_user h ON h.email = 'can-bo-0@unit.test';
INSERT INTO tracker_action_coordinating_units (action_id, unit_id)
SELECT a.id, u.id FROM tracker_action a JOIN tracker_unit u ON u.id <> a.lead_unit_id AND (u.id + a.id) %% 23 = 0;
INSERT INTO tracker_expectedevidence (action_id, description) SELECT id, 'Báo cáo kết quả' FROM tracker_action;
INSERT INTO tracker_evidence (action_id, expected_id, kind, title, file, file_name, size, sha256, number, issued_on, issuer,
                              url, added_by_id, added_at, removal_reason)
SELECT a.id, x.id, 'document', 'Báo cáo', '', '', 0, '', '12/BC', a.due_on - 4, 'Đơn vị', '', a.owner_id, now(), ''
FROM tracker_action a JOIN tracker_expectedevidence x ON x.action_id = a.id WHERE a.state = 'done';
INSERT INTO tracker_event (subject, subject_id, number, verb, happened_on, recorded_at, actor_id, actor_name, role, unit_id,
                           channel, request_id, reason, before, after, previous_hash, hash)
SELECT 'action', a.id, n, (ARRAY['planned', 'accepted', 'progressed'])[n], a.due_on - 90 + n, now(), a.owner_id, 'Nguyễn Văn A',
       'official', a.lead_unit_id, 'import', '', '', '{}', '{}', '', repeat('0', 64)
FROM tracker_action a CROSS JOIN generate_series(1, 3) n;
