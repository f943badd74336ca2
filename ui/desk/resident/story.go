package resident

import (
	"context"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/access"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
	"leerbalie/ui/say"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// story lists everything that happened with the resident, over all channels and under every page, the latest first.
func (d *page) story() tea.Cmd {
	id, today := d.file.ID, d.Host.Env.Today()
	return dialog.Look(d.Host, func(ctx context.Context, session *model.Session) ([]access.Entry, error) {
		return access.ReadStory(ctx, session, id, today)
	}, func(all []access.Entry) tea.Cmd {
		w, env := d.Host.Env.Words, &d.Host.Env
		list := &dialog.Choice{Back: d, Picker: widget.Picker{Title: w.Say("resident.story", "name", cell.Safe(d.file.Name, 40)), Empty: w.Say("pick.none"), Hint: w.Say("resident.story.hint")}}
		for i := range all {
			e := &all[i]
			kind := w.StoryKind(env.Site, e)
			whole := say.Join(kind, e.On, e.Text, env.Day(e.At))
			list.Picker.Choices = append(list.Picker.Choices, widget.Choice{ID: strconv.Itoa(i), Label: cell.Safe(kind+" "+e.On+"  "+e.Text, 200), Right: env.Day(e.At), Whole: env.Day(e.At), Also: whole})
		}
		list.Choose = func(id string) tea.Cmd {
			i, err := strconv.Atoi(id)
			if err != nil || all[i].Request.IsZero() {
				return d.Host.Show(d)
			}
			return tea.Batch(d.Host.Show(nil), d.Show(all[i].Request))
		}
		return d.Host.Show(list)
	})
}

// looked lists who looked at the resident: on the page, and in lists that could have shown that one.
func (d *page) looked() tea.Cmd {
	id := d.file.ID
	type seen struct {
		looks []access.Look
		names []model.Person
	}
	return dialog.Look(d.Host, func(ctx context.Context, session *model.Session) (s seen, err error) {
		if s.looks, err = access.ReadLooks(ctx, session, id); err == nil {
			s.names, err = model.ReadAll(ctx, session, model.KindPerson, model.PersonOf)
		}
		return s, err
	}, func(s seen) tea.Cmd {
		w, env := d.Host.Env.Words, &d.Host.Env
		list := &dialog.Choice{Back: d, Picker: widget.Picker{Title: w.Say("resident.looked", "name", cell.Safe(d.file.Name, 40)), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
		for i, l := range s.looks {
			name := ""
			for _, p := range s.names {
				if p.ID == l.By {
					name = p.Name
				}
			}
			where := w.Say("resident.looked.page")
			if l.Where == access.InList {
				where = w.Count("report.access.of-list", l.Count)
			}
			list.Picker.Choices = append(list.Picker.Choices, widget.Choice{ID: strconv.Itoa(i), Label: cell.Safe(name+"  "+where, 100), Right: env.When(l.At)})
		}
		list.Choose = func(string) tea.Cmd { return d.Host.Show(d) }
		return d.Host.Show(list)
	})
}

// save keeps all that is held about the resident as a file, to hand over.
func (d *page) save() tea.Cmd {
	id, today := d.file.ID, d.Host.Env.Today()
	return dialog.Look(d.Host, func(ctx context.Context, session *model.Session) (access.Held, error) {
		return access.Read(ctx, session, id, today)
	}, func(h access.Held) tea.Cmd {
		env := &d.Host.Env
		m := report.Maker{Words: env.Words, Zone: env.Local(env.Now()).Location(), Now: env.Now(), Names: h.Names}
		what := dialog.DocumentWriting(env.Words.Say("resident.file"), m.Access(&h, env.Site))
		what.Usual = "md"
		return d.Host.WriteFile(what)
	})
}
