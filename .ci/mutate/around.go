package main

// aroundMutants break how people at one store see each other.
func aroundMutants() []mutant {
	return []mutant{
		{"the others are not told of a move", "ui/presence", "(*Guest).alter", "g.hall.tell(g)", "_ = g", by("ui/presence", "OthersAreSeen|WhatWasToldLast")},
		{"what nobody waits for yet is lost", "ui/presence", "(*Hall).Enter", "make(chan struct{}, 1)", "make(chan struct{})", by("ui/presence", "OthersAreSeen")},
		{"who locked the screen still reads", "ui/presence", "(*Hall).Others", "p.Request, p.Typing = journal.ID{}, false", "_ = p", by("ui/presence", "OthersAreSeen|WhatWasToldLast")},
		{"a second session of oneself is somebody else", "ui/presence", "(*Hall).Others", "o.is.Who == g.is.Who", "false", by("ui/presence", "APersonWithTwo|WhatWasToldLast")},
		{"a session stays in the hall after its end", "ui", "Run", "defer env.Present.Leave()", "_ = env", by("ui", "InTheHall")},
		{"whoever sat down before is still who is seen", "ui", "(*App).begin", "env.Present.Become($*_)", "_ = env", by("ui", "ALateComer")},
		{"a locked screen is at work", "ui", "(*App).placed", "a.env.Present.Away(a.seat.Covered())", "_ = a", by("ui/desk", "ADeskTells")},
		{"another screen leaves one at the request", "ui", "(*App).placed", "a.top().(screen.Reader)", "a.screens[screen.Desk].(screen.Reader)", by("ui/desk", "ADeskTells")},
		{"what is typed about another request counts as this one", "ui/desk", "(*Queue).Reads", "about == row.ID", "about == about", by("ui/desk", "ADeskTells")},
		{"a cursor that passes by reads", "ui/desk", "(*Queue).Reads", "(q.wide() || q.focus) && q.detail.Shows(row.ID)", "true", by("ui/desk", "ADeskTells")},
		{"whose screen is locked stands among those at work", "ui", "(*App).withAround", "!p.Away && !seen[p.Who]", "!seen[p.Who]", by("ui", "WhoIsAtWork")},
		{"what others altered under an open form is found out when it is too late", "ui/dialog", "(*Host).Update", "h.lookAgain()", "nil", by("ui/desk", "Overwritten|WhatComes")},
		{"a form is sent without a look at what others did", "ui/dialog", "(*Host).send", "d.Now == nil", "true", by("ui/desk", "Overwritten")},
		{"what both altered goes without a question", "ui/dialog", "(*Host).tookNow", "m.send && len(d.apart) > 0", "false", by("ui/desk", "Overwritten")},
		{"what only another altered is undone by the form", "ui/dialog", "(*Sheet).meet", "answer(e, their)", "_ = their", by("ui/desk", "Overwritten")},
		{"what both wrote alike is asked", "ui/dialog", "(*Sheet).meet", "mine[e.ID] == theirs[e.ID]", "false", by("ui/dialog", "Meet")},
		{"one of the sides is chosen before anybody chose", "ui/dialog", "(*sides).save", "!chosen", "chosen != chosen", by("ui/desk", "Overwritten")},
		{"a draft brings back what stood around what was typed", "ui/dialog", "(*Sheet).back", "len(was) == 0", "true", by("ui/desk", "ADraftUndoes")},
		{"what was chosen stays chosen of another answer", "ui/dialog", "(*Sheet).settle", "answer(e, &s.theirs)", "_ = e", by("ui/desk", "Overwritten")},
		{"one is told of what one took oneself", "model/desk/notice", "notices", "!slices.Contains(c[0].For, c[0].By)", "true", keeping(conforms)},
		{"a call-back is told of before it is due", "model/desk/notice", "notices", "!t.Due.After(now)", "true", keeping(conforms)},
		{"a call-back of somebody else is told of", "model/desk/notice", "notices", "slices.Contains(r.OnWhom(t), who)", "true", keeping(conforms)},
		{"who made it urgent is told so", "model/desk/notice", "notices", "r.Hurried().By != who", "true", keeping(conforms)},
		{"anybody's look is one's own", "model/desk/notice", "noted", "n.By == who", "true", keeping(conforms)},
		{"a call-back that was moved is never told of again", "model/desk/notice", "noted", "!n.At.Before(since)", "true", keeping(conforms)},
		{"what was handed over is told of again once its message is seen", "model/desk/notice", "Read", "told[m.About.ID]", "told[journal.ID{}]", keeping(conforms)},
		{"opening what waits is not seeing it", "ui/desk", "(*Queue).showDetail", "q.inbox.See(id)", "q.inbox.See(journal.ID{id[0] ^ 1})", by("ui/desk", "OpeningIsSeeing")},
		{"other screens do not say that something waits", "ui/desk/inbox", "(*Inbox).counted", "screen.Send(screen.Waits{N: b.said})", "nil", by("ui/desk", "HasToBeTold")},
		{"a call-back is looked at when something else happens", "ui/desk", "(*Queue).take", "tea.Batch(q.offers.Passed(msg.Now), q.inbox.Fetch())", "q.offers.Passed(msg.Now)", by("ui/desk", "HasToBeTold")},
		{"a notification shows behind the cover", "ui", "(*App).ring", "!a.seat.Covered()", "true", by("ui", "ABellRings")},
		{"a bell rings where nobody asked for it", "ui", "(*App).ring", `how == ""`, "false", by("ui", "ABellRings")},
		{"a look keeps what was done from being taken back", "model", "(*Doing).untouched", "d.Kinds().Look(st.kind, it.Kind)", "false", keeping(conforms)},
	}
}
