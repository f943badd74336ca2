package desk

// The shapes that scripts get, for tests that read them as a script does.
type (
	FullJSON    = fullJSON
	RequestJSON = requestJSON
	WaitingJSON = waitingJSON
)
