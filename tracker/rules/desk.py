"""Who may do what with submissions, reviews, people and the plan, and who may open which page."""


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


def may_send_plan(actor) -> bool:
    """Home Affairs puts the plan before the People's Committee, and takes it back when changes are wanted."""
    return actor.is_home_affairs


def may_issue_plan(actor) -> bool:
    """Home Affairs records what the signed paper says; nobody issues a plan in the product itself."""
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


def may_close_period(actor) -> bool:
    """Freezing the figures of a period, on which units are scored."""
    return actor.is_home_affairs


def may_publish_plan(actor) -> bool:
    return actor.is_home_affairs


def may_have_plan_paper(actor, plan) -> bool:
    return may_see_plan(actor, plan)


def may_have_overall_paper(actor) -> bool:
    """Papers that quote what units wrote, late or asked for, are for those who watch the whole province."""
    return actor.sees_everything


def may_have_unit_report(actor, submission) -> bool:
    """The report names people: the unit itself, and those who watch the whole province."""
    return actor.sees_everything or submission.unit_id in actor.unit_ids


def may_have_amendment_paper(actor, amendment) -> bool:
    """An amendment in the making is nobody's business but of those who watch; an issued one is public to all units."""
    return actor.sees_everything or amendment.state == "issued"


def may_keep_templates(actor) -> bool:
    """Which words and layout the official papers have."""
    return actor.is_home_affairs
