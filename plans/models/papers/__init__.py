"""Papers asked for, and the templates they are written on."""
