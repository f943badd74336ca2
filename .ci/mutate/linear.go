package main

// linearMutants break what those hear who use the app without a screen.
func linearMutants() []mutant {
	here := func(run string) tests { return by("ui/linear", run) }
	return []mutant{
		{"who opens a place does not hear where it is", "ui/linear", "(*Speaker).Answer", "here != there", "false && here != there", here("AKeySays|ANumberChooses")},
		{"a row that one comes to is not told", "ui/linear", "(*Speaker).beside", "!was || before.ID != at.ID || before.Text != at.Text", "!was", here("AKeySays|ANumberChooses")},
		{"every key tells the row again", "ui/linear", "(*Speaker).beside", "!was || before.ID != at.ID", "true", here("AKeySays|AtRandom")},
		{"what a key altered and left is not told", "ui/linear", "(*Speaker).beside", "l.Text != before.Text", "false && l.Text != before.Text", here("AKeySays")},
		{"a note is told with every key", "ui/linear", "(*Speaker).notes", "!told || asked && wordsOf(text) != wordsOf(l.Text)", "!told || asked || text == l.Text", here("AKeySays|AtRandom")},
		{"a note that counts is told each time", "ui/linear", "(*Speaker).notes", "wordsOf(text) != wordsOf(l.Text)", "text != l.Text", here("AKeySays")},
		{"of two words of one key the first is lost", "ui/linear", "(*Speaker).passed", "append(s.gone, l)", "append(s.gone, l)[:0]", here("NoWordIsLost")},
		{"how things stand is told again", "ui/linear", "(*Speaker).beside", "l.Kind != say.Text && l.Kind != say.Heading", "l.Kind != say.Text && l.Kind != say.Heading && l.Kind != say.State", here("HowThingsStand")},
		{"a thing is told again when its words change", "ui/linear", "told", "l.Kind == say.Text && l.ID != \"\"", "false", here("HowThingsStand|ABoard")},
		{"what others do is told", "ui/linear", "(*Speaker).Beside", "s.Pass(now)", "s.beside(old, now); s.Pass(now)", here("ByItself")},
		{"what others did is told with the next key", "ui/linear", "(*Speaker).Pass", "!s.owed", "false", here("ByItself")},
		{"what letters changed cuts the typing in two", "ui/linear", "(*Speaker).Answer", "typed && s.types(old, now)", "false && s.types(old, now)", here("TypingIsNotBroken|ALineOfLetters")},
		{"what letters changed is never told", "ui/linear", "(*Speaker).Rest", "!s.owed", "true", here("TypingIsNotBroken")},
		{"after what came by itself one does not know what one typed", "ui/linear", "(*Speaker).Beside", "s.again(now)", "_ = now", here("ByItself")},
		{"every percent is told", "ui/linear", "(*Speaker).quarters", "min(l.Number/25, 3)", "l.Number", here("ByQuarters")},
		{"a letter taken away stays on the line", "ui/linear", "(*Speaker).edit", `strings.Repeat(" ", gone)`, `strings.Repeat("", gone)`, here("LettersAreEchoed")},
		{"the cursor stays behind a letter that takes two cells", "ui/linear", "(*Speaker).back", "cell.Width(string(over))", "len(over)", here("LettersAreEchoed")},
		{"the default of an entry is not told", "ui/linear", "(*Speaker).focus", "s.chosen(f)", "s.chosen(f)[:0]", here("AKeySays")},
		{"a line that is as it was is written again", "ui/linear", "(*Speaker).edit", "old.open && p.open", "false && old.open && p.open", here("ALongLine")},
		{"a key in a long line writes all of it", "ui/linear", "prompt.around", "cell.Width(string(p.text)) < room", "true || room > 0", here("ALongLine")},
		{"what is wrong with an answer is not told", "ui/linear", "(*Speaker).changed", `f.Fault != ""`, "false", here("AFaultIsTold")},
		{"how much of a secret was typed is not told", "ui/linear", "(*Speaker).focus", "f.Hidden && n > 0", "false && n > 0", here("ASecret")},
		{"a digit opens a screen", "ui/linear", "(*Model).numbers", "!m.app.Typing()", "false", here("ANumberChooses")},
		{"a digit right behind Esc opens a screen", "ui/linear", "(*Model).keys", "msg.Alt && (msg.Type == tea.KeyRunes || msg.Type == tea.KeyEsc)", "false", here("EscAndADigit")},
		{"the number of no row is taken", "ui/linear", "(*Model).seek", "n > last", "false && n > last", here("ANumberChooses")},
		{"a number is text where one chooses from a list", "ui/linear", "(*Model).numbers", `f.Numbers && f.Value == ""`, "false", here("ANumberChooses")},
		{"a digit picks no answer", "ui/linear", "(*Model).pick", "!on || f.Typed || len(f.Options) == 0", "true || !on", here("ADigitPicks")},
		{"a key without a meaning is met with silence", "ui/linear", "(*Model).tell", `answer == "" && m.odd != ""`, "false", here("ANumberChooses")},
		{"a question mark in a text asks for help", "ui/linear", "(*Model).helps", "!m.types(msg)", "true", here("AskedFor")},
		{"a question mark over a screen is met with silence", "ui/linear", "(*Model).helps", "!m.types(msg)", "!m.types(msg) && !m.app.Typing()", here("NoKeyIsMet")},
		{"a letter without a meaning over a screen is met with silence", "ui/linear", "(*Model).press", "digit(msg) < 0 && m.app.Typing()", "false", here("NoKeyIsMet")},
		{"after a stop nobody hears where one is", "ui/draw", "owner.Lend", "o.back()", "o.look()", by("ui/draw", "WhoWritesLines")},
		{"whoever judges by ear does not hear which key gives what", "ui/learning", "(*judge).Said", "l.Text(j.hint(), j.keysSaid())", "l.Text(j.hint())", by("ui/learning", "JudgingSays")},
		{"a board tells its numbers with every message", "ui/linear", "(*Watcher).Update", "w.speaker.Answer(said, false)", "w.speaker.Begin(said)", here("ABoard")},
		{"ACCESSIBLE=0 asks for it", "ui/theme", "Accessible", `value != "0"`, "true", by("ui/theme", "Accessible")},
		{"a dumb terminal is drawn on", "ui/theme", "Terminal.Lines", `strings.EqualFold(t.Term, "dumb")`, "false", by("ui/theme", "Accessible")},
	}
}
