package queue

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/queue/quick"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
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
}

// candidates is how many residents are offered for a name.
const candidates = 6

func (q *Queue) startIntake(line string) tea.Cmd {
	w := q.env.Words
	d := &intake{at: -1, lists: quick.Lists{Themes: q.themes(), Channels: model.Channels(), Language: languageFinder(w)}}
	d.prompt = widget.Prompt{Title: w.Say("intake.title"), Input: widget.NewInput(line, 3)}
	var said tea.Cmd
	if fields, ok := q.left("line"); ok && line == "" {
		d.prompt.Input.Set(fields["text"])
		said = screen.Say(screen.Note, w.Say("queue.draft-back"))
	}
	q.open(d)
	return tea.Batch(said, d.understand(q))
}

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
	case q.env.Keys.Is(msg, Pick) && len(d.people) > 0:
		step := 1
		if msg.Type == tea.KeyUp {
			step = -1
		}
		d.at = (d.at + 1 + step + len(d.people) + 1) % (len(d.people) + 1)
		d.at--
		return nil
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
	case who != "" && d.at < 0 && len(d.people) > 1:
		return d.which(q, d.people)
	case who == "" || !d.waiting:
		return q.do(added, nil, model.AddRequest{Request: r})
	}
	return q.run(d, added, func(q *Queue, a acted) tea.Cmd {
		if several, ok := a.err.(several); ok {
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
		case 1:
			r.Resident, r.Asker = people[0].ID, "resident"
		default:
			return model.Receipt{}, several{people}
		}
		return v.Do(ctx, model.AddRequest{Request: r})
	})
}

// several is the error of a name that more than one resident has.
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
	return "line", model.ID{}, map[string]string{"text": d.prompt.Input.Text()}
}

func (d *intake) refused(q *Queue, err error) { complain(q, &d.prompt, err) }

func (d *intake) keys() []keys.ID {
	if len(d.people) > 0 {
		return []keys.ID{keys.Send, Form, Pick, keys.Cancel}
	}
	return []keys.ID{keys.Send, Form, keys.Cancel}
}

func (d *intake) view(q *Queue, width, _ int) []string {
	width = min(width, 110)
	d.prompt.Hint = append([]string{d.chips(q, width-4)}, d.help(q, width-4)...)
	return d.prompt.View(q.env.Theme, width)
}

// chips shows what was understood.
func (d *intake) chips(q *Queue, width int) string {
	th, w, p := q.env.Theme, q.env.Words, d.parsed
	lang := string(w.Lang())
	r := d.request()
	parts := []string{urgencyMark(q, r.Urgency)}
	add := func(label, value string, known bool) {
		chip := label + " " + cell.Short(value, 28)
		if known {
			parts = append(parts, th.Chip.On("‹"+chip+"›"))
		} else {
			parts = append(parts, th.Today.On("‹"+chip+" ?›"))
		}
	}
	if p.Theme.Code != "" {
		add("#", q.themeLabel(p.Theme.Code), p.Theme.Known)
	}
	add("~", model.Channels().Label(r.Channel, lang), p.Channel.Code == "" || p.Channel.Known)
	if p.Language.Code != "" {
		add("&", languageName(w, p.Language.Code), p.Language.Known)
	}
	switch {
	case d.waiting:
		add("@", w.Say("intake.looking"), true)
	case d.at >= 0:
		add("@", d.people[d.at].Name, true)
	case len(d.people) > 1:
		add("@", w.Say("intake.several", "n", len(d.people)), false)
	case p.Who != "":
		add("@", w.Say("intake.nobody", "name", p.Who), false)
	default:
		add("@", w.Say("resident.anonymous"), true)
	}
	return cell.Cut(strings.Join(parts, "  "), width)
}

// help shows the residents that were found, or what the word being typed can become, or the signs.
func (d *intake) help(q *Queue, width int) []string {
	th, w := q.env.Theme, q.env.Words
	if len(d.people) > 0 && d.parsed.Who != "" {
		var out []string
		for i, p := range d.people {
			mark, line := "  ", cell.Ends(cell.Safe(p.Name, 60), cell.Safe(where(p), 60), width-2)
			if i == d.at {
				mark, line = th.Info.On("›")+" ", th.Strong.On(line)
			}
			out = append(out, mark+line)
		}
		return out
	}
	sign, rest := quick.Tail(d.prompt.Input.Before())
	var options []string
	switch sign {
	case '#':
		options = labels(q.env.Site.ThemeCodes(), w)
	case '~':
		options = labels(model.Channels(), w)
	case '&':
		for _, tag := range text.Languages() {
			options = append(options, languageName(w, tag))
		}
	default:
		return []string{th.Faint.On(cell.Cut(w.Say("intake.signs"), width))}
	}
	var fit []string
	for _, o := range options {
		if strings.Contains(model.FoldText(o), model.FoldText(rest)) {
			fit = append(fit, string(sign)+o)
		}
	}
	return []string{th.Faint.On(cell.Cut(strings.Join(fit, "  "), width))}
}

func labels(list model.Codes, w text.Words) (out []string) {
	for _, c := range list {
		out = append(out, c.Label(string(w.Lang())))
	}
	return out
}

// where tells residents of one name apart.
func where(p model.Resident) string {
	var parts []string
	for _, s := range []string{p.Street, p.Postcode, p.Phone} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 && p.Neighbourhood != "" {
		parts = append(parts, p.Neighbourhood)
	}
	return strings.Join(parts, " · ")
}
