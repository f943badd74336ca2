package intake

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/quick"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// line is the one line in which a request is taken in, understood while it is typed.
type line struct {
	intake  *Intake
	prompt  widget.Prompt
	lists   quick.Lists
	parsed  quick.Line
	ask     screen.Tickets
	name    string // whom the residents below were looked up for
	people  []desk.Resident
	near    bool // nobody has that name: these have nearly that one, and none of them is taken unless it is picked
	picked  int  // among them; one more is somebody new, -1 is nobody
	waiting bool
	place   place
}

// mostOffered is how many residents are offered for a name.
const mostOffered = 6

// openLine opens the line of a place, with what was left in it, or with a text that was pasted.
func (in *Intake) openLine(at place, pasted string) tea.Cmd {
	w := in.Env.Words
	d := &line{intake: in, picked: -1, place: at, lists: quick.Lists{Themes: w.Known(in.Env.Site.ThemeCodes()), Channels: w.Known(model.Channels()), Language: w.FindLanguage}}
	d.prompt = widget.Prompt{Title: w.Say("intake.title"), Input: widget.NewInput(pasted, 3)}
	var said tea.Cmd
	if left := in.Host.Unsent(at.key(lineKind)); left[dialog.TextField] != "" && pasted == "" {
		d.prompt.Input.Set(left[dialog.TextField])
		said = in.Host.SayBack(left)
	}
	return tea.Batch(in.Host.Show(d), said, d.understand())
}

// newcomer tells whether somebody who is not known yet was picked.
func (d *line) newcomer() bool { return d.parsed.Who != "" && d.picked == len(d.people) }

// resident is the one who was picked, if anybody was.
func (d *line) resident() (r desk.Resident, ok bool) {
	if d.picked < 0 || d.picked >= len(d.people) {
		return r, false
	}
	return d.people[d.picked], true
}

// understand reads the line and looks up whom it names.
func (d *line) understand() tea.Cmd {
	d.parsed = quick.Parse(strings.ReplaceAll(d.prompt.Input.Text(), "\n", " "), d.lists)
	if d.parsed.Who == d.name {
		return nil
	}
	d.name, d.picked, d.people, d.near, d.waiting = d.parsed.Who, -1, nil, false, d.parsed.Who != ""
	if !d.waiting {
		d.ask.Drop()
		return nil
	}
	env, name := d.intake.Env, d.name
	session := env.Session
	return screen.Ask(env.Ctx, d.ask.Next(), func(ctx context.Context) (out offered, err error) {
		if out.people, err = desk.FindResidents(ctx, session, name, mostOffered); err != nil || len(out.people) > 0 {
			return out, err
		}
		out.people, err = desk.FindNearResidents(ctx, session, name, mostOffered)
		out.near = len(out.people) > 0
		return out, err
	})
}

// offered is who may be meant by a name.
type offered struct {
	people []desk.Resident
	near   bool
}

// Answered takes in the residents that were looked up.
func (d *line) Answered(_ *dialog.Host, msg tea.Msg) (cmd tea.Cmd, took bool) {
	a, ok := msg.(screen.Answer[offered])
	if !ok || !d.ask.Fits(a.Ticket) {
		return nil, false
	}
	d.waiting, d.people, d.near = false, a.Value.people, a.Value.near
	if len(d.people) == 1 && !d.near {
		d.picked = 0
	}
	return nil, true
}

// lineActions is what can be done in the line alone.
func lineActions() screen.Actions[*line] {
	return screen.Actions[*line]{
		{ID: key.Form, Scope: scope, Keys: []string{"tab"}, Word: "key.desk.form", Do: func(d *line) tea.Cmd { return d.intake.openForm(d) }},
	}
}

// Update takes a key press.
func (d *line) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if cmd, took := lineActions().Press(h.Env.Keys, d, msg); took {
		return cmd
	}
	if h.Env.Keys.Is(msg, key.Pick) && d.parsed.Who != "" && !d.waiting {
		step := 1
		if msg.Type == tea.KeyUp {
			step = -1
		}
		n := len(d.people) + 2 // nobody, those who were found, somebody new
		d.picked = (d.picked+1+step+n)%n - 1
		return nil
	}
	if cmd, took := several().Press(h.Env.Keys, d.intake, msg); took {
		return cmd
	}
	reply, changed := d.prompt.Update(msg, h.Env.Keys)
	switch {
	case reply == widget.Declined:
		return h.Shut()
	case reply == widget.Agreed:
		return d.submit()
	case changed:
		return tea.Batch(h.Typed(), d.understand())
	}
	return nil
}

// request is what the line says, as a request.
func (d *line) request() desk.Request {
	r := desk.Request{
		Summary: d.parsed.Summary, Urgency: d.parsed.Urgency, Theme: d.parsed.Theme.Code,
		Channel: d.parsed.Channel.Code, Language: d.parsed.Language.Code,
	}
	if r.Urgency == "" {
		r.Urgency = model.UrgencyRoutine
	}
	if r.Channel == "" {
		r.Channel = "desk"
	}
	if who, ok := d.resident(); ok {
		r.Resident, r.Asker = who.ID, "resident"
	} else if d.nobody() {
		r.Summary = d.parsed.Named
	}
	return r
}

// nobody tells whether the name in the line is nobody's, so that it stays text: nothing that was typed disappears.
func (d *line) nobody() bool {
	return d.parsed.Who != "" && d.parsed.Phone == "" && !d.waiting && (len(d.people) == 0 || d.near && d.picked < 0) && !d.newcomer()
}

// submit puts the request in the queue. Where several residents have the name, it asks which one; a name that was typed
// so fast that nobody was looked up yet is looked up first.
func (d *line) submit() tea.Cmd {
	in, r, name := d.intake, d.request(), d.parsed.Who
	switch {
	case d.parsed.Summary == "":
		d.prompt.Fault = in.Env.Words.Say("intake.empty")
		return nil
	case d.newcomer(), !d.waiting && d.parsed.Phone != "" && d.picked < 0 && (len(d.people) == 0 || d.near): // what is kept has a reason
		return in.openForm(d)
	case name != "" && d.picked < 0 && len(d.people) > 1 && !d.near:
		return d.which(d.people)
	case name == "" || !d.waiting:
		return in.add(r)
	}
	phone, named := d.parsed.Phone != "", d.parsed.Named
	return in.Host.Perform(dialog.Deed{Done: in.added, Refused: d.undecided, Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) {
		people, err := desk.FindResidents(ctx, session, name, mostOffered)
		switch {
		case err != nil:
			return model.Receipt{}, err
		case len(people) > 1, phone && len(people) == 0:
			return model.Receipt{}, ambiguous{people}
		case len(people) == 1:
			r.Resident, r.Asker = people[0].ID, "resident"
		default:
			r.Summary = named
		}
		return session.Do(ctx, desk.AddRequest{Request: r})
	}})
}

// ambiguous is the error of a name that more than one resident has, or of a telephone number that nobody has.
type ambiguous struct{ people []desk.Resident }

func (ambiguous) Error() string { return "it is not certain which resident this is" }

// undecided asks who is meant, where that turned out not to be certain.
func (d *line) undecided(err error) (tea.Cmd, bool) {
	a, ok := err.(ambiguous)
	switch {
	case !ok:
		return nil, false
	case len(a.people) > 0:
		return d.which(a.people), true
	}
	d.waiting, d.people = false, nil
	return d.intake.openForm(d), true
}

// which asks which of several residents is meant.
func (d *line) which(people []desk.Resident) tea.Cmd {
	in, w := d.intake, d.intake.Env.Words
	list := &dialog.Choice{Picker: widget.Picker{Title: w.Say("intake.which"), Empty: w.Say("pick.none"), Hint: w.Say("intake.which.hint")}}
	for _, p := range people {
		list.Picker.Choices = append(list.Picker.Choices, widget.Choice{ID: p.ID.String(), Label: cell.Safe(p.Name, 40), Right: cell.Safe(wording.Where(p), 40)})
	}
	list.Picker.Choices = append(list.Picker.Choices, widget.Choice{ID: "", Label: w.Say("resident.anonymous")})
	list.Choose = func(id string) tea.Cmd {
		r := d.request()
		r.Resident = journal.ID{}
		for _, p := range people {
			if p.ID.String() == id {
				r.Resident, r.Asker = p.ID, "resident"
			}
		}
		return tea.Batch(in.Host.Show(d), in.add(r))
	}
	return in.Host.Show(list)
}

// add puts a request in the queue.
func (in *Intake) add(r desk.Request) tea.Cmd {
	return in.Host.Perform(dialog.Deed{Act: dialog.Doing(desk.AddRequest{Request: r}), Done: in.added})
}

// added says the number and brings the cursor to the new request.
func (in *Intake) added(r model.Receipt) tea.Cmd {
	return tea.Batch(in.Host.Say(r), in.Arrive(r.Entity))
}

// Draft is the line as it was typed.
func (d *line) Draft() (draftKey string, about journal.ID, typed dialog.Fields) {
	if text := d.prompt.Input.Text(); strings.TrimSpace(text) != "" {
		typed = dialog.Fields{dialog.TextField: text}
	}
	return d.place.key(lineKind), journal.ID{}, typed
}

// Refused shows why the request cannot be taken in.
func (d *line) Refused(h *dialog.Host, err error) { dialog.Complain(h, &d.prompt, err) }

// Short says that the line leaves room for the list.
func (d *line) Short() {}

// Keys gives the keys of the line.
func (d *line) Keys() []keys.ID {
	out := lineActions().Now(d, keys.Send)
	if d.parsed.Who != "" {
		out = append(out, key.Pick)
	}
	return append(append(out, several().Now(d.intake)...), keys.Cancel)
}
