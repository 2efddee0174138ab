"""The Word templates that Home Affairs replaces: which is in force, its tags, and what an upload is asked."""
