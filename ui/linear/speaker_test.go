package linear_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/linear"
	"leerbalie/ui/say"
	"leerbalie/ui/text"
)

// words are those of the tests on made-up places.
func words() text.Words { return text.All().For("en") }

// list is a screen with rows, the cursor on one of them.
func list(at int, rows ...string) (l say.Lines) {
	l.Heading("screen:desk", "Desk")
	l.Text("Open")
	for i, row := range rows {
		l.Row("row"+row, i+1, i+1 == at, row)
	}
	l.Aside("beside " + rows[at-1])
	l.Help("not read")
	return l
}

// form is a dialog over the screen, with the keys in one of its entries.
func form(at int, entries ...say.Line) (l say.Lines) {
	l.Heading("screen:desk", "Desk")
	l.Heading("form", "New")
	for i, e := range entries {
		e.At = i == at
		l.Field(e)
	}
	return l
}

func typed(id, value string, caret int) say.Line {
	return say.Line{ID: id, Text: strings.ToUpper(id), Value: value, Typed: true, Caret: caret}
}

func choice(id string, on int, options ...string) say.Line {
	f := say.Line{ID: id, Text: strings.ToUpper(id), Option: on}
	for i, o := range options {
		f.Options = append(f.Options, say.Option{Text: o, On: i == on})
	}
	if on >= 0 {
		f.Value = options[on]
	}
	return f
}

// with is a place with more said there.
func with(l say.Lines, more func(*say.Lines)) say.Lines {
	l = append(say.Lines(nil), l...)
	more(&l)
	return l
}

func TestAKeySaysOnlyWhatItChanged(t *testing.T) {
	many := strings.Fields("a b c d e f g h i j k")
	note := func(id, text string) func(*say.Lines) { return func(l *say.Lines) { l.Note(id, text) } }
	field := form(0, typed("name", "An", 2), choice("theme", 1, "money", "care"))
	for name, c := range map[string]struct {
		before, after say.Lines
		want          string
	}{
		"the same":                  {list(1, "a", "b"), list(1, "a", "b"), ""},
		"a part of the same screen": {list(1, "a", "b"), with(list(1, "a", "b").Beside(), func(l *say.Lines) { l.Heading("details", "About a"); l.Text("waits") }), "About a\nwaits\n"},
		"a search above a list":     {list(1, "a"), with(list(1, "a"), func(l *say.Lines) { l.Field(say.Line{ID: "search", Text: "search", Typed: true, At: true}) }), "search: "},
		"another row":               {list(1, "a", "b"), list(2, "a", "b"), "2. b\n"},
		"another text":              {list(1, "a", "b"), with(list(1, "a", "b"), func(l *say.Lines) { l.Text("closed") }), "closed\n"},
		"fewer rows":                {list(1, "a", "b", "c"), list(1, "a", "b"), "2 rows.\n"},
		"a note":                    {list(1, "a"), with(list(1, "a"), note("toast 1", "done")), "done\n"},
		"a note that stays":         {with(list(1, "a"), note("x", "stays")), with(list(1, "a"), note("x", "stays")), ""},
		"a note that goes":          {with(list(1, "a"), note("x", "stays")), list(1, "a"), ""},
		"a note that counts":        {with(list(1, "a"), note("x", "wait 9 s")), with(list(1, "a"), note("x", "wait 8 s")), ""},
		"a note in other words":     {with(list(1, "a"), note("x", "wrong")), with(list(1, "a"), note("x", "still wrong")), "still wrong\n"},
		"a form":                    {list(1, "a"), field, "New\nNAME, 1 of 2: An"},
		"back from a form":          {field, list(1, "a"), "Desk\nOpen\n1. a\n"},
		"the next entry":            {field, form(1, typed("name", "An", 2), choice("theme", 1, "money", "care")), "THEME, 2 of 2: care\n1 money, 2 care\n"},
		"an entry with nothing":     {field, form(1, typed("name", "An", 2), choice("theme", -1, "money", "care")), "THEME, 2 of 2: nothing chosen\n1 money, 2 care\n"},
		"another answer":            {form(0, choice("theme", 1, "money", "care")), form(0, choice("theme", 0, "money", "care")), "THEME: money\n"},
		"a list with many rows":     {field, list(3, many...), "Desk\nOpen\n11 rows.\nA number and Enter goes to a row, Ctrl+L reads all of them.\n3. c\n"},
		"a text that went":          {with(list(1, "a"), func(l *say.Lines) { l.Text("closed") }), list(1, "a"), ""},
		"what stands beside":        {list(1, "a"), with(list(1, "a"), func(l *say.Lines) { l.Aside("more") }), ""},
		"advice":                    {list(1, "a"), with(list(1, "a"), func(l *say.Lines) { l.Help("more") }), ""},
		"a row that was altered":    {list(1, "a"), func() say.Lines { l := list(1, "a"); l[2].Text = "b"; return l }(), "1. b\n"},
		"a row altered, with a word of it": {list(1, "a", "b"), func() say.Lines {
			l := list(2, "a", "b")
			l[2].Text = "x"
			l.Note("mark", "a: x")
			return l
		}(), "a: x\n2. b\n"},
		"a row altered and left": {list(1, "a", "b"), func() say.Lines { l := list(2, "a", "b"); l[2].Text = "x"; return l }(), "1. x\n2. b\n"},
	} {
		t.Run(name, func(t *testing.T) {
			s := linear.Speaker{Words: words()}
			s.Begin(c.before)
			if got := plain(s.Answer(c.after, false)); got != c.want && got != "\n"+c.want {
				t.Errorf("said %q, want %q", got, c.want)
			}
		})
	}
}

// plain is what was written, with plain ends of lines.
func plain(written string) string { return strings.ReplaceAll(written, "\r\n", "\n") }

// TestLettersAreEchoed types in a field and looks at each byte: what is added is written, what is taken away is wiped, and the cursor
// moves by backspaces and by what it goes over.
func TestLettersAreEchoed(t *testing.T) {
	s := linear.Speaker{Words: words()}
	at := func(value string, caret int) say.Lines { return form(0, typed("name", value, caret)) }
	if got := s.Begin(at("", 0)); got != "Desk\r\nNew\r\nNAME: " {
		t.Fatalf("began with %q", got)
	}
	for _, c := range []struct {
		value string
		caret int
		want  string
	}{
		{"A", 1, "A"}, {"Ann", 3, "nn"}, {"An", 2, "\b \b"}, {"An", 1, "\b"}, {"Aan", 2, "an\b"}, {"Aan", 3, "n"}, {"Aa", 2, "\b \b"},
		{"Aan de b", 8, "n de b"}, {"Aan ", 4, "\r\nAan "}, {"", 0, "\r\n"}, {"日本", 2, "日本"}, {"日", 1, "\b\b  \b\b"}, {"日", 0, "\b\b"}, {"x日", 1, "x日\b\b"},
	} {
		if got := s.Answer(at(c.value, c.caret), true); got != c.want {
			t.Errorf("%q with the cursor at %d: wrote %q, want %q", c.value, c.caret, got, c.want)
		}
	}
}

// TestALongLineIsWrittenInPart: of a line that is wider than a window, a key in its middle writes what stands around the cursor, and what
// comes by itself writes nothing of it.
func TestALongLineIsWrittenInPart(t *testing.T) {
	s := linear.Speaker{Words: words()}
	long := strings.Repeat("日x ", 1000)
	at := func(value string, caret int) say.Lines { return form(0, typed("name", value, caret)) }
	s.Begin(at(long, 3000))
	for _, c := range []struct {
		value string
		caret int
		has   string
	}{
		{long, 2999, "\b"}, {long, 2998, "日x 日x \b\b"}, {long[:len(long)-2] + "yx ", 2999, "yx \b\b"}, {long, 1500, "\r\n"}, {long, 3000, "日x "}, {long + "z", 3001, "z"}, {long, 3000, "日x "},
	} {
		got := s.Answer(at(c.value, c.caret), true)
		if !strings.Contains(got, c.has) || len(got) > 200 {
			t.Errorf("the cursor at %d: wrote %d bytes, %q, want %q", c.caret, len(got), got, c.has)
		}
		if got := s.Beside(at(c.value, c.caret)); got != "" {
			t.Errorf("by itself: %q", got)
		}
	}
}

func TestSeveralLinesAreTyped(t *testing.T) {
	s := linear.Speaker{Words: words()}
	at := func(value string, caret int) say.Lines { return form(0, typed("text", value, caret)) }
	s.Begin(at("one", 3))
	for _, c := range []struct {
		value string
		caret int
		want  string
	}{
		{"one\n", 4, "\r\n"}, {"one\nt", 5, "t"}, {"one\nt", 1, "\r\none\b\b"}, {"one\nt", 5, "\r\nt"}, {"one\n", 4, "\b \b"},
		{"one\nsix\ntwo\nlast", 16, "six\r\ntwo\r\nlast"}, {"one\nsix\ntwo\nl\nast", 14, "\r\nl\r\nast\b\b\b"},
	} {
		if got := s.Answer(at(c.value, c.caret), true); got != c.want {
			t.Errorf("%q: wrote %q, want %q", c.value, got, c.want)
		}
	}
}

// TestASecretIsNotTold types a PIN: no letter of it, and how much of it there is in words.
func TestASecretIsNotTold(t *testing.T) {
	s := linear.Speaker{Words: words()}
	at := func(n int) say.Lines {
		return form(0, say.Line{ID: "pin", Text: "PIN", Value: strings.Repeat("*", n), Caret: n, Typed: true, Hidden: true})
	}
	all := s.Begin(at(0)) + s.Answer(at(1), true) + s.Answer(at(2), true)
	if want := "Desk\r\nNew\r\nPIN: **"; all != want {
		t.Errorf("wrote %q, want %q", all, want)
	}
	if got := s.All(at(2)); !strings.Contains(got, "2 characters typed\r\nPIN: **") {
		t.Errorf("all: %q", got)
	}
}

// TestAFaultIsTold says what is wrong and asks again.
func TestAFaultIsTold(t *testing.T) {
	s := linear.Speaker{Words: words()}
	f := typed("age", "x", 1)
	s.Begin(form(0, f))
	f.Fault = "A number, please."
	if got := s.Answer(form(0, f), false); got != "\r\nA number, please.\r\nAGE: x" {
		t.Errorf("wrote %q", got)
	}
}

// TestWhatComesByItself tells notes and other places, never rows, and lets one type on.
func TestWhatComesByItself(t *testing.T) {
	s := linear.Speaker{Words: words()}
	s.Begin(form(0, typed("name", "An", 2)))
	noted := with(form(0, typed("name", "An", 2)), func(l *say.Lines) { l.Note("toast 1", "A message.") })
	if got := s.Beside(noted); got != "\r\nA message.\r\nNAME: An" {
		t.Errorf("wrote %q", got)
	}
	s = linear.Speaker{Words: words()}
	s.Begin(list(1, "a", "b"))
	if got := s.Beside(list(2, "x", "y", "z")); got != "" {
		t.Errorf("others' rows: %q", got)
	}
	if got := s.Answer(list(2, "x", "y", "z"), false); got != "" {
		t.Errorf("a key that changed nothing, after them: %q", got)
	}
	if got := s.Beside(form(0, typed("pin", "", 0))); got != "New\r\nPIN: " {
		t.Errorf("another place: %q", got)
	}
}

// TestTypingIsNotBroken tells what letters changed beside their field once the typing rests.
func TestTypingIsNotBroken(t *testing.T) {
	s := linear.Speaker{Words: words()}
	search := func(value string, rows ...string) say.Lines {
		l := list(1, rows...)
		l.Field(say.Line{ID: "search", Text: "search", Value: value, Caret: len(value), Typed: true, Numbers: true, At: true})
		return l
	}
	s.Begin(search("", "a", "b", "c"))
	if got := s.Answer(search("b", "b"), true); got != "b" {
		t.Errorf("a letter: %q", got)
	}
	if !s.Owed() {
		t.Error("nothing is owed")
	}
	if got := s.Rest(search("b", "b")); got != "\r\n1 row.\r\n1. b\r\nsearch: b" {
		t.Errorf("then: %q", got)
	}
	if got := s.Rest(search("b", "b")); got != "" {
		t.Errorf("once more: %q", got)
	}
}

func TestLongWorkIsToldByQuarters(t *testing.T) {
	s := linear.Speaker{Words: words()}
	at := func(percent int) say.Lines {
		return with(form(0), func(l *say.Lines) { l.Progress("work", "Reading", percent) })
	}
	s.Begin(form(0))
	var all []string
	for _, percent := range []int{0, 3, 24, 26, 27, 50, 51, 80, 99, 100} {
		if got := s.Meanwhile(at(percent), false); got != "" {
			all = append(all, strings.TrimSpace(got))
		}
	}
	if got := strings.Join(all, "|"); got != "Reading: 25 percent|Reading: 50 percent|Reading: 75 percent" {
		t.Errorf("told %q", got)
	}
}

func TestAllIsToldWhenAsked(t *testing.T) {
	s := linear.Speaker{Words: words()}
	s.Begin(list(2, "a", "b"))
	if got := plain(s.All(list(2, "a", "b"))); got != "Desk\nOpen\n1. a\n2. b\nYou are at 2. b\n" {
		t.Errorf("said %q", got)
	}
	if got := plain(s.Back(list(2, "a", "b"))); got != "Desk\n2. b\n" {
		t.Errorf("after another program: %q", got)
	}
	if got := plain(s.Asides(list(2, "a", "b"))); got != "beside b\n" {
		t.Errorf("beside: %q", got)
	}
	if got := plain(s.All(form(1, typed("name", "An", 2), choice("theme", 1, "money", "care")))); got != "Desk\nNew\nNAME: An\nTHEME, 2 of 2: care\n1 money, 2 care\n" {
		t.Errorf("a form: %q", got)
	}
}

// TestManyAnswers says of each answer whether it is chosen.
func TestManyAnswers(t *testing.T) {
	s := linear.Speaker{Words: words()}
	at := func(option int, on bool) say.Lines {
		f := choice("ways", -1, "phone", "desk")
		f.Many, f.Option, f.Options[1].On = true, option, on
		return form(0, f)
	}
	s.Begin(at(0, false))
	if got := s.Answer(at(1, false), false); got != "desk: no\r\n" {
		t.Errorf("the next: %q", got)
	}
	if got := s.Answer(at(1, true), false); got != "desk: yes\r\n" {
		t.Errorf("chosen: %q", got)
	}
}

// TestHowThingsStandIsNotAKeysDoing reads counters on coming to a place, and not again; a thing is read once, however its words change.
func TestHowThingsStandIsNotAKeysDoing(t *testing.T) {
	s := linear.Speaker{Words: words()}
	at := func(waiting, about string, more ...string) say.Lines {
		l := list(1, "a")
		l.State(waiting)
		l.Item("7", "number 7, "+about)
		l.Text(more...)
		return l
	}
	if got := plain(s.Begin(at("1 waits", "5 minutes"))); got != "Desk\nOpen\n1. a\n1 waits\nnumber 7, 5 minutes\n" {
		t.Errorf("at first: %q", got)
	}
	if got := plain(s.Answer(at("2 wait", "4 minutes", "said"), false)); got != "said\n" {
		t.Errorf("then: %q", got)
	}
}

// shown is a model without keys that says what it holds.
type shown struct{ said say.Lines }

func (s *shown) Init() tea.Cmd                       { return nil }
func (s *shown) Update(tea.Msg) (tea.Model, tea.Cmd) { return s, nil }
func (s *shown) View() string                        { return "drawn" }
func (s *shown) Said() say.Lines                     { return s.said }

// TestABoardTellsItsNumbersOnce watches a model without keys.
func TestABoardTellsItsNumbersOnce(t *testing.T) {
	var out strings.Builder
	board := &shown{}
	w := linear.Watch(board, words())
	w.To(&out)
	w.Init()
	w.Update(nil)
	board.said.Heading("board", "West")
	board.said.Item("7", "7, about 5 minutes")
	w.Update(nil)
	w.Update(nil)
	board.said[1].Text = "7, about 4 minutes"
	board.said.Note("called 6", "called: 6")
	w.Update(nil)
	w.Update(nil)
	if got := plain(out.String()) + w.View(); got != "West\n7, about 5 minutes\ncalled: 6\n" {
		t.Errorf("told %q", got)
	}
}

// TestNoWordIsLostOnTheWay has one note come after another while a key is being carried out.
func TestNoWordIsLostOnTheWay(t *testing.T) {
	s := linear.Speaker{Words: words()}
	noted := func(id string) say.Lines { return with(list(1, "a"), func(l *say.Lines) { l.Note(id, "note "+id) }) }
	s.Begin(list(1, "a"))
	told := s.Meanwhile(noted("1"), false) + s.Meanwhile(noted("2"), false) + s.Answer(noted("3"), false) + s.Answer(noted("3"), false)
	if want := "note 1\nnote 2\nnote 3\n"; plain(told) != want {
		t.Errorf("told %q, want %q", told, want)
	}
}
