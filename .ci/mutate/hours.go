package main

// hoursMutants break whose minutes are written down.
func hoursMutants() []mutant {
	return []mutant{
		{"closing gives its minutes to one of a pair", "model", "WorkedOn", "return holder", "return holder[:1]", keeping("Conforms/a_pair_takes")},
		{"minutes are of who closes, not of who worked", "model", ".Worked", "WorkedOn(r.Holder(), me)", "WorkedOn(nil, me)", keeping("Conforms/a_pair_takes")},
		{"minutes of each are not taken", "model", ".spent", "len(a.Spent) > 0", "false", keeping("Conforms/a_pair_takes")},
		{"minutes of one person stand twice", "model", ".MinutesBy", "s.Person == t.Person", "false", keeping("Conforms/a_pair_takes")},
		{"what is typed for one is not of the other", "ui/desk/work", ".follow", "e.Input.Set(first)", "_ = first", by("ui/desk", "MinutesOfEach")},
		{"what was typed for the second is overwritten", "ui/desk/work", ".follow", "strings.TrimSpace(e.Input.Text()) == s.typed", "true", by("ui/desk", "MinutesOfEach|ClosesForOthers")},
		{"one number in a line is of one", "ui/desk/work", ".line", "desk.Each(s.who[:s.same], n)", "desk.Each(s.who[:1], n)", by("ui/desk", "MinutesOfEach")},
		{"a number alone goes over a name", "ui/cli", "spent", "[]bool{false, true}", "[]bool{true, false}", by("ui/cli/desk", "MinutesAre")},
		{"a pair that failed is the next", "model", "(*problem).grid", "[2]map[[2]int]bool{p.forbidden, p.failed}", "[1]map[[2]int]bool{p.forbidden}", by("model/pairs/match", "FailedPair")},
		{"a pair that failed grows into a trio", "model/pairs/match", "(*hardRules).fitThree", "n == 0 || anew", "n == 0", by("model/pairs/match", "FailedPair")},
		{"never reached is no failure", "model", "(*Pair).Failed", "case \"never-reached\", \"no-fit\": return true", "case \"no-fit\": return true", by("model/loop/pairing", "FailedIsNot")},
		{"a wish that nobody has is met", "model/pairs/match", "(*table).meets", "return 0", "return 1000", by("model/pairs/match", "WishThatNobody|BriefsSay")},
		{"a pair without wishes cannot have all points", "model/pairs/match", "Weights.without", "(2 - none) * w[atWishes]", "2 * w[atWishes]", by("model/pairs/match", "WishThatNobody")},
		{"one trio is promised to three", "model/pairs/match", "(*draft).promise", "o.group == best", "false", by("model/pairs/match", "PromisedOnce")},
		{"three who are left are promised in two trios", "model/pairs/match", "(*draft).promise", "!one && !two && !three", "one || two || three || true", by("model/pairs/match", "PromisedOnce")},
		{"it is not told that others were told the same", "model/pairs/match", "(*draft).left", "r.Also = told[r.With[0]] - 1", "r.Also = 0", by("model/pairs/match", "PromisedOnce")},
		{"two who give each other something are one reason", "model/pairs/match", "directed", "r.From == g.From && r.To == g.To", "true", by("model/pairs/match", "OneFact")},
		{"who begins later is in a time-out", "model/pairs/match", "(*draft).named", "rules[k] = NotBegun", "_ = k", by("model/pairs/match", "BeginsLater")},
		{"who is away counts as left over", "model/pairs/match", "(*Proposal).Without", "l.Reason != Active && l.Reason != NotBegun", "l.Reason != Taken || true", by("model/pairs/match", "BeginsLater")},
		{"a pair of whom somebody is away runs on", "model/pairs", "(*Pair).Paused", "p.away || $_", "false", by("store", "MemoryConforms/a_pair_that_lies")},
		{"what is planned in a time-out stays there", "model/pairs", "(*Pair).shift", "len(p.Pauses) == 0", "true", by("store", "MemoryConforms/a_pair_that_lies")},
		{"a paused pair takes up together", "model", "actorAndBuddies", "!pair.Paused()", "true", by("store", "MemoryConforms/a_pair_that_lies")},
		{"a paused pair is given a question", "model", "ClaimRequest.Do", "len(who) > 1 && $_", "false", by("store", "MemoryConforms/a_pair_that_lies")},
		{"a paused pair is offered a question", "model", ".gather", "buddies[i].Paused()", "false", by("store", "MemoryConforms/a_pair_that_lies")},
		{"what one list calls it is nothing to another", "model/loop/pairing", "others", "out[p.One], out[p.Other] = append(out[p.One], other), append(out[p.Other], one)", "_, _ = one, other", by("ui/cli/pairs", "AcrossLists")},
		{"who was judged short gives it in another list", "model/loop/pairing", "(*Book).judge", "slices.ContainsFunc(b.Students[i].Study.Strong, named(node))", "true", by("ui/cli/pairs", "AcrossLists")},
		{"what a site took away comes back", "model/learning/alike", "in", "gone && at >= 0", "gone && at < -1", by("ui/cli/pairs", "AcrossLists")},
		{"an indicator is mapped, which no table has", "model/learning/alike", "Align.Do", "!slices.Contains(f.Tree().Columns(), part.Node)", "false", by("ui/cli/pairs", "AcrossLists")},
		{"a pair that lies still is offered work", "model/loop", "(*calculation).gather", "buddies[i].Paused()", "false", by("ui/desk", "LiesStill")},
	}
}
