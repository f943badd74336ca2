package main

// boardMutants break what a screen in the waiting room may read and do, and what it says.
func boardMutants() []mutant {
	return []mutant{
		{"a screen reads what a role beside it may", "model", "Person.Has", "p.IsBoard()", "false", by("model", "AScreenIsNobodyElse")},
		{"a screen has another role beside it", "model", "(*Person).check", "p.IsBoard() && len(p.Roles) > 1", "false", by("model", "AScreenIsNobodyElse")},
		{"a screen acts", "model", "(*Doing).run", "d.Actor.IsBoard()", "false", by("model", "AScreenReadsNothing")},
		{"a screen is remembered as who acted last", "model", "(*Session).Remember", "s.Me().IsBoard()", "false", by("model", "AScreenReadsNothing")},
		{"a screen of another site reads the board", "model", "Clearance.MayReadBoard", "c.atSite(site)", "true", by("model", "WhoReadsTheBoard")},
		{"who telephoned sits in the waiting room", "model/overview", "WalkIn", `row.Channel == "" || row.Channel == "desk"`, "true", by("model/overview", "WhoIsInTheWaitingRoom")},
		{"an estimate is made of two calls", "model/overview", "(*reading).pace", "now.gaps >= least", "now.gaps > 0", by("model/overview", "AboutHowLong")},
		{"a call of who could walk on counts as a queue", "model/overview", "(*rhythm).add", "c.came.Before(calls[i-1].called)", "true", by("model/overview", "AboutHowLong")},
		{"a screen gives any command", "ui/cli", "(*Run).With", "session.CheckNoBoard()", "error(nil)", by("ui/cli", "EveryCommandAsks")},
	}
}
