"""What those who answer for the whole province look at: who is late, since when, and what hinders the record."""
