package queue

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/queue/quick"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// intake is the one line in which a request is taken in, understood while it is typed.
type intake struct {
	prompt  widget.Prompt
	lists   quick.Lists
	parsed  quick.Line
	ask     screen.Asker
	looked  string // whom the candidates below were looked up for
	people  []model.Resident
	at      int // the candidate picked, -1 for none
	waiting bool
	slot    string // which of several intakes that are under way
}

// candidates is how many residents are offered for a name.
const candidates = 6

// openIntake opens the line of a slot, with what was left in it, or with a text that was pasted.
func (q *Queue) openIntake(slot, line string) tea.Cmd {
	w := q.env.Words
	d := &intake{at: -1, slot: slot, lists: quick.Lists{Themes: q.env.Words.Known(q.themes()), Channels: q.env.Words.Known(model.Channels()), Language: languageFinder(w)}}
	d.prompt = widget.Prompt{Title: w.Say("intake.title"), Input: widget.NewInput(line, 3)}
	var said tea.Cmd
	if fields, ok := q.left(slotKey("line", slot)); ok && line == "" {
		d.prompt.Input.Set(fields["text"])
		said = screen.Say(screen.Note, w.Say("queue.draft-back"))
	}
	q.open(d)
	q.dirty = line != "" // what was pasted is as good as typed
	return tea.Batch(said, d.understand(q))
}

// newcomer tells whether somebody who is not known yet was picked.
func (d *intake) newcomer() bool { return d.parsed.Who != "" && d.at == len(d.people) }

// understand reads the line and looks up whom it names.
func (d *intake) understand(q *Queue) tea.Cmd {
	d.parsed = quick.Parse(strings.ReplaceAll(d.prompt.Input.Text(), "\n", " "), d.lists)
	if d.parsed.Who == d.looked {
		return nil
	}
	d.looked, d.at, d.people, d.waiting = d.parsed.Who, -1, nil, d.parsed.Who != ""
	if !d.waiting {
		d.ask.Drop()
		return nil
	}
	view, who := q.env.View, d.looked
	return screen.Ask(q.env.Ctx, d.ask.Next(), func(ctx context.Context) ([]model.Resident, error) {
		return view.Residents(ctx, who, candidates)
	})
}

// found takes in the residents that were looked up.
func (d *intake) found(a screen.Answer[[]model.Resident]) {
	if d.ask.Fits(a.Ticket) {
		d.waiting, d.people = false, a.Value
		if len(d.people) == 1 {
			d.at = 0
		}
	}
}

func (d *intake) update(q *Queue, msg tea.KeyMsg) tea.Cmd {
	switch {
	case q.env.Keys.Is(msg, Form):
		return q.startForm(d)
	case q.env.Keys.Is(msg, Pick) && d.parsed.Who != "" && !d.waiting:
		step := 1
		if msg.Type == tea.KeyUp {
			step = -1
		}
		n := len(d.people) + 2 // nobody, those who were found, somebody new
		d.at = (d.at+1+step+n)%n - 1
		return nil
	}
	if cmd, ok := q.turn(msg); ok {
		return cmd
	}
	reply, changed := d.prompt.Update(msg, q.env.Keys)
	switch {
	case reply == widget.Declined:
		return q.leave()
	case reply == widget.Agreed:
		return d.submit(q)
	case changed:
		return tea.Batch(q.typed(), d.understand(q))
	}
	return nil
}

// request is what the line says, as a request.
func (d *intake) request() model.Request {
	r := model.Request{
		Summary: d.parsed.Summary, Urgency: d.parsed.Urgency, Theme: d.parsed.Theme.Code,
		Channel: d.parsed.Channel.Code, Language: d.parsed.Language.Code,
	}
	if r.Urgency == "" {
		r.Urgency = model.UrgencyRoutine
	}
	if r.Channel == "" {
		r.Channel = "desk"
	}
	if d.at >= 0 && d.at < len(d.people) {
		r.Resident, r.Asker = d.people[d.at].ID, "resident"
	}
	return r
}

// submit puts the request in the queue. Where several residents have the name, it asks which one; a name that was typed
// so fast that nobody was looked up yet is looked up first.
func (d *intake) submit(q *Queue) tea.Cmd {
	w := q.env.Words
	r, who := d.request(), d.parsed.Who
	switch {
	case r.Summary == "":
		d.prompt.Fault = w.Say("intake.empty")
		return nil
	case d.newcomer(), !d.waiting && d.parsed.Phone != "" && d.at < 0 && len(d.people) == 0: // what is kept has a reason
		return q.startForm(d)
	case who != "" && d.at < 0 && len(d.people) > 1:
		return d.which(q, d.people)
	case who == "" || !d.waiting:
		return q.do(added, nil, model.AddRequest{Request: r})
	}
	phone := d.parsed.Phone != ""
	return q.run(d, added, func(q *Queue, a acted) tea.Cmd {
		if several, ok := a.err.(several); ok && several.people == nil {
			d.waiting, d.people = false, nil
			return q.startForm(d)
		} else if ok {
			return d.which(q, several.people)
		}
		d.refused(q, a.err)
		return savedOrNot(a.err)
	}, func(ctx context.Context, v *model.View) (model.Receipt, error) {
		people, err := v.Residents(ctx, who, candidates)
		if err != nil {
			return model.Receipt{}, err
		}
		switch len(people) {
		case 0:
			if phone {
				return model.Receipt{}, several{}
			}
		case 1:
			r.Resident, r.Asker = people[0].ID, "resident"
		default:
			return model.Receipt{}, several{people}
		}
		return v.Do(ctx, model.AddRequest{Request: r})
	})
}

// several is the error of a name that more than one resident has, or of a telephone number that nobody has.
type several struct{ people []model.Resident }

func (several) Error() string { return "several residents have this name" }

// which asks which of several residents is meant.
func (d *intake) which(q *Queue, people []model.Resident) tea.Cmd {
	w := q.env.Words
	pick := &choice{picker: widget.Picker{Title: w.Say("intake.which"), Empty: w.Say("pick.none"), Hint: w.Say("intake.which.hint")}}
	for _, p := range people {
		pick.picker.Choices = append(pick.picker.Choices, widget.Choice{ID: p.ID.String(), Label: cell.Safe(p.Name, 40), Right: cell.Safe(where(p), 40)})
	}
	pick.picker.Choices = append(pick.picker.Choices, widget.Choice{ID: "", Label: w.Say("resident.anonymous")})
	pick.choose = func(q *Queue, id string) tea.Cmd {
		q.open(d)
		r := d.request()
		r.Resident = model.ID{}
		for _, p := range people {
			if p.ID.String() == id {
				r.Resident, r.Asker = p.ID, "resident"
			}
		}
		return q.do(added, nil, model.AddRequest{Request: r})
	}
	q.open(pick)
	return nil
}

// added says the number and brings the cursor to the new request.
func added(q *Queue, a acted) tea.Cmd {
	said := q.say(a)
	if a.after != nil {
		if cmd := q.goTo(*a.after, 0); cmd != nil {
			return tea.Batch(said, cmd, q.fetchCounts())
		}
	}
	return tea.Batch(said, q.reload())
}

func (d *intake) draft() (string, model.ID, map[string]string) {
	return slotKey("line", d.slot), model.ID{}, map[string]string{"text": d.prompt.Input.Text()}
}

func (d *intake) refused(q *Queue, err error) { complain(q, &d.prompt, err) }

func (d *intake) keys() []keys.ID {
	out := []keys.ID{keys.Send, Form}
	if d.parsed.Who != "" {
		out = append(out, Pick)
	}
	return append(out, Beside, Turn, keys.Cancel)
}
