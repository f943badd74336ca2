package desk

// WaitingJSON is the shape that scripts get of a message, for tests that read it as a script does.
type WaitingJSON = waitingJSON

// What is told of a day, of handing over and of a sheet.
type (
	DayJSON    = dayJSON
	HandedJSON = handedJSON
	SheetJSON  = sheetJSON
)
