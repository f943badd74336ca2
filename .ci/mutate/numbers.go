package main

func numbers(run string) tests { return tests{"model/plain", run, 400} }

// numberMutants break how citizen service numbers are found, and where they are kept out.
func numberMutants() []mutant {
	return []mutant{
		{"a sign that nobody sees hides a number", "model", "unseen", "unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me)", "false", numbers("BSN|Nothing")},
		{"digits of other scripts are none", "model", "digitOf", "!unicode.Is(unicode.Nd, r)", "true", numbers("BSN|Nothing")},
		{"digits on two lines are two numbers", "model", "nextChain", "between.signs > most", "between.newline || between.signs > most", numbers("BSN|Nothing")},
		{"a number that goes on is found in the middle", "model", "chain.alone", "s.width == tight && s == c.groups[i+1].before", "false", numbers("TestFindBSN")},
		{"an even row of numbers is joined", "model", "chain.alone", "j-i <= 3 && beside.n != edge.n", "true", numbers("TestFindBSN")},
		{"a day is a number", "model", "chain.day", "c.shaped(i, spaced, -2, -2, 4)", "false", numbers("NoFalseAlarms")},
		{"an IBAN is a number", "model", "chain.iban", "all == 1", "all == 98", numbers("FindBSN|NoFalseAlarms")},
		{"a country code tells nothing", "model", "chain.abroad", "strings.HasSuffix($x, \"+\")", "false", numbers("FindBSN|NoFalseAlarms")},
		{"a place on earth is a number", "model", "chain.coordinate", "c.groups[k].n <= 3", "c.groups[k].n < 0", numbers("TestFindBSN")},
		{"an id holds a number", "model", "inID", "k == len(form)", "k > len(form)", numbers("TestFindBSN")},
		{"a telephone number is a number", "model", "chain.phone", "n == 0", "n >= 0", numbers("FindBSN|NoFalseAlarms")},
		{"the word for the number says nothing", "model", "chain.strength", "says == saysBSN", "false", numbers("FindBSN|Nothing")},
		{"a sign of money says nothing of a number", "model", "chain.said", "unicode.Is(unicode.Sc, r)", "false", numbers("FindBSN")},
		{"an error shows the digits", "model", "blanked", "r = Blank", "_ = r", numbers("Around|Masked")},
		{"a draft on disk holds the digits", "ui", "(*Host).masked", "kept != answer", "false", by("ui/dialog", "NoDraftHolds")},
		{"a telephone number is blanked out of a draft", "ui", "(*Host).placeOf", "e.Number", "false", by("ui/dialog", "NoDraftHolds")},
		{"nobody is asked about a number", "model", "(*Doing).CheckNew", "!d.vouches", "false", merging("Vouched")},
		{"a number is asked about again in each edit", "model", "(*Doing).hadNumber", "plain.Digits(was[m.Start:m.End]) == digits", `was[m.Start:m.End] == ""`, merging("Vouched")},
		{"who vouched stands nowhere", "model", "(*Doing).vouch", "!d.vouched || len(steps) == 0", "true", merging("Vouched")},
		{"no is yes to a number", "ui", "(*Host).askToKeep", "a.vouched, a.err = true, nil", "a.vouched, a.err = false, nil", by("ui/desk", "Asked")},
		{"an import tells of digits in an id that it made", "store/exchange", "(*entry).checkTexts", "e.derived", "false && e.derived", tests{"store/exchange", "WhatTheImport", 40}},
		{"an import tells of no number", "store", "checkText", "plain.FindBSN(text, place) != nil && $x", "false && $x", tests{"store/exchange", "Numbers", 40}},
		{"a column of numbers is kept", "store", "holdBSN", "numbers >= 4", "numbers >= 400", tests{"store/exchange", "Column", 40}},
		{"an error shows numbers of data", "ui", "Words.Sentence", "withoutNumbers(s)", "s", by("ui/text", "NoSentence")},
		{"a theme of what work teaches is not looked at", "model", "SetOffers.Do", "d.CheckNew(t.Theme, plain.InWords)", "error(nil)", merging("NoActionLets")},
		{"the keys of a list are not looked at", "model", "written", "err == nil || $x", "err == nil || true || $x", merging("NoActionLets")},
		{"a PIN may be a citizen service number", "ui", "(*pinDialog).next", "plain.Refuses(typed, plain.InWords)", "false", by("ui/settings", "MyPIN")},
		{"an own list may be called by a number", "ui", "(*Queue).saveView", "plain.Refuses(o.Name, plain.InWords)", "false", by("ui/desk", "OwnList")},
		{"a wrong call is told with its digits", "ui", "withoutNumbers", "out[i] = plain.Masked(s, plain.InWords)", "out[i] = s", by("ui/cli", "NoCommandKeeps")},
		{"what stands there blocks other edits", "model", "(*Doing).CheckNew", "slices.Contains(d.stands, text)", "false", merging("WhatStands")},
	}
}
