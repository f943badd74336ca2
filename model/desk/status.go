package desk

import "leerbalie/model"

// StatusCodes are the statuses of a request, with what other systems call them.
func StatusCodes() model.Codes {
	return model.Listed("status",
		model.Entry(string(StatusWaiting), "wacht", "waiting", "open", "nieuw", "new", "wachtend", "received", "opened"),
		model.Entry(string(StatusClaimed), "bezig", "being handled", "in behandeling", "opgepakt", "in progress", "lopend", "taken", "assigned"),
		model.Entry(string(StatusParked), "geparkeerd", "parked", "on hold", "in de wacht", "pending", "aangehouden"),
		model.Entry(string(StatusClosed), "afgesloten", "closed", "gesloten", "klaar", "done", "afgehandeld", "completed", "resolved", "afgerond"),
	)
}
