-- Planned once for all calls, not anew for the first few.
SET LOCAL plan_cache_mode = 'force_generic_plan';
EXECUTE plans_increment (%(actions)s::bigint[], %(on)s)
