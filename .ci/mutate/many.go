package main

// manyMutants break marking, and doing one thing to many.
func manyMutants() []mutant {
	return []mutant{
		{"one of many that is refused takes all along", "model", ".each", "refused[i], receipt = err, was", "return err", keeping(conforms)},
		{"what many noted before they were refused is taken back", "model", ".each", "refused[i], receipt = err, was", "refused[i] = err", by("model", "ManyAtOnce|DoesNotFit")},
		{"trying something with many does it", "model", ".each", "if dry { return errDry }", "", by("model", "DoesNotFit")},
		{"many are taken back one by one", "model", ".DoEach", "push(s.undo, done{receipt: r, groups: r.groups()})", "push(s.undo, done{receipt: r, groups: r.groups()[:1]})", by("model", "ManyAtOnce")},
		{"one of many that went on keeps all from being taken back", "model", "inverse.Do", "len(a.groups) == 1 || fault.KindOf(err) != fault.Conflict", "true", by("model", "TakingBackMany")},
		{"what went on is taken back among many", "model", "inverse.Do", "*a.left = append(*a.left, group[0].id)", "free = append(free, group)", by("model", "TakingBackMany")},
		{"it is not told what stays of many", "model", ".back", "back.steps, back.ends, back.Left, back.Created = r.steps, r.ends, left, nil", "back.steps, back.ends, back.Left, back.Created = r.steps, r.ends, nil, nil", by("model", "TakingBackMany")},
		{"as many as one likes are done at once", "model", ".DoEach", "len(groups) > MaxEach", "false", by("model", "WrongForAll")},
		{"words that are wrong for all are told of each", "model", ".DoEach", "aboutWords(err)", "false", by("model", "WrongForAll")},
		{"a call about many that is made again does them twice", "model", ".each", "key = call.key($_)", "", keeping(conforms)},
		{"what people wrote apart is done with among many", "model", "fitting.Do", "r.Contested()", "false", by("ui/desk", "MarkedInTwoWays")},
		{"what a colleague has is done with among many", "model", "fitting.Do", "!f.over", "false", by("model", "DoesNotFit")},
		{"who may not write hears whose it is", "model", "fitting.Do", "if err := d.Allowed($*_); err != nil { return err }", "", by("model", "DoesNotFit")},
		{"one that is named twice is done twice", "model", "DoToAll", "!seen[id]", "true", by("model", "DoesNotFit")},
		{"the number of what may not be read is told", "model", "Numbers", "session.Clearance().CheckRead($_) == nil", "true", by("model", "DoesNotFit")},
		{"a mark is of a row", "ui/desk/mark", "(*Marks).Only", "m.Add(ids...)", "", by("ui/desk", "MarksStay")},
		{"leaving a stretch drops the marks before it", "ui/desk", ".back", "q.stretch = nil", "q.stretch = nil; q.marks.Only()", by("ui/desk", "MarkingRows")},
		{"a stretch that is not loaded is not marked", "ui/desk", ".endStretch", "begin >= 0", "true", by("ui/desk", "NotLoaded")},
		{"only what is loaded is marked as all", "ui/desk", ".markAll", "bulk.ReadAll(ctx, session, view, find)", "func() ([]desk.RequestRow, error) { _, _ = view, find; return q.rows, nil }()", by("ui/desk", "NotLoaded")},
		{"keys act on the cursor's row although others are marked", "ui/desk", ".onMarked", "q.marks.Count() > 0 || q.stretch != nil", "q.stretch != nil", by("ui/desk", "OneThingToAll")},
		{"many are done without a question", "ui/desk/work", ".askMany", "len(b.Of) <= few", "true", by("ui/desk", "OneThingToAll")},
		{"what did not fit is not named", "ui/desk/work", ".toldMany", "d.Text = append(d.Text, w.Refusal(r))", "_ = r", by("ui/desk", "ColleagueHas")},
		{"a command takes what is only alike", "ui/cli", "where", "q.Text, q.Exact = value, true", "q.Text = value", by("ui/cli/desk", "UsedRight")},
		{"a command about many takes the archive along", "ui/cli", "where", "q.Order = desk.OrderQueue", "", by("ui/cli/desk", "ManyByCommand")},
		{"a flag that does not go with it is dropped without a word", "ui/cli", ".fits", "cmd.Flags().Changed(name)", "false", by("ui/cli/desk", "UsedRight")},
		{"all refused ends as if done", "ui/cli", ".tell", "err == nil && done.Count == 0 && matched > 0", "false", by("ui/cli/desk", "ManyByCommand")},
		{"what an undo brought back is somebody else's", "model", "(*Session).back", "standsAgain(*from, r.again)", "standsAgain(nil, r.again)", by("model", "OneFieldIsTakenBack")},
		{"what an undo brought back is of every field", "model", "standsAgain", "a.field == b.field", "a.field < 9999", by("model", "AnothersField")},
	}
}
