"""Who may do what to an action, its evidence, its extensions, and to what is asked and written about it."""


def works_on(actor, action) -> bool:
    """Officials and the head of the lead unit answer for the action; so does its owner."""
    return action.lead_unit_id in actor.working_unit_ids or bool(
        actor.user and action.owner_id == actor.user.pk
    )


def decides(actor, thing) -> bool:
    """Home Affairs decides on what the units report and ask for."""
    return actor.is_home_affairs


def hands_out(actor, action) -> bool:
    """The head of the lead unit, or Home Affairs, says whose action it is."""
    return actor.is_head_of(action.lead_unit_id) or actor.is_home_affairs


def may_update_progress(actor, action) -> bool:
    return action.is_running and works_on(actor, action)


def may_report(actor, action) -> bool:
    return action.is_running and works_on(actor, action)


def may_add_evidence(actor, action) -> bool:
    return action.is_open and works_on(actor, action)


may_remove_evidence = may_add_evidence


def may_see_evidence(actor, action) -> bool:
    """A unit that only coordinates sees the action, not the evidence of the unit that leads it."""
    return actor.sees_everything or action.lead_unit_id in actor.unit_ids


def may_see_wording(actor, action) -> bool:
    """Home Affairs' wording for the plan reaches the units with the issued plan, not before."""
    return actor.sees_everything or action.baselined_on is not None


def may_ask_extension(actor, action) -> bool:
    return action.is_running and works_on(actor, action)


def may_assign(actor, action) -> bool:
    return action.is_open and hands_out(actor, action)


def may_hand_over(actor) -> bool:
    """Heads, and Home Affairs, say whose many actions are."""
    return actor.is_home_affairs or "unit_head" in actor.roles


def may_decide_report(actor, action) -> bool:
    """Home Affairs verifies or sends back; nobody verifies his own work."""
    return decides(actor, action) and action.state == "reported" and action.reported_by_id != actor.user.pk


may_verify = may_send_back = may_decide_report


def may_drop(actor, action) -> bool:
    return action.is_running and decides(actor, action)


def may_correct_evidence(actor, action) -> bool:
    """What is expected as proof, once the action is accepted; a proposal is still the unit's own."""
    return action.is_running and decides(actor, action)


def may_reopen(actor, action) -> bool:
    return action.state == "done" and decides(actor, action)


def may_decide_extension(actor, extension) -> bool:
    return (
        decides(actor, extension) and extension.state == "pending" and extension.asked_by_id != actor.user.pk
    )


def may_withdraw_extension(actor, extension) -> bool:
    return extension.state == "pending" and works_on(actor, extension.action)


def may_see_named_people(actor, weakness) -> bool:
    """Individual responsibility is for the unit itself, Home Affairs, leadership and the inspector."""
    return actor.sees_everything or weakness.unit_id in actor.unit_ids


def may_write_chain(actor, weakness) -> bool:
    """The unit that answers for a weakness writes its causes, responsibility and actions."""
    return weakness.unit_id in actor.working_unit_ids


def may_revise(actor, action) -> bool:
    """A proposal is its unit's own draft until Home Affairs accepts it."""
    return action.accepted_on is None and action.lead_unit_id in actor.working_unit_ids


def may_ask_question(actor, thing) -> bool:
    """The unit that does the work asks Home Affairs."""
    return (thing.lead_unit_id if hasattr(thing, "lead_unit_id") else thing.unit_id) in actor.working_unit_ids


def may_read_questions(actor, thing) -> bool:
    """What a unit asks is read by the unit and by those who watch; not by the units that coordinate."""
    unit = thing.lead_unit_id if hasattr(thing, "lead_unit_id") else thing.unit_id
    return actor.sees_everything or unit in actor.unit_ids


def may_reply(actor, question) -> bool:
    """Home Affairs answers; the unit may add to its question."""
    return actor.is_home_affairs or question.unit_id in actor.working_unit_ids
