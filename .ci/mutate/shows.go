package main

// showsMutants break what a centre shows of its work: small numbers, the report of a site, screen 5.
func showsMutants() []mutant {
	cells := by("ui/report/smallcells", "Test")
	printed := func(run string) tests { return by("ui/report", run) }
	seen := func(run string) tests { return by("ui/overview", run) }
	return []mutant{
		// small numbers
		{"a cell of four is printed", "ui/report/smallcells", "IsSmall", "n < Least", "n < Least-1", cells},
		{"one cell is hidden alone", "ui/report/smallcells", "Hide", "marks[beside] = Beside", "_ = beside", cells},
		{"not the smallest cell is hidden beside a small one", "ui/report/smallcells", "Hide", "n < cells[beside]", "n > cells[beside]", cells},
		{"the total gives a small cell away", "ui/report/smallcells", "Hide", "s.Low == s.High", "s.Low > s.High", cells},
		{"where all are small they are printed", "ui/report/smallcells", "Hide", "if beside < 0 { $*_ }", "if beside < 0 { return marks, true }", cells},
		{"hidden rows stand by their size", "ui/report", ".parted", "hiddenLast(given, func(i int) string { return parts[i].Label })", "slices.Collect(func(yield func(int) bool) { for i := range parts { if !yield(i) { return } } })", printed("TheReportOfASite")},
		{"a table that gives itself away is printed", "ui/report", ".split", "!ok", "!ok && false", printed("NoSmallNumber")},
		{"what is small alone is printed", "ui/report", ".alone", "m.small(n)", "false", printed("NoSmallNumber")},
		{"minutes tell a hidden number", "ui/report", ".duration", "mark != smallcells.Shown", "false", printed("TheReportOfASite")},
		{"days of a series give away the days of the week", "ui/report", ".told", "smallcells.IsSmall(x.CameIn)", "false", printed("NoSmallNumber")},
		{"the column of a hidden day is printed", "ui/report", ".week", "dayMarks[day] != smallcells.Shown", "dayMarks[day] != smallcells.Shown && false", printed("NoSmallNumber|TheReportOfASite")},
		{"a drawing shows what its table hides", "ui/report", ".split", "bar.N = -1", "", printed("TheReportOfASite")},
		{"what is printed from the screen is exact", "ui/overview", ".document", "o.Env.Site.Exact", "true", seen("WithoutSmallNumbers")},

		// the report of a site; a period that ends before it begins is in figures.go
		{"a decimal is a point to a spreadsheet", "ui/report", ".duration", `","`, `"."`, printed("TheReportOfASite")},
		{"a spreadsheet does not know the letters of a file", "ui/report", "(*Document).csv", "byteOrder", `""`, printed("TheReportOfASite")},
		{"a spreadsheet has all in one column", "ui/report", "(*Document).csv", "';'", "','", printed("TheReportOfASite")},
		{"a formula leaves in a report", "ui/report", "harmless", `strings.ContainsRune("=+-@", rune(t[0]))`, "false", printed("Harmless|TheReportOfASite")},
		{"a title of a page is markup", "ui/report", "(*Document).html", "html.EscapeString(Plain(d.Title))", "d.Title", printed("Harmless")},
		{"a cell of a page is markup", "ui/report", "(*Table).html", "html.EscapeString(Plain(c))", "c", printed("Harmless")},
		{"a line of a page is markup", "ui/report", "(*Document).html", "html.EscapeString(Plain(x.Line))", "x.Line", printed("Harmless")},
		{"a drawing is markup", "ui/report", "escaped", "html.EscapeString(Plain(s))", "s", printed("Harmless|Chart")},

		// the screen
		{"a week back is a day back", "ui/overview", ".past", "7*steps", "steps", seen("ThroughPeriods")},
		{"a week begins on Sunday", "ui/overview", ".period", "-(int(day.Weekday())+6)%7", "-int(day.Weekday())", seen("ThroughPeriods")},
		{"the hour of the week is that of Greenwich", "model/overview", "(*gathered).add", "g.zone.at(c.At)", "c.At", keeping(figuring)},
		{"three questions are a pattern", "ui/overview", ".heatBlock", "f.CameIn < few", "false", seen("ThreeRequests")},
		{"three questions are a line", "ui/overview", ".trendBlock", "t.total < few", "false", seen("ThreeRequests")},
		{"three who waited are a half and nine of ten", "ui/overview", ".waitBlock", "x.N < few", "false", seen("ThreeRequests")},
	}
}
