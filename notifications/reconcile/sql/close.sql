-- The books are put away.
DROP TABLE books, books_run, books_day, books_line, books_last, books_action, books_request, books_submission, books_review,
           books_standing, books_entry, books_known, books_rule, books_account, books_membership, books_delegation, books_watch, books_question, books_epoch,
           books_calendar, books_wanted, books_event, books_planned, books_concern, books_row, books_sight, books_present, books_holder, books_addressed,
           books_owed, books_found
