package main

// laptopMutants break what a coordinator and a teacher see of copies that leave the house.
func laptopMutants() []mutant {
	return []mutant{
		{"texts that name a resident are not shown first", "ui/laptops", "(*Laptops).plan", "plan.Undecided() > 0", "false", by("ui/laptops", "ABundleForATeacher|NobodyDecided")},
		{"a decision about a text is not kept", "ui/laptops", "(*texts).choose", "powers.Decide(ctx, session, hit, c)", "func() error { _, _ = powers, hit; return nil }()", by("ui/laptops", "ABundleForATeacher")},
		{"what stays home after a decision is not worked out anew", "ui/laptops", "(*texts).leave", "!d.decided", "true", by("ui/laptops", "ABundleForATeacher")},
		{"what was found in a text is not marked", "ui/laptops", "markFound", `text = strings.ReplaceAll(text, f, "["+f+"]")`, "_ = f", by("ui/laptops", "ABundleForATeacher")},
		{"any key leads on from the code", "ui/laptops", "(*once).Update", "h.Env.Keys.Is(msg, Have)", "true", by("ui/laptops", "ABundleForATeacher")},
		{"a teacher takes for others what is there for them", "ui/laptops", "(*Laptops).startTake", "!at.Person.IsZero()", "false", by("ui/laptops", "OnlyHerself")},
		{"a bundle is taken in before anybody saw what it holds", "ui/laptops", "(*Laptops).lookInto", `return l.AskReady($*_)`, "return l.bring(path)", by("ui/laptops", "ComesBack")},
		{"what waits is not told", "ui/laptops", "(*Laptops).told", "len(r.Waiting) > 0 && l.leads()", "false", by("ui/laptops", "ComesBack")},
		{"what is put away is not told", "ui/laptops", "(*Laptops).told", "len(r.PutAway) > 0", "false", by("ui/laptops", "ComesBack")},
		{"a second laptop with one invitation is not told", "ui/laptops", "(*Laptops).told", `add(w.Say("laptops.second", $*_))`, "_ = i", by("ui/laptops", "ComesBack")},
		{"everybody is asked to decide about laptops", "ui/laptops", "(*Laptops).leads", "l.invites()", "true", by("ui/laptops", "WhoLeads")},
		{"what only waits for the rest is offered to be taken in", "ui/laptops", "decidable", "return false", "return true", by("ui/laptops", "WhoLeads")},
		{"Enter withdraws a laptop", "ui/laptops", "(*Laptops).startRevoke", "l.Ask($*a)", "l.AskReady($*a)", by("ui/laptops", "Revoking")},
		{"students are offered bundles", "ui/screen", "(*Bundles).MayTake", "len(trust.ScopesFor($*a)) > 0", "len(trust.ScopesFor($*a)) >= 0", by("ui/laptops", "HoldsNoCopy")},
		{"a code with a wrong word is tried", "ui/welcome", "(*Welcome).submit", "errors.As(err, &m) && m.Word > 0", "false", by("ui/welcome", "Mistyped")},
		{"a passphrase that was typed once is taken", "ui/welcome", "(*Welcome).submit", `passphrase != form.Text("again")`, "false", by("ui/welcome", "Stick|Mistyped")},
		{"what was typed is gone when a bundle is refused", "ui/welcome", "(*Welcome).openBundle", "return s.host.Show(d)", "return nil", by("ui/welcome", "Mistyped")},
		{"a laptop shows tabs that can only be empty", "ui", "(*App).holds", "!a.env.Laptop || $_", "true", by("ui", "TabsOfALaptop")},
		{"others sit down on a laptop", "ui", "globalActions", "begun(a) && !a.env.Laptop", "begun(a)", by("ui", "OnlyItsHolder")},
		{"the frame does not hear of a commit", "ui", "(*App).take", "a.lookApart()", "nil", by("ui", "HearsOfEachCommit")},
		{"what was heard from others does not show at once", "ui", "(*App).seated", "return a.lookApart(), true", "return nil, true", by("ui/laptops", "OnALaptop")},
		{"a desk says what nobody else has", "ui", "(*App).exchanges", "a.apart.Laptop || $_", "true", by("ui", "NobodyElse")},
		{"a laptop does not say that it is withdrawn", "ui", "(*App).standing", "a.apart.Revoked", "false", by("ui", "MayNoLonger")},
		{"a laptop does not say that something was put away", "ui", "(*App).tookApart", "len(m.Value.Away) <= before", "len(m.Value.Away) <= before || true", by("ui", "MayNoLonger")},
		{"a laptop without a group does not say what to do", "ui/learning", "(*class).bare", "k.c.Env.Laptop && $_", "false", by("ui", "OnlyItsHolder")},
	}
}
