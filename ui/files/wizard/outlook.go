package wizard

import (
	"slices"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// outlook is the step that shows what will happen, of a file that was tried: a table of counts, each row that is refused with the
// reason, and what else is to be known.
type outlook struct {
	z       *Wizard
	report  transfer.Report
	counts  []count
	text    dialog.Lines // below the counts
	top     int
	shownAt int // the width for which lines were made
	lines   []string
}

// count is a row of the table: how many, of what.
type count struct {
	n     string
	what  string
	warns bool
}

// What remarks count that the table has.
const (
	residentsNew   = "import.residents-new"
	residentsKnown = "import.residents-known"
)

func newOutlook(z *Wizard, r transfer.Report) *outlook {
	o := &outlook{z: z, report: r}
	w := z.Host.Env.Words
	o.counts = countsOf(w, z.what, r, z.Host.Env.Zone)
	if len(r.Refused) > 0 {
		for _, refusal := range r.Refused {
			o.text.Text = append(o.text.Text, theme.WarnSign+" "+w.Say("files.import.row", "row", strconv.Itoa(refusal.Row), "why", dialog.Why(w, refusal.Err)))
		}
	}
	below := slices.DeleteFunc(slices.Clone(r.Remarks), func(m transfer.Remark) bool { return m.Msg == residentsNew || m.Msg == residentsKnown })
	if remarks := dialog.Remarks(w, below); len(remarks) > 0 {
		if len(o.text.Text) > 0 {
			o.text.Text = append(o.text.Text, "")
		}
		for _, m := range remarks {
			o.text.Text = append(o.text.Text, theme.Dot+" "+m)
		}
	}
	return o
}

// countsOf is the table of what will happen.
func countsOf(w text.Words, what transfer.What, r transfer.Report, zone *time.Location) (out []count) {
	add := func(n int, id string, warns bool, args ...any) {
		out = append(out, count{strconv.Itoa(n), w.Count("files.will."+id, n, args...), warns})
	}
	some := func(n int, id string) {
		if n > 0 {
			add(n, id, false)
		}
	}
	t := r.Tally
	switch {
	case what == transfer.Students && t.New < r.Imported && t.New > 0:
		add(t.New, "students", false)
		add(r.Imported-t.New, "altered", false)
	case what == transfer.Students && t.New == 0 && r.Imported > 0:
		add(r.Imported, "altered", false)
	case what == transfer.Students:
		add(r.Imported, "students", false)
	default:
		add(r.Imported, "requests", false)
	}
	add(len(r.Refused), "refused", len(r.Refused) > 0)
	some(r.Unchanged, "unchanged")
	some(r.Count(residentsNew), "residents")
	some(r.Count(residentsKnown), "known")
	some(t.Closed, "closed")
	some(t.Minutes, "minutes")
	some(t.Referrals, "referrals")
	if !t.First.IsZero() {
		in := func(at time.Time) string {
			if zone != nil {
				at = at.In(zone)
			}
			return text.Day(at)
		}
		out = append(out, count{"", w.Say("files.will.between", "first", in(t.First), "last", in(t.Last)), false})
	}
	return out
}

// head says in one sentence whether anything comes of it.
func (o *outlook) head() string {
	w := o.z.Host.Env.Words
	switch r := o.report; {
	case r.Imported > 0:
		return w.Count("files.tried", r.Read, "good", r.Imported)
	case r.Read == 0:
		return w.Say("files.tried.empty")
	case r.Unchanged > 0 && len(r.Refused) == 0:
		return w.Say("files.tried.known")
	}
	return w.Say("files.tried.nothing")
}

// good tells whether there is anything to bring in.
func (o *outlook) good() bool { return o.report.Imported > 0 }

// Update takes a key press.
func (o *outlook) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	set := h.Env.Keys
	switch steps, moves := set.Steps(msg, 10); {
	case o.good() && set.Is(msg, Really):
		return o.z.really()
	case set.Is(msg, keys.Back):
		return h.Show(o.z.before())
	case moves:
		o.top = max(o.top+steps, 0) // View knows where the end is
	}
	return nil
}

// rows draws the counts and what stands below them.
func (o *outlook) rows(th theme.Theme, width int) []string {
	if o.shownAt == width && o.lines != nil {
		return o.lines
	}
	o.lines, o.shownAt = nil, width
	wide := 2
	for _, c := range o.counts {
		wide = max(wide, cell.Width(c.n))
	}
	for _, c := range o.counts {
		line := cell.Right(c.n, wide) + "  " + cell.Cut(c.what, width-wide-2)
		if c.warns {
			line = th.Now.On(line)
		}
		o.lines = append(o.lines, line)
	}
	if len(o.text.Text) > 0 {
		o.lines = append(append(o.lines, ""), o.text.Wrapped(width)...)
	}
	return o.lines
}

// View draws the table and the lines that fit.
func (o *outlook) View(h *dialog.Host, width, height int) []string {
	th, w := h.Env.Theme, h.Env.Words
	width = min(width-2, 96)
	inner := width - 4
	sign, paint := theme.DoneSign, th.Good
	if !o.good() {
		sign, paint = theme.WarnSign, th.Now
	}
	var out []string
	for i, line := range cell.Wrap(o.head(), inner-2, 3) {
		lead := "  "
		if i == 0 {
			lead = sign + " "
		}
		out = append(out, paint.On(lead+line))
	}
	if o.good() {
		out = append(out, th.Info.On(cell.Cut(w.Say("files.import.really", "key", h.Env.Keys.Label(Really)), inner)))
	}
	gap := []string{""}
	if height < roomy {
		gap = nil
	}
	out = append(out, gap...)
	lines := o.rows(th, inner)
	room := max(height-len(out)-len(gap)-3, 1)
	o.top = max(min(o.top, len(lines)-room), 0)
	end := min(o.top+room, len(lines))
	out = append(out, lines[o.top:end]...)
	foot := o.foot()
	if len(lines) > room {
		foot = w.Say("files.lines", "from", strconv.Itoa(o.top+1), "to", strconv.Itoa(end), "of", strconv.Itoa(len(lines))) + " " + theme.Dot + " " + foot
	}
	return widget.Box(th, o.title(), append(append(out, gap...), th.Faint.On(cell.Cut(foot, inner))), width)
}

func (o *outlook) title() string {
	w := o.z.Host.Env.Words
	return w.Say("files.outlook", "name", cell.Short(cell.Safe(o.z.name(), 200), 40))
}

func (o *outlook) foot() string {
	id := "files.outlook.foot-file"
	if o.z.columns != nil {
		id = "files.outlook.foot"
	}
	return o.z.Host.Env.Words.Say(id, "key", o.z.Host.Env.Keys.Label(keys.Back))
}

// Said gives the table as sentences.
func (o *outlook) Said(h *dialog.Host) (l say.Lines) {
	w := h.Env.Words
	l.Heading("files.outlook", o.title())
	state := "say.done"
	if !o.good() {
		state = "say.warning"
	}
	l.Text(w.Say(state) + ": " + o.head())
	for _, c := range o.counts {
		l.Text(strings.TrimSpace(c.n + " " + c.what))
	}
	for _, line := range o.text.Text {
		l.Text(strings.TrimPrefix(strings.TrimPrefix(line, theme.WarnSign+" "), theme.Dot+" "))
	}
	if o.good() {
		l.Help(w.Say("files.import.really", "key", h.Env.Keys.Label(Really)))
	}
	l.Help(o.foot())
	return l
}

// Refused does nothing: nothing is sent from here.
func (o *outlook) Refused(*dialog.Host, error) {}

// Wheel moves the lines by n.
func (o *outlook) Wheel(n int) { o.top = max(o.top+n, 0) }

// Keys gives what keys do something now.
func (o *outlook) Keys() []keys.ID {
	out := []keys.ID{keys.Back, keys.Down, keys.Up, keys.PageDown, keys.PageUp}
	if o.good() {
		out = append([]keys.ID{Really}, out...)
	}
	return out
}

// Reads tells whether a dialog is the step that is only read: keys that work everywhere do there.
func Reads(d dialog.Dialog) bool {
	_, ok := d.(*outlook)
	return ok
}
