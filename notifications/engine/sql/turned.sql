-- One commit a mail: the last is finished, the next begins.
SELECT (SELECT outcome FROM tried), (SELECT id FROM begun)
