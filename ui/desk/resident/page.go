// Package resident is the page of a resident: contact data and everything that was asked, with the form of the data, and
// parting from one with whom the resident was merged.
package resident

import (
	"context"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/paths"
	"leerbalie/model/visits"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Residents opens pages. What it asks of the list is handed to it.
type Residents struct {
	Host     *dialog.Host
	Show     func(id journal.ID) tea.Cmd       // brings the cursor to a request
	CallBack func(row desk.RequestRow) tea.Cmd // promises one
	Altered  func(by journal.ID) string        // names whoever altered something last
}

// page is the page of a resident. That it was opened is noted in the journal.
type page struct {
	*Residents
	from     journal.ID // the request from which it was opened; zero: from a draft
	file     desk.ResidentFile
	merged   []desk.Resident // into this one
	walks    []paths.Path    // paths, those that run first
	arranged []arranged      // visits, those that go on
	was      string          // the name under which it was asked for, where that one was merged into this
	at       int             // the request the cursor is on
	again    screen.Tickets
}

// reading is what a page is read from: OpenResident notes it in the journal, ResidentAgain does not.
type reading func(ctx context.Context, id journal.ID) (desk.ResidentFile, error)

// contents is what a page shows.
type contents struct {
	file     desk.ResidentFile
	merged   []desk.Resident
	walks    []paths.Path
	arranged []arranged
	was      string
}

// read brings a page; of somebody who was merged into another, the page that shows everything.
func read(ctx context.Context, open reading, session *model.Session, id journal.ID, today time.Time) (c contents, err error) {
	if c.file, err = open(ctx, id); err != nil {
		return c, err
	}
	into, err := desk.ReadInto(ctx, session, c.file.Resident)
	if err != nil {
		return c, err
	}
	if !into.ID.IsZero() {
		c.was = c.file.Name
		if c.file, err = open(ctx, into.ID); err != nil {
			return c, err
		}
	}
	if c.merged, err = desk.ReadMergedResidents(ctx, session, c.file.ID); err != nil {
		return c, err
	}
	if c.walks, err = paths.ReadOf(ctx, session, c.file.ID); err != nil {
		return c, err
	}
	c.arranged, err = readArranged(ctx, session, c.file.ID, today)
	return c, err
}

// Open opens the page of a resident, or says why this person may not see it. from is the request that was looked at.
func (r *Residents) Open(id, from journal.ID) tea.Cmd {
	return r.open(id, from, func(*page) tea.Cmd { return nil })
}

// Edit opens the page of a resident with its form over it.
func (r *Residents) Edit(id journal.ID) tea.Cmd { return r.open(id, journal.ID{}, (*page).edit) }

func (r *Residents) open(id, from journal.ID, then func(*page) tea.Cmd) tea.Cmd {
	today := r.Host.Env.Today()
	return dialog.Look(r.Host, func(ctx context.Context, session *model.Session) (contents, error) {
		return read(ctx, func(ctx context.Context, id journal.ID) (desk.ResidentFile, error) {
			return desk.OpenResident(ctx, session, id)
		}, session, id, today)
	}, func(c contents) tea.Cmd {
		d := &page{Residents: r, from: from, file: c.file, merged: c.merged, walks: c.walks, arranged: c.arranged, was: c.was}
		for i, row := range d.file.Requests {
			if row.ID == from {
				d.at = i
			}
		}
		return tea.Batch(r.Host.Show(d), then(d))
	})
}

// Changed reads an open page anew where something changed that it may show.
func (r *Residents) Changed(c screen.Changed) tea.Cmd {
	d, ok := r.Host.Open().(*page)
	if !ok || !c.Has(desk.KindResident) && !c.Has(desk.KindRequest) && !c.Has(paths.KindPath) && !c.Has(visits.KindArrangement) {
		return nil
	}
	session, id, today := r.Host.Env.Session, d.file.ID, r.Host.Env.Today()
	return screen.Ask(r.Host.Env.Ctx, d.again.Next(), func(ctx context.Context) (contents, error) {
		return read(ctx, func(ctx context.Context, id journal.ID) (desk.ResidentFile, error) {
			return desk.ReadOpenedResident(ctx, session, id)
		}, session, id, today)
	})
}

// Answered takes in the page as it was read anew.
func (d *page) Answered(_ *dialog.Host, msg tea.Msg) (cmd tea.Cmd, took bool) {
	a, ok := msg.(screen.Answer[contents])
	if !ok || !d.again.Fits(a.Ticket) {
		return nil, false
	}
	if a.Err == nil {
		d.file, d.merged, d.walks, d.arranged = a.Value.file, a.Value.merged, a.Value.walks, a.Value.arranged
		d.at = max(min(d.at, len(d.file.Requests)-1), 0)
	}
	return nil, true
}

// Keys gives the keys of the page of a resident that are its own.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on the page of a resident. The key of parting is that of a request that went on in another.
func actions() screen.Actions[*page] {
	const scope = "desk-resident"
	asked := func(d *page) bool { return len(d.file.Requests) > 0 }
	return screen.Actions[*page]{
		{ID: keys.Choose, When: asked, Do: (*page).choose},
		{ID: key.CallBack, Scope: scope, Keys: []string{"b"}, Word: "key.desk.call-back", When: (*page).onOpen, Do: (*page).callBack, Why: (*page).whyNotOpen},
		{ID: key.EditResident, Scope: scope, Keys: []string{"e"}, Word: "key.desk.alter-resident", Do: (*page).edit},
		{ID: key.Story, Scope: scope, Keys: []string{"v"}, Word: "key.desk.resident-story", Do: (*page).story},
		{ID: key.Paths, Scope: scope, Keys: []string{"p"}, Word: "key.desk.resident-paths", Do: (*page).paths},
		{ID: key.SaveHeld, Scope: scope, Keys: []string{"w"}, Word: "key.desk.resident-save", Do: (*page).save},
		{ID: key.Looked, Scope: scope, Keys: []string{"o"}, Word: "key.desk.resident-looked", Do: (*page).looked},
		{ID: key.Part, When: func(d *page) bool { return len(d.merged) > 0 }, Do: (*page).part},
		{ID: keys.Cancel, Do: func(d *page) tea.Cmd { return d.Host.Show(nil) }},
	}
}

// Update takes a key press, or several that came in one read.
func (d *page) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if cmd, took := actions().Press(h.Env.Keys, d, msg); took {
		return cmd
	}
	if rows, ok := h.Env.Keys.Steps(msg, len(d.file.Requests)+1); ok {
		d.at = max(min(d.at+rows, len(d.file.Requests)-1), 0)
	}
	return nil
}

// choose brings the cursor of the list to the request that the cursor is on.
func (d *page) choose() tea.Cmd {
	return tea.Batch(d.Host.Show(nil), d.Show(d.file.Requests[d.at].ID))
}

// onOpen tells whether the cursor is on a request that is not closed.
func (d *page) onOpen() bool {
	return len(d.file.Requests) > 0 && d.file.Requests[d.at].Status != desk.StatusClosed
}

func (d *page) whyNotOpen() string {
	if len(d.file.Requests) == 0 {
		return ""
	}
	return d.Host.Env.Words.Say("error.request-closed", "number", d.file.Requests[d.at].Number)
}

// callBack promises to call about the request that the cursor is on.
func (d *page) callBack() tea.Cmd {
	return tea.Batch(d.Host.Show(nil), d.CallBack(d.file.Requests[d.at]))
}

// part lets one who was merged into this resident stand apart again.
func (d *page) part() tea.Cmd {
	w := d.Host.Env.Words
	list := &dialog.Choice{Picker: widget.Picker{Title: w.Say("resident.part", "name", cell.Safe(d.file.Name, 40)), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
	for i, r := range d.merged {
		list.Picker.Choices = append(list.Picker.Choices, widget.Choice{ID: strconv.Itoa(i), Label: cell.Safe(r.Name, 50), Right: cell.Safe(wording.Where(r), 40)})
	}
	list.Choose = func(id string) tea.Cmd {
		i, err := strconv.Atoi(id)
		if err != nil {
			return nil
		}
		apart := d.merged[i]
		return d.Host.Perform(dialog.Deed{Act: dialog.Doing(desk.MergeResident{ID: apart.ID}), Done: func(model.Receipt) tea.Cmd {
			return tea.Batch(d.Host.SayDone(w.Say("resident.parted", "name", cell.Safe(apart.Name, 40))), d.Host.Reload())
		}})
	}
	return d.Host.Show(list)
}

// Refused does nothing: nothing is sent from the page itself.
func (d *page) Refused(*dialog.Host, error) {}

// OneByOne says that each key means something by itself.
func (d *page) OneByOne() {}

// Keys gives what can be done now.
func (d *page) Keys() []keys.ID { return actions().Now(d) }
