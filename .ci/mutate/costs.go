package main

// costMutants do more than was asked: what a person sees stays the same, and it takes longer.
func costMutants() []mutant {
	return []mutant{
		{"every sentence is made for one", "ui/text/language", "(*Sentences).Find", "m.all", "len(s.All()) > 0", by("ui/text/language", "NoTable")},
		{"every sentence is made for the name of a code", "ui/text/language", "(*Sentences).Find", "s.codes()[id]", "s.All()[id]", by("ui/text/language", "NoTable")},
		{"a table is made for each who asks at once", "ui/text/language", "(*Sentences).more", "s.made.Load() != seen", "false", by("ui/text/language", "ManyAsk")},
		{"the sentences that come later go before", "ui/text/language", "(*Sentences).more", "slices.Backward(tables)", "slices.All(tables)", by("ui/text/language", "NoTable")},
		{"much is read where little is new", "model/desk/mine", "newSince", "Limit: newFirst", "Limit: newFirst*0 + newLooked", by("model", "PageByPage")},
		{"what a page ends with is new twice", "model/desk/mine", "newSince", "page.Rows[again:]", "page.Rows[again*0:]", by("model", "PageByPage")},
		{"every command is made for one", "ui/cli/command", "(*Run).Made", "r.Named == nil || $x", "true || $x", by("ui/cli", "EachCommand")},
		{"a command that is mistyped has none beside it", "ui/cli/command", "(*Run).NoCommand", "r.Named != nil", "false", by("ui/cli", "UsedWrongly")},
		{"a letter is measured without what comes after it", "ui/widget/cell", "measured", "!alone(r)", "false && r == 0", by("ui/widget/cell", "WidthIs")},
		{"what has no width is taken for a letter that has no room", "ui/widget/cell", "ordinary", "!alone(r)", "n < width && !alone(r)", by("ui/widget/cell", "WidthIs")},
		{"a holder makes the key of the library", "ui/serve", "Hold", "[]ssh.Signer{newPassingKey()}", "[]ssh.Signer{newPassingKey()}[:0]", by("ui/serve", "ThereAtOnce")},
		{"what terminals measure in more ways than one is taken as measured", "ui/draw", "(*Cells).doubt", "!cell.Measured(line)", "cell.Measured(line) && false", by("ui/draw", "DoubtsNo")},
		{"a bar is doubted", "ui/draw", "(*Cells).doubt", "!cell.Measured(line)", "len(line) > 0 || cell.Measured(line)", by("ui/draw", "DoubtsNo")},
		{"help names no commands", "ui/cli", "aboutAll", `arg == "help"`, "false", by("ui/cli", "HelpNames")},
		{"whoever sits down works all out anew", "model", "(*Session).Switch", "s.shared", "&shelf{}", by("model", "KeptAtSeat")},
		{"at another site all is worked out anew", "model", "(*Session).At", "s.shared", "&shelf{}", by("model", "KeptAtSeat")},
		{"whoever has no site in common is scored", "model/pairs/match", "(*problem).fillBriefly", "(sites | -sites) &^ few >> 63", "(sites | 1<<63) &^ few >> 63", by("model/pairs/match", "BriefsSay")},
		{"a brief tells nothing of sites", "model/pairs/match", "(*hardRules).togetherOf", "a.sites&b.sites == 0", "a.sites|b.sites == 0", by("model/pairs/match", "BriefsSay")},
		{"a pair that can be joined cheaply is passed over", "model/pairs/match", "(*draft).cheapest", "(o.score + d.score(two[0], i) + d.score(two[1], i)) / 3", "(o.score + d.score(two[0], i) + d.score(two[1], i)) / 5", by("model/pairs/match", "NoOneCheaper")},
		{"what asks for more rules than needed is told", "model/pairs/match", "(*draft).options", "least = b.len()", "least = max(least, b.len())", by("model/pairs/match", "NoOneCheaper")},
	}
}
