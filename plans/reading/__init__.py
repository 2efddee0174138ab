"""The plan as people read it: its page, its lines under headings, whose words a line is made of."""
