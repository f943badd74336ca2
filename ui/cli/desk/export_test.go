package desk

// WaitingJSON is the shape that scripts get of a message, for tests that read it as a script does.
type WaitingJSON = waitingJSON
