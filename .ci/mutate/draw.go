package main

// drawMutants break what a frame becomes on a terminal, and how that is given back.
func drawMutants() []mutant {
	return []mutant{
		{"a line that changed stays as it was", "ui/draw", "(*Cells).Frame", "line != c.lines[y]", "line != c.lines[y] && y > 0", by("ui/draw", "AnyFrame")},
		{"another size keeps what stood there", "ui/draw", "(*Cells).Frame", "c.size != size", "c.size.Height != size.Height || c.grid == nil", by("ui/draw", "AnyFrame")},
		{"an old terminal is sent what it does not know", "ui/draw", "NewCells", "!c.erases", "false && !c.erases", by("ui/draw", "AnyFrame")},
		{"a blank in a colour is erased where that has no colour", "ui/draw", "(*Cells).fill", "!c.erases", "false && !c.erases", by("ui/draw", "AnyFrame")},
		{"a letter that has no room is drawn", "ui/draw", "(*Cells).put", "x+width > len(line)", "x+width > len(line)+1", by("ui/draw", "AnyFrame")},
		{"a mark stands beside its letter", "ui/draw", "(*Cells).put", "n == 1 && part[0] >= 0x20 && part[0] < 0x7f", "n == 1 && part[0] >= 0x20 && part[0] < 0x20", by("ui/draw", "AnyFrame")},
		{"a window that is lent is drawn on", "ui/draw", "(*Window).draw", "w.lent > 0 || w.closed || w.text == \"\"", "w.closed || w.text == \"\"", by("ui/draw", "Lent")},
		{"what was stopped takes a terminal that is lent", "ui/draw", "(*Window).Again", "w.lent > 0 || w.closed", "w.closed", by("ui/draw", "Lent")},
		{"a terminal is lent as it is", "ui/draw", "(*Window).Lend", "w.lent == 1", "w.lent == 0", by("ui/draw", "Lent")},
		{"a terminal that somebody else had is not told again", "ui/draw", "(*Window).Again", "w.holds, w.anew = false, true", "w.holds, w.anew = w.holds, true", by("ui/draw", "SomebodyElseHad")},
		{"a terminal keeps its modes", "ui/draw", "(*Window).leave", "_, _ = io.WriteString(w.out, w.kind.give())", "_ = w.kind.give()", by("ui/draw", "Lent")},
		{"keys of a shell come unseen afterwards", "ui/draw", "(*Window).leave", "w.device != nil", "false", by("ui/draw", "Lent|AProgram")},
		{"who is in a hurry leaves a terminal raw", "ui/draw", "(*Window).Close", "w.device != nil", "false", by("ui/draw", "Hurry")},
		{"who is in a hurry waits for a terminal", "ui/draw", "(*Window).Close", "time.After(goodbye)", "time.After(1000 * time.Hour)", by("ui/draw", "Hurry")},
		{"an old terminal is told of another screen", "ui/draw", "terminal.take", "t.bare && t.hides", "false", by("ui/draw", "AProgram")},
		{"an old terminal keeps what was drawn", "ui/draw", "terminal.give", "t.bare && t.hides", "false", by("ui/draw", "AProgram")},
		{"a screen is drawn where no cursor moves", "ui/draw", "Able", "!knows(term).none", "true || knows(term).none", by("ui/draw", "AProgram")},
		{"a panic beside the loop ends everything", "ui/draw", "(*Program).Run", "broke != nil", "broke != nil && broke.Stack == nil", by("ui/draw", "WhatBreaks")},
		{"a model that breaks is told of to the output of the process", "ui/draw", "(*shown).Update", "caught(s.program.breaks)", "func() {}()", by("ui/draw", "ThatBreaks")},
		{"a frame that breaks is told of to the output of the process", "ui/draw", "(*shown).View", "caught(s.program.breaks)", "func() {}()", by("ui/draw", "ThatBreaks")},
		{"who closes a window for the second time leaves it raw", "ui/draw", "(*Window).Close", "w.closed, w.beside = true, nil", "if w.closed, w.beside = true, nil; !first { w.mu.Unlock(); return }", by("ui/draw", "ASignalIsHeard")},
		{"the last frame of many is never drawn", "ui/draw", "(*shown).View", "s.program.Send(laterMsg{})", "_ = laterMsg{}", by("ui/draw", "PassedOver")},
		{"each of many frames is built", "ui/draw", "(*shown).View", "now.Sub(s.last) < between", "false", by("ui/draw", "PassedOver")},
		{"a served session moves lines by regions", "ui/screen", "Env.Scrolls", "!t.Scrolls", "false", by("ui/screen", "WhereLinesAreMoved")},
		{"whatever calls itself xterm moves lines", "ui/theme", "Terminal.Scrolls", "name == known", "name == known || t.Term == \"xterm-256color\"", by("ui/screen", "WhereLinesAreMoved")},
		{"a stop before a session takes its keys", "ui/serve", "(*window).listen", "w.line == nil || w.keys != nil", "false", by("ui/serve", "AStopBefore")},
		{"a terminal is listened to twice", "ui/serve", "(*window).listen", "w.line == nil || w.keys != nil", "w.line == nil", by("ui/serve", "AStopBefore")},
		{"a served terminal that is paused stays raw", "ui/serve", "(*window).Leave", "soon(told)", "<-told", by("ui/serve", "APaused")},
		{"a stop leaves the terminal as it is", "ui/local", "tell", "s == syscall.SIGCONT", "s == syscall.SIGCONT || s == syscall.SIGTSTP", by("ui/local", "WhatSignalsTell")},
		{"who goes on after a stop draws nothing", "ui/local", "tell", "to.Again()", "to.Resized()", by("ui/local", "WhatSignalsTell")},
		{"who asks twice waits all the same", "ui/local", "tell", "!asked && slices.Contains(leaving, s)", "!(asked && false) && slices.Contains(leaving, s)", by("ui/local", "WhatSignalsTell")},
		{"a signal that ends at once leaves the terminal raw", "ui/local", "tell", "to.Leave()", "_ = to.Leave", by("ui/local", "WhatSignalsTell")},
	}
}
