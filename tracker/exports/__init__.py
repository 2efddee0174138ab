"""The list of actions as a file: exactly the rows and the order of the page."""
