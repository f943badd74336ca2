package main

// dayMutants break what is said to be on somebody, and handing it over.
func dayMutants() []mutant {
	return []mutant{
		{"a closed request is still on its holder", "model", "(*Request).OnPeople", "r.Status != StatusClosed", "true", keeping(conforms)},
		{"a promise on a closed request is on nobody", "model", "(*Request).OnPeople", "t.Open()", "t.Open() && r.Status != StatusClosed", keeping(conforms)},
		{"what is on somebody of a desk they may not see is read", "model", "minePlaces", "!session.Clearance().MayRead($_)", "false", by("model", "OtherSites")},
		{"what was given before somebody left is given again", "model", "ReadLoad", "c.At.After(away.Left)", "true", by("model", "GivenBefore")},
		{"what somebody took since they came back is new", "model", "newSince", "row.Status == StatusWaiting", "true", keeping(conforms)},
		{"what came in after somebody sat down is new", "model", "newSince", "placeKey(-1, -away.Back.UnixMilli(), journal.ID{})", `""`, keeping(conforms)},
		{"a promise without a time is late", "model", "ReadLoad", "p.Due.IsZero()", "false", keeping(conforms)},
		{"minutes of another day count today", "model", "minutesOn", "t.Day.Equal(today)", "true", keeping(conforms)},
		{"what is on people stands under somebody else", "store", "OnPersonKey", "whom[:]", "make([]byte, 16)", keeping("TestStoreConforms")},
		{"a promise goes to another time that is none", "model", "MoveTask.Do", "a.Due.IsZero()", "false", keeping(conforms)},
		{"a promise that is done gets another time", "model", "(*Request).openTask", "r.Tasks[i].Done != nil", "false", keeping(conforms)},
		{"promises stay behind at handing over", "model", "(*handMove).write", "moveTask($*_)", "func() error { _ = t; return nil }()", keeping(conforms)},
		{"who handed over holds it still", "model", "(*handMove).write", "len(m.r.Claims) > 0", "false", keeping(conforms)},
		{"what a student may not handle alone goes to a student", "model", "(*handing).moveOf", "r.mayHandle(h.to)", "error(nil)", keeping(conforms)},
		{"requests go to who may not see the desk", "model", "(*handing).moveOf", "!SeesDesk(p, r.Site)", "false", keeping(conforms)},
		{"what somebody else holds is handed over", "model", "(*handing).moveOf", "len(r.Claims) == 0", "true", keeping(conforms)},
		{"a promise alone lies with a pair", "model", "(*handing).moveOf", `return nil, fault.New(fault.Conflict, "handover-promise-one", $*_)`, "m.move = journal.Fields{moveOn.Is(journal.Ref(h.to[0].ID))}", keeping(conforms)},
		{"requests go to who left", "model", "(*handing).work", "p.Archived", "false", keeping(conforms)},
		{"nobody is told of a handover", "model", "HandOver.Do", "plan.tell($*_)", "error(nil)", keeping(conforms)},
		{"what the next one must know is lost", "model", "HandOver.Do", "strings.TrimSpace(a.Note)", `""`, keeping(conforms)},
		{"that a sheet names residents is not noted", "model", "ReadHandoverSheet", "noteLook(ctx, session, \"\", residents)", "error(nil)", by("ui/cli/desk", "HandingOver")},
		{"a call-back is promised without a time", "ui/desk", "(*Work).NewTask", "a.Due = proposed", "_ = proposed", by("ui/desk", "ACallBackHasATime")},
		{"a command promises to call back without a time", "ui/cli", "requestPromise", "a.CallBack", "false", by("ui/cli/desk", "ADay")},
		{"marked rows that went over stay marked", "ui/desk", "(*Work).HandOverMany", "w.Marked(kept)", "_ = kept", by("ui/desk", "MarkedAreHandedOver")},
		{"the top line is silent on what is late", "ui", "(*App).topLine", "a.minePainted(mine)", `a.minePainted(nil)`, by("ui", "TopLine")},
		{"leaving is not written down", "ui", "(*App).leave", "a.guard(a.keepLeft())", "nil", by("ui", "WhatCame")},
		{"sitting down on a locked screen is leaving it again", "ui", "(*App).covered", "a.cover()", "a.lock()", by("ui", "WhoSatDown")},
		{"who comes back to a locked screen is told nothing", "ui", "(*App).seated", "a.sitDown()", "nil", by("ui", "WhatCame")},
		{"keys say nothing of what is on somebody", "ui", "(*App).toastRead", "a.mine.said = false", "_ = a", by("ui", "WhatIsMine")},
		{"the cursor leaves its row when the day is read anew", "ui/day", "(*Day).cursor", "d.rows[i].about == d.on", "i == d.at", by("ui/day", "Cursor|Kept")},
		{"a message that is opened from the day is not seen", "ui/day", "(*Day).open", "session.DoQuietly($*_)", "func() (int, error) { _, _ = session, ctx; return 0, nil }()", by("ui/day", "Opening")},
	}
}
