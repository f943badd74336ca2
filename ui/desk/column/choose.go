package column

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Ask is what the dialog has to know of the list.
type Ask struct {
	Title  string
	List   desk.QueueView
	Layout Layout
	May    func(Layout) bool // it can be sorted so
	WhyNot string            // what is said where it cannot
	Note   string            // what stands below the columns, such as why the sort that was chosen does not show; "" for nothing
	Keep   func(Layout) tea.Cmd
}

// choosing is the dialog: all columns, those that show first and in their order.
type choosing struct {
	Ask
	wording *wording.Wording
	names   []string // all, in the order in which they stand
	on      map[string]bool
	sorted  Layout
	at, top int
	said    string // what could not be, until the next key
}

// Choose lets somebody choose the columns of a list, their order, and what the rows are sorted by.
func Choose(h *dialog.Host, w *wording.Wording, ask Ask) tea.Cmd {
	d := &choosing{Ask: ask, wording: w, sorted: ask.Layout}
	d.show(ask.Layout.Shown(ask.List))
	return h.Show(d)
}

// show lists some columns as those that show, and the others behind them.
func (d *choosing) show(names []string) {
	d.names, d.on = slices.Clone(names), map[string]bool{}
	for _, name := range names {
		d.on[name] = true
	}
	for _, name := range All() {
		if !d.on[name] {
			d.names = append(d.names, name)
		}
	}
}

// layout is what was chosen; the columns of the list where they are as they come.
func (d *choosing) layout() Layout {
	l := Layout{Sort: d.sorted.Sort, Back: d.sorted.Back}
	if own := Own(d.List); l.Sort == own.Sort && l.Back == own.Back {
		l.Sort = ""
	}
	for _, name := range d.names {
		if d.on[name] {
			l.Columns = append(l.Columns, name)
		}
	}
	if slices.Equal(l.Columns, Standard(d.List)) {
		l.Columns = nil
	}
	return l
}

func (d *choosing) name() string { return d.names[d.at] }

// tick lets the column that the cursor is on show, or not.
func (d *choosing) tick() tea.Cmd {
	if d.name() == Summary {
		return screen.Say(screen.Note, d.wording.Env.Words.Say("columns.always"))
	}
	d.on[d.name()] = !d.on[d.name()]
	return nil
}

func (d *choosing) canRise() bool { return d.at > 0 }
func (d *choosing) canSink() bool { return d.at+1 < len(d.names) }

func (d *choosing) rise() tea.Cmd { return d.move(-1) }
func (d *choosing) sink() tea.Cmd { return d.move(1) }

// move takes the column that the cursor is on a place further.
func (d *choosing) move(n int) tea.Cmd {
	to := d.at + n
	d.names[d.at], d.names[to] = d.names[to], d.names[d.at]
	d.at = to
	return nil
}

func (d *choosing) maySort() bool { return d.May(Layout{Sort: d.name()}) }

func (d *choosing) whyNoSort() string {
	d.said = d.WhyNot
	return d.WhyNot
}

// sort sorts by the column that the cursor is on, then the other way round, then as the list comes.
func (d *choosing) sort() tea.Cmd {
	switch {
	case d.sorted.Sort != d.name():
		d.sorted = Layout{Sort: d.name()}
	case !d.sorted.Back && d.May(Layout{Sort: d.name(), Back: true}):
		d.sorted.Back = true
	default:
		d.sorted = Layout{}
	}
	return nil
}

func (d *choosing) altered() bool { return !d.layout().IsZero() }

// standard goes back to the list as it comes.
func (d *choosing) standard() tea.Cmd {
	d.sorted = Layout{}
	d.show(Standard(d.List))
	return nil
}

// Update takes a key press.
func (d *choosing) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	d.said = ""
	set := h.Env.Keys
	switch {
	case set.Is(msg, keys.Cancel):
		return h.Shut()
	case set.Is(msg, keys.Accept, keys.Save):
		cmd := h.Shut()
		return tea.Batch(cmd, d.Keep(d.layout()))
	}
	if cmd, took := actions().Press(set, d, msg); took {
		return cmd
	}
	if steps, ok := set.Steps(msg, 10); ok {
		d.at = max(min(d.at+steps, len(d.names)-1), 0)
	}
	return nil
}

// OneByOne says that each key means something by itself.
func (d *choosing) OneByOne() {}

// line draws a column: whether it shows, what it is called, and the sort.
func (d *choosing) line(i, width int) string {
	w, name := d.wording.Env.Words, d.names[i]
	mark := "[ ] "
	if d.on[name] {
		mark = "[x] "
	}
	return cell.Ends(mark+w.Say("columns."+name), d.sorting(name), width)
}

// sorting says of a column how the rows are sorted by it, "" where they are not.
func (d *choosing) sorting(name string) string {
	switch own := Own(d.List); {
	case d.sorted.Sort == name:
		return Sorting(d.sorted, d.wording)
	case d.sorted.Sort == "" && own.Sort == name:
		return d.wording.Env.Words.Say("columns.own-order")
	}
	return ""
}

// told is what stands below the columns: what could not be, or what there is to know.
func (d *choosing) told() string {
	switch {
	case d.said != "":
		return d.said
	case d.name() == Resident:
		return d.wording.Env.Words.Say("columns.resident.hint")
	}
	return d.Note
}

// Sorting says what a list is sorted by in words: the newest first, from A to Z.
func Sorting(l Layout, w *wording.Wording) string {
	way := "down"
	if l.Rising() {
		way = "up"
	}
	kind := "text"
	switch l.Sort {
	case Urgency, Wait, Status, Minutes, Number:
		kind = l.Sort
	case Created, Closed, When:
		kind = "moment"
	}
	return Sign(l) + " " + w.Env.Words.Say("columns.sorted."+kind+"."+way)
}

// Sign is the sign of a sort: up where the values go up from row to row.
func Sign(l Layout) string {
	if l.Rising() {
		return theme.UpSign
	}
	return theme.DownSign
}

// View draws the dialog.
func (d *choosing) View(h *dialog.Host, width, height int) []string {
	th := h.Env.Theme
	width = min(width, 76)
	inner := width - 4
	foot := cell.Wrap(d.told(), inner, 3)
	for i := range foot {
		foot[i] = th.Today.On(foot[i])
	}
	room := max(min(height-2-len(foot), len(d.names)), 1)
	d.top = max(min(d.top, d.at), d.at-room+1, 0)
	var lines []string
	for i := d.top; i < min(d.top+room, len(d.names)); i++ {
		if i == d.at {
			lines = append(lines, th.Cursor.Over(th.Info.On(theme.CursorSign)+" "+d.line(i, inner-2)))
		} else {
			lines = append(lines, "  "+d.line(i, inner-2))
		}
	}
	return widget.Box(th, strings.TrimSpace(d.Title), append(lines, foot...), width)
}

// Said gives the columns: whether each shows, and what the rows are sorted by.
func (d *choosing) Said(h *dialog.Host) (l say.Lines) {
	w := h.Env.Words
	l.Heading("columns", d.Title)
	for i, name := range d.names {
		l.Row(name, i+1, i == d.at, say.Join(w.Say("columns."+name), h.Env.SaidTick(d.on[name]), d.sorting(name)))
	}
	l.Text(d.told())
	return l
}

// Refused does nothing: nothing is written from here.
func (d *choosing) Refused(*dialog.Host, error) {}

// Keys gives the keys of the dialog.
func (d *choosing) Keys() []keys.ID {
	return append(actions().Now(d, key.ColumnShow, key.ColumnUp, key.ColumnDown, key.ColumnSort), keys.Accept, keys.Cancel)
}
