"""The submission board: whose row reads what, in which order, and as a workbook."""
