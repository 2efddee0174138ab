-- Counted, and not kept.
SELECT dimension, key, {names} FROM counted
