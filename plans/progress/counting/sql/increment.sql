-- The small update as a function: every session of the database plans it once, whoever is connected to it.
CREATE OR REPLACE FUNCTION plans_increment(bigint[], date) RETURNS SETOF bigint LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $increment$
BEGIN
    {{locked_actions}};
    RETURN QUERY {{counted_change}};
END $increment$
