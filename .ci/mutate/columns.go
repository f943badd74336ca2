package main

// columnMutants break what the lists of the desk show, and in what order.
func columnMutants() []mutant {
	return []mutant{
		{"a list is read whole however long it is", "ui/desk", "(*Queue).fetchAround", "!p.More", "true", by("ui/desk", "TooLongToSort")},
		{"the archive is sorted by anything", "ui/desk/column", "May", "list == desk.ViewAll && name == Wait", "true", by("ui/desk", "TheArchiveIsSorted")},
		{"a list stands the wrong way round", "ui/desk/column", "Layout.Plan", "s.Back = !s.Back", "_ = s", by("ui/desk", "TheArchiveIsSorted")},
		{"names in a list are no look", "model", "lookedAtNames", "n++", "n = 0", by("ui/desk", "NamesInAListAreALook")},
		{"columns of one person are everybody's", "ui/desk", "layoutSetting", "who.String()", `"all"`, by("ui/desk", "ColumnsAreChosen")},
		{"the sign of who waits long stands at none", "ui/desk", "(*Queue).cell", "r.Status == desk.StatusWaiting", "false", by("ui/desk", "WaitsLong")},
		{"an urgency has no limit of its own", "model", "Site.AgeLimit", "l.Urgency == u", "false", by("model", "WhatIsLong")},
		{"who learns here alters everybody's text blocks", "model", "mayKeepBlock", "!p.Has($*_)", "false", keeping(conforms)},
		{"somebody else's text block is one's own to alter", "model", "mayKeepBlock", "!b.Owner.IsZero()", "false", keeping(conforms)},
		{"others see one's own text blocks", "model", "ReadBlocks", "b.Owner == session.Me().ID", "true", keeping(conforms)},
		{"what fills a text block is filled again", "model", "Fill", "out.WriteString(said)", "out.WriteString(Fill(said, with))", by("model/block", "Fill")},
		{"nothing shows what is still to be filled in", "model", "Fill", "out.WriteString(FillBlank)", "_ = said", by("model/block", "Fill")},
		{"taking a text block away takes what is half typed", "ui/desk/block", "(*Blocks).remove", "dialog.Look(b.Host, $*_)", "b.Host.Do(nil, block.ArchiveBlock{ID: it.ID})", by("ui/desk", "TextBlocksAreKept")},
		{"limits that nothing is between are kept", "model", "checkAges", "l.TooLong <= l.Long", "false", by("model", "NothingIsBetween")},
	}
}
