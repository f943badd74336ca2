package main

// worthMutants break what the figures mean: signals, how many people are needed, prices and the value sheet.
func worthMutants() []mutant {
	judged, found, false2 := by("model/overview/signal", "Verdict|OfR|Surveillance|Wider"), by("model/overview/signal", "WhatIsFound"), by("model/overview/signal", "AtMostOne|Verdict")
	replayed := by("model/overview/hands", "ByHand|NineOfTen|Erlang|MorePeople|TooFew|WhoIsNeeded")
	amounts, sheet := by("model/value", "Amount|Which|Units|Named"), by("model/overview/worth", "Sheet|Twice")
	priced, listed := tests{"store", "MemoryConforms/prices", 0}, by("store/exchange/prices", "TestAList|TestImport")
	return []mutant{
		{"four cases are a signal", "model/overview/signal", "Judge", "cases >= Least && j.P < Limit", "j.P < Limit", judged},
		{"one in a hundred is a signal", "model/overview/signal", "Judge", "j.P < Limit", "j.P < 10*Limit", false2},
		{"weeks spread no wider than chance", "model/overview/signal", "Judge", "spreadOf(before)", "1", by("model/overview/signal", "AtMostOne|Wider")},
		{"the mean is taken for known", "model/overview/signal", "Judge", "j.Spread*(1+Weeks/n)", "j.Spread", by("model/overview/signal", "Surveillance|Wider")},
		{"seven weeks before are enough", "model/overview/signal", "Judge", "len(before) < leastBefore", "len(before) < 1", judged},
		{"silence always says something", "model/overview/signal", "Judge", "j.Tripled >= 0.5", "true", judged},
		{"a tripling is found like a doubling", "model/overview/signal", "Judge", "spread(3*mean, j.Spread)", "spread(2*mean, j.Spread)", found},
		{"weeks that spread little make signals", "model/overview/signal", "spreadOf", "max(1, squares/(n-1)/mean)", "squares/(n-1)/mean", judged},
		{"a chance begins one too late", "model/overview/signal", "counting.atLeast", "math.Exp(c.log(float64(k)))", "math.Exp(c.log(float64(k+1)))", judged},
		{"a site that is young has weeks without anything", "model/overview/signal", ".judge", "first = min(first, i/7)", "first = 0", by("model/overview/signal", "Young")},
		{"the next is helped by who is free last", "model/overview/hands", "Replay", "free[j], free[least], j = free[least], free[j], least", "j = least", replayed},
		{"who is helped is free at once", "model/overview/hands", "Replay", "at + c.For", "at", replayed},
		{"twenty minutes are too long", "model/overview/hands", "share", "wait <= most", "wait < most", replayed},
		{"eight of ten are enough", "model/overview/hands", "Share.enough", "9*of", "8*of", replayed},
		{"three draw a line", "model/overview/hands", ".count", "p.Arrivals >= leastCame && p.Days >= leastDays", "true", replayed},
		{"one busy evening is every evening", "model/overview/hands", ".count", "p.Days >= leastDays", "true", replayed},
		{"what takes unknown long takes nothing", "model/overview/hands", ".count", "a.Minutes = h.Typical", "a.Minutes = 0", replayed},
		{"calls walk in", "model/overview/hands", ".count", "!a.WalkIn", "false", replayed},
		{"who left is on the roster", "model/overview/hands", ".roster", "who.Archived || $_", "who.Site != h.Site.ID", replayed},
		{"a time-out is on the roster", "model/overview/hands", ".roster", "who.Study.At(today) == model.StudyActive", "true", replayed},
		{"a percentage is an amount", "model/value", "ParseCents", "return wrong(\"price-percent\")", "said = strings.Trim(said, \"% \")", amounts},
		{"1.250 is one and a quarter", "model/value", "ParseCents", "return wrong(\"price-either\")", "part = part[:2]", amounts},
		{"a price may be below nothing", "model/value", "keepable", "p.Low < 0 || $_ || $_", "false", priced},
		{"low may be above high", "model/value", "keepable", "p.Low > p.Base || p.Base > p.High", "false", priced},
		{"a unit has two prices of one year", "model/value", "keepable", "other.Year == p.Year", "false", priced},
		{"a price of later counts", "model/value", "For", "p.Year <= year", "true", amounts},
		{"half a cent is lost", "model/value", "Cents.Times", "int64(c)*hundredths + 50", "int64(c)*hundredths + 49", by("model/overview/worth", "AddsUp")},
		{"hours are cut off", "model/overview/worth", ".quantity", "int64(s.Minutes)*100 + 30", "int64(s.Minutes) * 100", sheet},
		{"it is not said that work counts twice", "model/overview/worth", ".multiply", "there[value.Hour] && len(there) > 1", "false", sheet},
		{"a list twice is twice in it", "store/exchange/prices", "next", "return nil, true", "return value.Edit{Price: k}, false", listed},
		{"the second of one unit replaces the first", "store/exchange/prices", "Import", "seen[key] = true", "_ = key", listed},
	}
}
