package wizard

import (
	"encoding/hex"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// columns is the step in which it is said what each column of a file becomes.
type columns struct {
	z       *Wizard
	survey  transfer.Survey
	rows    []column
	actions screen.Actions[*columns]
	at, top int
	height  int // rows that showed last
}

// column is one column of the file.
type column struct {
	transfer.Column
	first transfer.Column // as it was recognised
	own   bool            // somebody said here what it is
	twin  bool            // an earlier column has the same name, or it has none: nothing can be read from it
}

func newColumns(z *Wizard, s transfer.Survey) *columns {
	c := &columns{z: z, survey: s, actions: actions()}
	for i, col := range s.Settled().Columns {
		c.rows = append(c.rows, column{Column: col, first: col, twin: !s.Nameable(i)})
	}
	return c
}

// open shows the step, with what was said of this kind of file earlier and never sent.
func (c *columns) open() tea.Cmd {
	h := c.z.Host
	key, _, _ := c.Draft()
	left := h.Unsent(key)
	fields := c.survey.What.Fields()
	for at, field := range left {
		if i, err := strconv.Atoi(at); err == nil && i >= 0 && i < len(c.rows) && c.rows[i].fixed() == "" && (field == leftOut || slices.Contains(fields, field)) {
			c.rows[i].set(strings.TrimPrefix(field, leftOut))
		}
	}
	cmd := h.Show(c)
	if left != nil {
		cmd = tea.Batch(cmd, screen.Say(screen.Note, h.Env.Words.Say("files.columns.back")))
	}
	return cmd
}

// leftOut stands in a draft for a column that is left out: an empty answer is none.
const leftOut = "-"

// Draft is what was said of the columns here; it is kept for files with the same columns.
func (c *columns) Draft() (key string, about journal.ID, typed dialog.Fields) {
	for i := range c.rows {
		if c.rows[i].own {
			if typed == nil {
				typed = dialog.Fields{}
			}
			field := c.rows[i].Field
			if field == "" {
				field = leftOut
			}
			typed[strconv.Itoa(i)] = field
		}
	}
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(c.survey.What.Recalls() + "\x00" + strings.Join(c.survey.Headings(), "\x00")))
	return "columns/" + hex.EncodeToString(sum.Sum(nil)), about, typed
}

// fields is what the columns say: field → column.
func (c *columns) fields() map[string]string {
	s := c.survey
	s.Columns = nil
	for _, row := range c.rows {
		s.Columns = append(s.Columns, row.Column)
	}
	return s.Map()
}

// worthKeeping tells whether the next file with these columns would be read in another way than this one was.
func (c *columns) worthKeeping() bool {
	return len(c.fields()) > 0 && slices.ContainsFunc(c.rows, func(r column) bool {
		return r.own && r.Field != r.first.Field || r.Field != "" && r.By == transfer.ByContent
	})
}

// set says what a column becomes.
func (r *column) set(field string) {
	r.Field, r.own = field, field != r.first.Field
	if r.By = r.first.By; field == "" || r.own {
		r.By = transfer.Unrecognised
	}
}

// fixed is the id of why nobody says what a column becomes; "" where that can be said.
func (r *column) fixed() string {
	switch {
	case r.BSN:
		return "files.columns.bsn"
	case strings.TrimSpace(r.Name) == "":
		return "files.columns.untitled"
	case r.twin:
		return "files.columns.twin"
	}
	return ""
}

// Update takes a key press.
func (c *columns) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if steps, ok := stepsOf(msg, c.height); ok {
		c.at = max(min(c.at+steps, len(c.rows)-1), 0)
		return nil
	}
	if cmd, took := c.actions.Press(h.Env.Keys, c, msg); took {
		return cmd
	}
	if msg.Type == tea.KeyRunes && !msg.Alt && len(msg.Runes) > 0 && unicode.IsLetter(msg.Runes[0]) {
		if !c.alters() {
			return screen.Say(screen.Fault, c.whyNotAlter())
		}
		return c.pick(string(msg.Runes))
	}
	return nil
}

// stepsOf are the rows that a key moves; letters are none of them here, since they look for a field.
func stepsOf(msg tea.KeyMsg, height int) (int, bool) {
	switch msg.Type {
	case tea.KeyUp:
		return -1, true
	case tea.KeyDown:
		return 1, true
	case tea.KeyPgUp:
		return -max(height-1, 1), true
	case tea.KeyPgDown:
		return max(height-1, 1), true
	case tea.KeyHome:
		return -keys.Far, true
	case tea.KeyEnd:
		return keys.Far, true
	}
	return 0, false
}

// on is the column that the cursor is on.
func (c *columns) on() *column { return &c.rows[c.at] }

func (c *columns) alters() bool { return c.on().fixed() == "" }

func (c *columns) whyNotAlter() string {
	if why := c.on().fixed(); why != "" {
		return c.z.Host.Env.Words.Say(why)
	}
	return ""
}

func (c *columns) isTaken() bool { return c.on().Field != "" }

// turn gives the column the field that is n further; leaving it out is one of them.
func (c *columns) turn(n int) tea.Cmd {
	choices := append([]string{""}, c.survey.What.Fields()...)
	at := slices.Index(choices, c.on().Field)
	c.on().set(choices[(at+n+len(choices))%len(choices)])
	return c.z.Host.Typed()
}

func (c *columns) leave() tea.Cmd {
	c.on().set("")
	return c.z.Host.Typed()
}

func (c *columns) search() tea.Cmd { return c.pick("") }

// pick lets a field be looked for; what was typed already narrows the list.
func (c *columns) pick(typed string) tea.Cmd {
	h, w := c.z.Host, c.z.Host.Env.Words
	d := &dialog.Choice{Back: c, Picker: widget.Picker{Title: w.Say("files.columns.pick", "column", c.heading(c.at, 40)), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
	taken := c.taken()
	for _, field := range c.survey.What.Fields() {
		choice := widget.Choice{ID: field, Label: w.MapField(c.survey.What.Recalls(), field), Also: strings.ReplaceAll(field, "_", " ")}
		for _, i := range taken[field] {
			choice.Right = c.heading(i, 30)
		}
		d.Picker.Choices = append(d.Picker.Choices, choice)
	}
	d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: leftOut, Label: w.Say("files.col.left")})
	d.Picker.Search.Set(typed)
	d.Choose = func(id string) tea.Cmd {
		c.on().set(strings.TrimPrefix(id, leftOut))
		return h.Typed()
	}
	return h.Show(d)
}

// taken are the columns that become a field.
func (c *columns) taken() map[string][]int {
	out := map[string][]int{}
	for i := range c.rows {
		if field := c.rows[i].Field; field != "" {
			out[field] = append(out[field], i)
		}
	}
	return out
}

// wrong says what has to be put right before the file can be tried; "" for nothing.
func (c *columns) wrong() string {
	w, what, taken := c.z.Host.Env.Words, c.survey.What.Recalls(), c.taken()
	for _, field := range slices.Sorted(maps.Keys(taken)) {
		if in := taken[field]; len(in) > 1 {
			return w.Say("files.columns.twice", "field", w.MapField(what, field), "one", c.heading(in[0], 30), "other", c.heading(in[1], 30))
		}
	}
	for _, field := range needs(c.survey.What) {
		if len(taken[field]) > 0 {
			return ""
		}
	}
	return w.Say("files.columns.misses-"+what, "field", w.MapField(what, needs(c.survey.What)[0]))
}

func (c *columns) ready() bool { return c.wrong() == "" }

// whyNotReady says it in a toast as well, and goes to the column that it is about.
func (c *columns) whyNotReady() string {
	for _, in := range c.taken() {
		if len(in) > 1 {
			c.at = in[1]
		}
	}
	return c.wrong()
}

func (c *columns) try() tea.Cmd { return c.z.try() }

// mayBeOther tells whether the file can be taken for the other thing that can be brought in.
func (c *columns) mayBeOther() bool { return c.z.failed[c.opposite()] == nil }

func (c *columns) opposite() transfer.What {
	if c.survey.What == transfer.Students {
		return transfer.Requests
	}
	return transfer.Students
}

// other takes the file for the other thing.
func (c *columns) other() tea.Cmd { return c.z.taken(c.opposite()) }

// back goes to choosing a file; what was said here is kept.
func (c *columns) back() tea.Cmd { return c.z.Host.Show(c.z.file) }

// Refused does nothing: nothing is sent from here.
func (c *columns) Refused(*dialog.Host, error) {}

// Keys gives what keys do something now.
func (c *columns) Keys() []keys.ID { return c.actions.Now(c, Try, NextField, Search, LeaveOut, Other) }

// Wheel moves the cursor by n columns.
func (c *columns) Wheel(n int) { c.at = max(min(c.at+n, len(c.rows)-1), 0) }
