"""Results of a year out of an Excel file: a template is given out, a filled one is read, tried, and written."""
