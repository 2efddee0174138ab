"""What stops a start, in one line for the person at the terminal."""


class CannotStart(Exception):
    """A server or the site cannot start; the message is one line that says why and what to do."""
