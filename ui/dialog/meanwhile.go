package dialog

import (
	"context"
	"maps"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Latest is what a form is about as it stands by now.
type Latest struct {
	Entries []widget.Entry // as the form would open now
	By      string         // who changed it last, as colleagues say it; "" where that is not known
	Take    func()         // what is sent is compared with this from now on
}

// Now reads what a form is about. It runs in a command; what it gives is called in Update.
type Now func(ctx context.Context, session *model.Session) (func() Latest, error)

// side is an answer that somebody else altered while it was being altered here.
type side struct {
	id, label string
	was       string
	theirs    widget.Entry
}

// wasPrefix begins the names under which a draft keeps what stood in a form before it was altered there, so that what somebody
// else wrote since is not taken for what was typed.
const wasPrefix = "was:"

// readNow brings what a form is about as it stands by now.
type readNow struct {
	to    *Host
	sheet *Sheet
	then  func() Latest
	err   error
	send  bool // it was asked for to send the form
}

// lookAgain reads again what the open form is about, since something changed.
func (h *Host) lookAgain() tea.Cmd {
	d := h.alters()
	if d == nil || h.busy > 0 {
		return nil
	}
	return h.readNow(d, false)
}

// alters is the open form that alters something that is there, also while what others changed lies over it; nil for none.
func (h *Host) alters() *Sheet {
	switch d := h.open.(type) {
	case *Sheet:
		if d.Now != nil {
			return d
		}
	case *sides:
		return d.sheet
	}
	return nil
}

func (h *Host) readNow(d *Sheet, send bool) tea.Cmd {
	session, ctx, now := h.Env.Session, h.Env.Ctx, d.Now
	return func() tea.Msg {
		then, err := now(ctx, session)
		return readNow{h, d, then, err, send}
	}
}

// send sends a form, once it is known that it undoes nothing that somebody else did meanwhile.
func (h *Host) send(d *Sheet) tea.Cmd {
	if d.Now == nil {
		return d.Submit(&d.Form)
	}
	h.busy++
	return h.readNow(d, true)
}

// tookNow takes in what a form is about: what only others altered is altered in the form as well, and what both did is told. What
// cannot be read is left to the sending, which says why.
func (h *Host) tookNow(m readNow) tea.Cmd {
	if m.send {
		h.busy--
	}
	if h.alters() != m.sheet {
		return nil
	}
	d := m.sheet
	if m.err == nil {
		d.meet(h, m.then())
	}
	over, lies := h.open.(*sides)
	switch {
	case lies && len(d.apart) == 0:
		h.open = d
	case lies:
		over.keepPicks()
	case m.send && len(d.apart) > 0:
		return h.Show(&sides{sheet: d, picks: map[string]pick{}})
	}
	if m.send && len(d.apart) == 0 {
		return d.Submit(&d.Form)
	}
	return nil
}

// meet brings a form and what it is about together: d.blank is what both began with.
func (d *Sheet) meet(h *Host, now Latest) {
	latest := widget.Form{Entries: now.Entries}
	theirs, mine := fieldsOf(&latest), fieldsOf(&d.Form)
	d.apart, d.by = nil, now.By
	for i := range d.Form.Entries {
		e := &d.Form.Entries[i]
		their := latest.Entry(e.ID)
		if their == nil || theirs[e.ID] == d.blank[e.ID] {
			continue
		}
		switch {
		case mine[e.ID] == d.blank[e.ID]:
			answer(e, their)
			d.blank[e.ID] = theirs[e.ID]
			if !slices.Contains(d.taken, e.Label) {
				d.taken = append(d.taken, e.Label)
			}
		case mine[e.ID] == theirs[e.ID]:
			d.blank[e.ID] = theirs[e.ID]
		default:
			d.apart = append(d.apart, side{id: e.ID, label: e.Label, was: d.blank[e.ID], theirs: *their})
		}
	}
	if now.Take != nil {
		now.Take()
	}
	d.sayMeanwhile(h)
}

// answer puts the answer of one entry in another.
func answer(e, from *widget.Entry) {
	if e.Options == nil {
		e.Input.Set(from.Input.Text())
		return
	}
	e.Options, e.Picked = from.Options, slices.Clone(from.Picked)
}

// sayMeanwhile says in the form what somebody else altered since it was opened.
func (d *Sheet) sayMeanwhile(h *Host) {
	w, th := h.Env.Words, h.Env.Theme
	d.meanwhile = nil
	if len(d.taken) > 0 {
		said := w.Say("meanwhile.taken", "who", d.who(h), "fields", strings.Join(d.taken, ", "))
		d.meanwhile = append(d.meanwhile, th.Info.On(theme.DoneSign+" "+cell.Safe(said, 200)))
	}
	if len(d.apart) > 0 {
		var labels []string
		for _, s := range d.apart {
			labels = append(labels, s.label)
		}
		said := w.Say("meanwhile.apart", "who", d.who(h), "fields", strings.Join(labels, ", "))
		d.meanwhile = append(d.meanwhile, th.Today.On(theme.ClashSign+" "+cell.Safe(said, 200)))
	}
	d.Below(d.below...)
}

// who names whoever altered it last.
func (d *Sheet) who(h *Host) string {
	if d.by == "" {
		return h.Env.Words.Say("meanwhile.somebody")
	}
	return d.by
}

// settle gives an answer that both altered what was chosen of it. What they wrote has been seen from now on.
func (d *Sheet) settle(s *side, p pick) {
	e := d.Form.Entry(s.id)
	switch p {
	case pickTheirs:
		answer(e, &s.theirs)
	case pickWas:
		if refill(&d.Form, Fields{s.id: s.was}); e.Options != nil && s.was == "" {
			e.Picked = nil
		}
	}
	d.blank[s.id] = fieldsOf(&widget.Form{Entries: []widget.Entry{s.theirs}})[s.id]
}

// draftOf is what a draft keeps of a form that alters something: what stands in it, and what stood there before of what differs.
func (d *Sheet) draftOf(typed Fields) Fields {
	for id, was := range d.blank {
		if typed[id] != was {
			typed[wasPrefix+id] = was
		}
	}
	return typed
}

// back puts a draft in a form that alters something: what was typed, and not what stood around it then. Where somebody else altered
// the same since, both stand apart.
func (d *Sheet) back(h *Host, left Fields) Fields {
	typed, was := Fields{}, Fields{}
	for name, answer := range left {
		if id, ok := strings.CutPrefix(name, wasPrefix); ok {
			was[id], typed[id] = answer, left[id]
		}
	}
	if len(was) == 0 { // of an earlier program
		refill(&d.Form, left)
		return left
	}
	opened := slices.Clone(d.Form.Entries)
	for i := range opened {
		opened[i].Input = widget.NewInput(opened[i].Input.Text(), opened[i].Input.Lines)
	}
	refill(&d.Form, typed)
	maps.Copy(d.blank, was)
	d.meet(h, Latest{Entries: opened})
	return typed
}
