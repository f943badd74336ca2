package people

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/widget"
)

// startGroup makes a group of students.
func (p *People) startGroup() tea.Cmd {
	w := p.Env.Words
	sites := []widget.Option{{ID: "all", Label: w.Say("people.site.all")}}
	for _, s := range p.organisation.sites {
		sites = append(sites, widget.Option{ID: s.ID.String(), Label: s.Name})
	}
	d := p.sheet("group", widget.Form{Title: w.Say("people.group.new"), Entries: []widget.Entry{
		widget.TextEntry("group", w.Say("field.name"), "", 1).Hinted(w.Say("people.group.hint")),
		widget.ChoiceEntry("site", w.Say("field.site"), p.Env.Session.Site().String(), sites),
	}})
	d.Submit = func(f *widget.Form) tea.Cmd {
		return p.Do(p.land, model.AddGroup{Group: model.Group{Name: f.Text("group"), Site: ids([]string{f.Text("site")})[0]}})
	}
	return p.Fill(d)
}
