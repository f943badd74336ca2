package inbox

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk/notice"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// list is the dialog with the messages. One that comes while it is open stands in it at once; the cursor stays on its message.
type list struct {
	*Inbox
	on journal.Stamp // the message that the cursor is on; zero: the first
	at int           // where that stood when it was looked for last

	fault string // why it could not be written down that a message was seen; until the next key
}

// Keys gives the keys of the list that are its own.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done in the list.
func actions() screen.Actions[*list] {
	some := func(d *list) bool { return len(d.waiting) > 0 }
	return screen.Actions[*list]{
		{ID: keys.Choose, When: some, Do: (*list).choose},
		{ID: key.Seen, Scope: "desk-inbox", Keys: []string{" "}, Word: "key.desk.seen", When: some, Do: (*list).seen},
		{ID: keys.Cancel, Do: func(d *list) tea.Cmd { return d.Host.Show(nil) }},
	}
}

// cursor is the place of the message that the cursor is on; where that has gone, of the one that took its place.
func (d *list) cursor() int {
	for i := range d.waiting {
		if d.waiting[i].Stamp == d.on {
			d.at = i
			return i
		}
	}
	d.goTo(d.at)
	return d.at
}

// goTo puts the cursor on the message at a place, or on the nearest there is.
func (d *list) goTo(at int) {
	if d.at = max(min(at, len(d.waiting)-1), 0); d.at < len(d.waiting) {
		d.on = d.waiting[d.at].Stamp
	}
}

// Update takes a key press.
func (d *list) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	d.fault = ""
	if cmd, took := actions().Press(h.Env.Keys, d, msg); took {
		return cmd
	}
	if rows, ok := h.Env.Keys.Steps(msg, len(d.waiting)+1); ok {
		d.goTo(d.cursor() + rows)
	}
	return nil
}

// choose goes to the request of the message that the cursor is on.
func (d *list) choose() tea.Cmd {
	id := d.waiting[d.cursor()].About.ID
	return tea.Batch(d.Host.Show(nil), d.open(id))
}

// seen takes the messages about the request that the cursor is on from the list; the list goes with the last.
func (d *list) seen() tea.Cmd {
	id := d.waiting[d.cursor()].About.ID
	return d.Host.Perform(dialog.Deed{Act: dialog.Doing(notice.SeeMessages{ID: id}), Then: func(model.Receipt) tea.Cmd {
		d.see(id)
		if len(d.waiting) > 0 {
			return d.Host.Show(d)
		}
		return nil
	}})
}

// View draws the list: of each message from whom and when, the request, and the words.
func (d *list) View(h *dialog.Host, width, height int) []string {
	w, th := h.Env.Words, h.Env.Theme
	width = min(width, 96)
	inner := width - 4
	foot := th.Faint.On(cell.Cut(d.hint(), inner))
	if d.fault != "" {
		foot = th.Now.On(theme.WarnSign + " " + cell.Cut(d.fault, inner-2))
	}
	if len(d.waiting) == 0 {
		return widget.Box(th, w.Say("messages.title"), []string{w.Say("messages.none"), foot}, width)
	}
	at := d.cursor()
	var lines []string
	from, to := 0, 0 // the lines of the message that the cursor is on
	for i, m := range d.waiting {
		if i > 0 {
			lines = append(lines, "")
		}
		if i == at {
			from = len(lines)
		}
		lines = append(lines, d.message(m, inner, i == at)...)
		if i == at {
			to = len(lines)
		}
	}
	room := max(height-3, 1)
	top := max(min(from, len(lines)-room), to-room, 0)
	if to <= room {
		top = 0
	}
	return widget.Box(th, w.Say("messages.title"), append(lines[top:min(top+room, len(lines)):len(lines)], foot), width)
}

// message is the lines of one message.
func (d *list) message(m notice.Notice, inner int, on bool) []string {
	w, th := d.Env.Words, d.Env.Theme
	summary, from, words := d.words(m)
	head := cell.Ends(m.About.Number+"  "+cell.Safe(summary, inner), w.Say("status."+string(m.About.Status)), inner-2)
	if on {
		head = th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + head)
	} else {
		head = "  " + head
	}
	lines := []string{head, "  " + th.Faint.On(cell.Cut(from, inner-2))}
	for _, line := range cell.Wrap(words, inner-2, 3) {
		lines = append(lines, "  "+line)
	}
	return lines
}

// words are what the request of a message asks, from whom the message is and when, and its words.
func (d *list) words(m notice.Notice) (summary, from, words string) {
	w := d.Env.Words
	if summary = m.About.Summary; summary == "" {
		summary = w.Say("request.erased")
	}
	from = w.Say("notice."+string(m.Kind), "who", cell.Safe(d.Name(m.By), 60), "when", d.Env.When(m.At))
	words = m.Text
	if n := len(m.With); n > 0 {
		words = strings.TrimSpace(words + " " + w.Count("messages.with", n))
	}
	return summary, from, words
}

// hint says what the keys do.
func (d *list) hint() string {
	return d.Env.Words.Say("messages.hint", "open", d.Env.Keys.Label(keys.Choose), "seen", d.Env.Keys.Label(key.Seen))
}

// Said gives the messages: the request, from whom and when, and the words.
func (d *list) Said(*dialog.Host) (l say.Lines) {
	w := d.Env.Words
	l.Heading("messages", w.Say("messages.title"))
	if len(d.waiting) == 0 {
		l.Text(w.Say("messages.none"))
	}
	for i, at := 0, d.cursor(); i < len(d.waiting); i++ {
		m := d.waiting[i]
		summary, from, words := d.words(m)
		l.Row(fmt.Sprint(m.Stamp), i+1, i == at, say.Join(m.About.Number, summary, from, words, w.Say("status."+string(m.About.Status))))
	}
	if d.fault != "" {
		l.Note("fault", w.Say("say.warning")+": "+d.fault)
	}
	l.Help(d.hint())
	return l
}

// Refused says why it cannot be written down that a message was seen.
func (d *list) Refused(h *dialog.Host, err error) { d.fault = h.Env.Words.Error(err) }

// OneByOne says that each key means something by itself.
func (d *list) OneByOne() {}

// Keys gives what can be done now.
func (d *list) Keys() []keys.ID { return actions().Now(d) }
