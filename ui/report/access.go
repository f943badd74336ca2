package report

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/model"
	"leerbalie/model/access"
	"leerbalie/model/desk"
)

// Access is what somebody gets who asks what is known of them: what is held, all that happened with every word, who looked, and what was
// left out and why.
func (m Maker) Access(h *access.Held, site model.Site) Document {
	d := m.document(m.say("access", "name", h.Residents[0].Name))
	d.line(m.say("access.about", "site", site.Name))
	d.heading(m.say("access.known"))
	for i := range h.Residents {
		r := &h.Residents[i]
		t := Table{Heads: m.heads("what", "held")}
		for _, f := range desk.ResidentTable() {
			if said := m.known(&f, r); said != "" {
				t.Rows = append(t.Rows, []string{m.Words.Say("field." + f.Name), said})
			}
		}
		if i > 0 {
			d.item(m.say("access.same", "name", r.Name))
		}
		d.table(t)
	}
	d.heading(m.say("access.story"))
	t := Table{Heads: m.heads("when", "what", "about", "words", "by")}
	for i := range slices.Backward(h.Story) {
		e := &h.Story[i]
		t.Rows = append(t.Rows, []string{m.storyTime(e), m.Words.StoryKind(site, e), e.On, e.Text, m.staff(h, e)})
	}
	d.table(t)
	if len(h.AskedFor) > 0 {
		numbers := make([]string, len(h.AskedFor))
		for i := range numbers {
			numbers[i] = h.AskedFor[i].Number
		}
		d.line(m.say("access.asked-for", "numbers", strings.Join(numbers, ", ")))
	}
	d.heading(m.say("access.looked"))
	d.line(m.say("access.lists"))
	t = Table{Heads: m.heads("when", "where", "by")}
	for _, l := range h.Looks {
		where := m.say("access." + l.Where)
		if l.Where == access.InList {
			where = m.Words.Count("report.access.of-list", l.Count)
		}
		t.Rows = append(t.Rows, []string{l.At.In(m.Zone).Format("02-01-2006 15:04"), where, m.staff(h, &access.Entry{By: l.By})})
	}
	d.table(t)
	d.heading(m.say("access.left-out"))
	d.line(m.Words.Count("report.access.hidden", h.Hidden))
	d.line(m.say("access.others"))
	return d
}

// known is a field of a resident as people read it, "" for what is not known.
func (m Maker) known(f *model.Field[desk.Resident], r *desk.Resident) string {
	v := f.Get(r)
	switch f.Kind {
	case model.OfFlag:
		if v.Bool() {
			return m.say("access.yes")
		}
		return ""
	case model.OfNumber:
		if v.Int() == 0 {
			return ""
		}
		return strconv.FormatInt(v.Int(), 10)
	case model.OfLanguage:
		if v.Text() == "" {
			return ""
		}
		return m.Words.Language(v.Text())
	}
	if f.On == desk.ResidentKeep && v.Text() != "" {
		return m.Words.Say("keep." + v.Text())
	}
	return v.Text()
}

// staff is whoever did something, with the role.
func (m Maker) staff(h *access.Held, e *access.Entry) string {
	if e.By.IsZero() {
		return ""
	}
	name := h.Names[e.By]
	if name == "" {
		name = m.say("somebody")
	}
	var roles []string
	for _, role := range h.Roles[e.By] {
		roles = append(roles, m.Words.Say("role."+string(role)))
	}
	if len(roles) == 0 {
		return name
	}
	return name + " (" + strings.Join(roles, ", ") + ")"
}

// storyTime is when something happened: of what is known by its day, no hour.
func (m Maker) storyTime(e *access.Entry) string {
	if e.Day {
		return e.At.UTC().Format("02-01-2006")
	}
	return e.At.In(m.Zone).Format("02-01-2006 15:04")
}
