package queue

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
)

// sieving is the list of all that one can filter on, narrowed down by typing: "arm" and Enter is the theme armoede.
type sieving struct{ picker widget.Picker }

func (q *Queue) startFilter() tea.Cmd {
	w := q.env.Words
	d := &sieving{picker: widget.Picker{Title: w.Say("filter.title"), Empty: w.Say("filter.none"), Hint: w.Say("filter.hint")}}
	d.offer(q)
	q.open(d)
	return nil
}

// offer lists what can be chosen: what is chosen already first.
func (d *sieving) offer(q *Queue) {
	w := q.env.Words
	var chosen, rest []widget.Choice
	add := func(part, value string) {
		c := widget.Choice{ID: part + "=" + value, Label: "[ ] " + q.valueWord(part, value), Right: w.Say("filter." + part)}
		if *q.sieve.part(part) == value {
			c.Label = "[x] " + q.valueWord(part, value)
			chosen = append(chosen, c)
			return
		}
		rest = append(rest, c)
	}
	if period, ok := w.Period(d.picker.Search.Text(), q.env.Now(), q.zone()); ok {
		add("period", period)
		all := append(chosen, rest...)
		all[0].Also = d.picker.Search.Text()
	}
	if p := q.sieve.Period; strings.Contains(p, "/") {
		add("period", p)
	}
	for _, part := range parts() {
		rest = append(rest, widget.Choice{Label: w.Say("filter." + part), Head: true})
		for _, value := range q.values(part) {
			add(part, value)
		}
	}
	if len(chosen) > 0 {
		chosen = append(chosen, widget.Choice{ID: "none", Label: w.Say("filter.clear")})
	}
	d.picker.Choices = append(chosen, rest...)
}

// values are what one part can be.
func (q *Queue) values(part string) (out []string) {
	codes := func(list model.Codes) {
		for _, c := range list {
			out = append(out, c.Code)
		}
	}
	switch part {
	case "status":
		for _, s := range model.Statuses() {
			out = append(out, string(s))
		}
	case "urgency":
		codes(q.env.Site.UrgencyCodes())
	case "theme":
		codes(q.env.Site.ThemeCodes())
	case "channel":
		codes(model.Channels())
	case "outcome":
		codes(model.Outcomes())
		out = append(out, model.OutcomeMerged)
	case "language":
		return text.Languages()
	case "period":
		return periods()
	case "holder":
		out = append(out, me)
		for _, p := range q.crewByName() {
			if p.ID != q.env.User.ID {
				out = append(out, p.ID.String())
			}
		}
	}
	return out
}

func (d *sieving) update(q *Queue, msg tea.KeyMsg) tea.Cmd {
	if q.env.Keys.Is(msg, Tick) {
		return d.take(q)
	}
	reply, changed := d.picker.Update(msg, q.env.Keys)
	switch {
	case reply == widget.Declined:
		q.dialog = nil
	case reply == widget.Agreed:
		q.dialog = nil
		cmd := d.take(q)
		q.hold = true // the next key is about what is found
		return cmd
	case changed:
		d.offer(q)
	}
	return nil
}

// take chooses what the cursor is on, or lets it go.
func (d *sieving) take(q *Queue) tea.Cmd {
	c, ok := d.picker.Chosen()
	if !ok {
		return nil
	}
	if part, value, some := strings.Cut(c.ID, "="); some {
		q.sieve.toggle(part, value)
	} else {
		q.sieve = sieve{}
	}
	d.picker.Search.Set("")
	d.offer(q)
	q.focus = false
	if !q.narrowed() && strings.TrimSpace(q.search.Text()) == "" {
		return q.findLess()
	}
	return q.startFinding()
}

func (d *sieving) view(q *Queue, width, height int) []string {
	return d.picker.View(q.env.Theme, min(width, 72), height)
}
func (d *sieving) draft() (string, model.ID, map[string]string) { return "", model.ID{}, nil }
func (d *sieving) refused(*Queue, error)                        {}
func (d *sieving) keys() []keys.ID                              { return []keys.ID{keys.Accept, Tick, keys.Cancel} }
