"""A unit's chains out of an Excel sheet: the file is opened, its rows are read, checked, and planned for writing."""
