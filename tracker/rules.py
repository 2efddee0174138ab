"""Who may do what: questions asked by pages, API and the verbs themselves. No question changes anything."""


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


def may_draft_submission(actor, submission) -> bool:
    return submission.unit_id in actor.working_unit_ids


def may_submit(actor, submission) -> bool:
    return actor.is_head_of(submission.unit_id)


def may_decide_submission(actor, submission) -> bool:
    return actor.is_home_affairs


def may_watch_submissions(actor) -> bool:
    """The board of all units is for those who watch the whole province."""
    return actor.sees_everything


def may_delegate(actor, absentee) -> bool:
    """Everybody names his own stand-in; an administrator does it for whoever cannot."""
    return bool(actor.user) and (actor.user.pk == absentee.pk or may_administer(actor))


def may_administer(actor) -> bool:
    """Rules of reminding and the working calendar: an administrator, or whoever set the site up."""
    return actor.is_admin or bool(actor.user and actor.user.is_superuser)


def may_appoint(actor, role: str) -> bool:
    """Home Affairs appoints officials and heads; an administrator also those who watch, decide or run the site."""
    return may_administer(actor) or (actor.is_home_affairs and role in ("official", "unit_head"))


def may_keep_account(actor, person, today) -> bool:
    """Whoever may appoint a person to all he is, or will be, also keeps his account."""
    is_root = person.is_superuser and not may_administer(actor)
    return (
        may_manage_people(actor)
        and not is_root
        and all(may_appoint(actor, role) for role in person.standing_roles(today))
    )


def may_edit_wording(actor) -> bool:
    """Home Affairs words the plan beside what the units wrote."""
    return actor.is_home_affairs


def may_run_review(actor) -> bool:
    return actor.is_home_affairs


def may_follow_review(actor) -> bool:
    """How a review is prepared is read by those who watch the whole province."""
    return actor.sees_everything


def may_write_results(actor) -> bool:
    """What was published of an index, and how units were rated."""
    return may_run_review(actor)


def may_see_ratings_of_others(actor) -> bool:
    """A unit sees its own rating and the published distribution; those who watch see the rating of each unit."""
    return actor.sees_everything


def may_manage_people(actor) -> bool:
    """Who works in which unit: Home Affairs and the administrator keep it in order."""
    return actor.is_home_affairs or may_administer(actor)


def may_edit_plan(actor) -> bool:
    return actor.is_home_affairs


def may_read_mail_log(actor) -> bool:
    return actor.is_home_affairs or actor.is_admin


def may_chase(actor) -> bool:
    """Home Affairs reminds units by hand; the letter is proof that it pushed."""
    return actor.is_home_affairs


def may_follow_up(actor) -> bool:
    """The page of Home Affairs: where to push today."""
    return actor.is_home_affairs or actor.is_admin


def may_see_queues(actor) -> bool:
    """What waits for Home Affairs: it decides; the administrator may look."""
    return actor.is_home_affairs or actor.is_admin


def may_see_overview(actor) -> bool:
    """The page of leadership; whoever watches the whole province may read it."""
    return actor.sees_everything


def may_see_plan(actor, plan) -> bool:
    """An issued plan is for everybody; a draft is for those who watch the whole province."""
    return plan.is_issued or actor.sees_everything
