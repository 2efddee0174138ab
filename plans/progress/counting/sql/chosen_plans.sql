-- The places of actions in the lines of these plans.
chosen AS NOT MATERIALIZED (
    SELECT contribution.action_id, item.plan_id, item.id AS item_id
    FROM plans_contribution contribution JOIN plans_planitem item ON item.id = contribution.item_id
    WHERE item.plan_id = ANY(%(plans)s)
)
