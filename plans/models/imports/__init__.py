"""An Excel file brought into a submission: read, checked, mended, written, undone."""
