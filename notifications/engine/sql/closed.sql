SELECT outcome FROM tried
