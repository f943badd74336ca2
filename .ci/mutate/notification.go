package main

// notificationMutants break the clock of formal notifications.
func notificationMutants() []mutant {
	terms := func(run string) tests { return by("model/notification", run) }
	return []mutant{
		{"a plan may be handed in for eight days", "model/notification", "Notification.Terms", "n.Reported.AddDate(0, 0, PlanDays)", "n.Reported.AddDate(0, 0, PlanDays+1)", terms("TestTheTerms")},
		{"an investigation may take a day longer", "model/notification", "Notification.Terms", "n.Reported.AddDate(0, 0, InvestigateDays)", "n.Reported.AddDate(0, 0, InvestigateDays+1)", terms("TestTheTerms")},
		{"the term of a decision runs from the notification", "model/notification", "Notification.Terms", "n.Applied.AddDate(0, 0, DecideDays)", "n.Reported.AddDate(0, 0, DecideDays)", terms("TestTheTerms")},
		{"a term is late on its last day", "model/notification", "Notification.term", "today.After(due)", "!today.Before(due)", terms("TestATermIsLate")},
		{"a plan that nobody handed in is late", "model/notification", "Notification.term", "s == Plan", "false", terms("TestATermIsLate")},
		{"what ended goes on being late", "model/notification", "Notification.Running", "n.Decided.IsZero() && n.Withdrawn.IsZero()", "n.Decided.IsZero()", terms("TestATermIsLate")},
		{"a plan is waited for after the investigation", "model/notification", "Notification.term", "!passed && n.Investigated.IsZero()", "!passed", terms("TestWhatIsNext")},
		{"the last term stands first", "model/notification", "Notification.Next", "t.Due.Before(next.Due)", "t.Due.After(next.Due)", terms("TestWhatIsNext")},
		{"nobody may apply where the investigation is late", "model/notification", "Notification.MayApply", "n.Investigated.IsZero() || n.Investigated.After(after)", "n.Investigated.IsZero()", terms("TestWhenSomebodyMayApply")},
		{"one applies before the investigation", "model/notification", "Notification.inOrder", "n.Applied.Before(may)", "false", keeping(conforms)},
		{"a decision comes before the application", "model/notification", "Notification.inOrder", "n.Decided.Before(n.Applied)", "false", keeping(conforms)},
		{"two notifications of one request run", "model/notification", "Report.Do", "other.Running()", "false", keeping(conforms)},
		{"a notification of tomorrow is taken", "model/notification", "Notification.took", "day.After(today)", "false", keeping(conforms)},
		{"the day of a notification is that of the clock, not of the site", "model/notification", "Read", "model.ZoneAt(tx, n.Site)", "time.UTC, error(nil)", keeping(conforms)},
		{"a notification stays behind where its request goes on in another", "model/notification", "Listed.about", "desk.GoesOn(tx, r)", "r, error(nil)", keeping(conforms)},
		{"a notification of a request that was taken away runs", "model/notification", "Listed.about", "!r.Archived", "true", keeping(conforms)},
		{"everybody has everybody's notifications", "model/notification", "Read", "!q.Mine || slices.Contains(l.Whom, session.Me().ID)", "true", keeping(conforms)},
		{"what is late of a notification does not count in the top line", "ui", "myLoad.late", "m.terms", "0", by("ui/day", "TestTermsOfNotifications")},
	}
}
