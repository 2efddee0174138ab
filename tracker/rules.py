"""Who may do what: questions asked by pages, API and the verbs themselves. No question changes anything."""


def works_on(actor, action) -> bool:
    """Officials and the head of the lead unit answer for the action; so does its owner."""
    return action.lead_unit_id in actor.working_unit_ids or bool(
        actor.user and action.owner_id == actor.user.pk
    )


def may_update_progress(actor, action) -> bool:
    return action.is_running and works_on(actor, action)


def may_report(actor, action) -> bool:
    return action.is_running and works_on(actor, action)


def may_add_evidence(actor, action) -> bool:
    return action.is_open and works_on(actor, action)


may_remove_evidence = may_add_evidence


def may_ask_extension(actor, action) -> bool:
    return action.is_running and works_on(actor, action)


def may_assign(actor, action) -> bool:
    return action.is_open and (actor.is_head_of(action.lead_unit_id) or actor.is_home_affairs)


def may_decide_report(actor, action) -> bool:
    """Home Affairs verifies or sends back; nobody verifies his own work."""
    return actor.is_home_affairs and action.state == "reported" and action.reported_by_id != actor.user.pk


may_verify = may_send_back = may_decide_report


def may_drop(actor, action) -> bool:
    return action.is_running and actor.is_home_affairs


def may_reopen(actor, action) -> bool:
    return action.state == "done" and actor.is_home_affairs


def may_decide_extension(actor, extension) -> bool:
    return actor.is_home_affairs and extension.state == "pending" and extension.asked_by_id != actor.user.pk


def may_withdraw_extension(actor, extension) -> bool:
    return extension.state == "pending" and works_on(actor, extension.action)


def may_see_named_people(actor, weakness) -> bool:
    """Individual responsibility is for the unit itself, Home Affairs, leadership and the inspector."""
    return actor.sees_everything or weakness.unit_id in actor.unit_ids


def may_draft_submission(actor, submission) -> bool:
    return submission.unit_id in actor.working_unit_ids


def may_submit(actor, submission) -> bool:
    return actor.is_head_of(submission.unit_id)


def may_decide_submission(actor, submission) -> bool:
    return actor.is_home_affairs


def may_run_review(actor) -> bool:
    return actor.is_home_affairs


def may_edit_plan(actor) -> bool:
    return actor.is_home_affairs


def may_read_mail_log(actor) -> bool:
    return actor.is_home_affairs or actor.is_admin
