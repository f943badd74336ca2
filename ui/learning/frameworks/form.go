package frameworks

import (
	"errors"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// alter keeps a list with a change made to it, as a new version. The change is made to the version that counts by now.
func (p *Frameworks) alter(id journal.ID, then dialog.Then, change func(f *competence.Framework) error) tea.Cmd {
	f := p.known(id)
	if f == nil {
		return p.refuse(fault.New(fault.NotFound, "framework-unknown", "name", id.String()))
	}
	now := f.Clone()
	if err := change(&now); err != nil {
		return p.refuse(err)
	}
	return p.save(then, now, false)
}

// save keeps a new version of a list. Where parts go on which something hangs, it says what that is, and asks.
func (p *Frameworks) save(then dialog.Then, f competence.Framework, goes bool) tea.Cmd {
	return p.Perform(dialog.Deed{Then: then, Act: dialog.Doing(learning.SaveFramework{Framework: f, Goes: goes}), Refused: func(err error) (tea.Cmd, bool) {
		if !shrinks(err) {
			return nil, false
		}
		return p.askGoing(err, func() tea.Cmd { return p.save(then, f, true) }), true
	}})
}

// shrinks tells whether something was refused because parts of a list would go.
func shrinks(err error) bool {
	var e *fault.Error
	return errors.As(err, &e) && e.Msg == "framework-shrinks"
}

// askGoing says which parts go and what hangs on them, and asks whether they may.
func (p *Frameworks) askGoing(err error, yes func() tea.Cmd) tea.Cmd {
	w := p.Env.Words
	return p.Ask(w.Say("frames.going"), []string{w.Error(err)}, w.Say("frames.going.yes"), yes)
}

// refuse shows an error in the dialog that asked for something, or at the bottom.
func (p *Frameworks) refuse(err error) tea.Cmd {
	if d := p.Open(); d != nil {
		d.Refused(&p.Host, err)
		return nil
	}
	return screen.Say(screen.Fault, p.Env.Words.Error(err))
}

// goTo brings the cursor to what was just made, once it is read.
func (p *Frameworks) goTo(at rowID) dialog.Then {
	return func(model.Receipt) tea.Cmd {
		p.at().list.GoTo(at)
		return nil
	}
}

// written is what an entry says now. One that was not altered gives the text as it was: a field shows some texts in
// another way than they are, such as those with several lines.
func written(f *widget.Form, id, was string) string {
	if e := f.Entry(id); e != nil {
		if now := f.Text(id); now != strings.TrimSpace(shownAs(was, e.Input.Lines)) {
			return now
		}
	}
	return was
}

func shownAs(text string, lines int) string {
	in := widget.NewInput(text, lines)
	return in.Text()
}

// languages are the languages that lists come in mostly.
func (p *Frameworks) languages() (out []widget.Option) {
	tags := p.Env.Words.Catalogue().Tags()
	for _, tag := range []string{"nl", "en", "de", "fr", "es"} {
		if !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	for _, tag := range tags {
		out = append(out, widget.Option{ID: tag, Label: p.Env.Words.Language(tag)})
	}
	return out
}

// startNew asks for a new list: an empty one, or one that begins as another.
func (p *Frameworks) startNew() tea.Cmd {
	w := p.Env.Words
	from := []widget.Option{{ID: "empty", Label: w.Say("frames.from.empty")}}
	for i := range p.lists {
		if f := &p.lists[i]; !f.Archived {
			from = append(from, widget.Option{ID: f.ID.String(), Label: f.LabelIn(string(w.Lang()))})
		}
	}
	d := &dialog.Sheet{Key: "new", Form: widget.Form{Title: w.Say("frames.new"), Entries: []widget.Entry{
		widget.TextEntry("title", w.Say("frames.field.title"), "", 1),
		widget.ChoiceEntry("language", w.Say("frames.field.language"), string(w.Lang()), p.languages()),
		widget.TextEntry("text", w.Say("frames.field.text"), "", 3),
		widget.ChoiceEntry("from", w.Say("frames.field.begins"), "empty", from),
	}}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		if p.untitled(f) {
			return nil
		}
		made := competence.Framework{Title: f.Text("title"), Language: f.Text("language"), Text: f.Text("text")}
		id := journal.KeyedID("framework", p.Env.User.ID.String(), made.Title, p.Env.Now().UTC().Format("2006-01-02T15:04:05.000000000"))
		if from, err := journal.ParseID(f.Text("from")); err == nil {
			if old := p.known(from); old != nil {
				copied := old.Copied(id, made.Title)
				copied.Language = made.Language
				if made.Text != "" {
					copied.Text = made.Text
				}
				made = copied
			}
		}
		made.ID = id
		return p.Do(func(model.Receipt) tea.Cmd {
			p.archived = false
			p.at().list.GoTo(rowID{id: id})
			return nil
		}, learning.SaveFramework{Framework: made})
	}
	return p.Fill(d)
}

// untitled asks for a name where a list would have none.
func (p *Frameworks) untitled(f *widget.Form) bool {
	if f.Text("title") != "" {
		return false
	}
	f.Blame("title", p.Env.Words.Say("frames.need-title"))
	return true
}

// startEdit alters the list itself, or the part that the cursor is on.
func (p *Frameworks) startEdit(f *competence.Framework, r *row) tea.Cmd {
	if r.node >= 0 {
		return p.startNode(f, &f.Nodes[r.node])
	}
	w, was := p.Env.Words, *f
	yes := "no"
	if f.Unofficial {
		yes = "yes"
	}
	d := &dialog.Sheet{Key: "list/" + f.ID.String(), About: f.ID, Form: widget.Form{Title: w.Say("frames.edit"), Entries: []widget.Entry{
		widget.TextEntry("title", w.Say("frames.field.title"), f.Title, 1),
		widget.TextEntry("label", w.Say("frames.field.label"), f.Label, 1),
		widget.TextEntry("text", w.Say("frames.field.text"), f.Text, 4),
		widget.ChoiceEntry("language", w.Say("frames.field.language"), f.Language, p.languages()),
		widget.ChoiceEntry("unofficial", w.Say("frames.field.official"), yes, []widget.Option{
			{ID: "no", Label: w.Say("frames.official.own")}, {ID: "yes", Label: w.Say("frames.unofficial")}}),
	}}}
	d.Form.Entries = slices.Insert(d.Form.Entries, 1, p.titleEntries(f.TitleLanguage(), f.Titles)...)
	p.tooLong(d, "text", f.Text)
	d.Submit = func(form *widget.Form) tea.Cmd {
		if p.untitled(form) {
			return nil
		}
		return p.alter(was.ID, nil, func(f *competence.Framework) error {
			f.Title, f.Titles = written(form, "title", was.Title), p.titlesIn(form, f.TitleLanguage(), was.Titles, f.Titles)
			f.Label, f.Text = written(form, "label", was.Label), written(form, "text", was.Text)
			f.Language, f.Unofficial = form.Text("language"), form.Text("unofficial") == "yes"
			return nil
		})
	}
	return p.Fill(d)
}

// mostTyped is how many characters a field takes; a longer text that came from a file is not altered here.
const mostTyped = 20000

// tooLong takes a text out of a form that no field can hold, and says so.
func (p *Frameworks) tooLong(d *dialog.Sheet, id, text string) {
	if len([]rune(text)) <= mostTyped {
		return
	}
	d.Form.Entries = slices.DeleteFunc(d.Form.Entries, func(e widget.Entry) bool { return e.ID == id })
	d.Lead = append(d.Lead, p.Env.Theme.Faint.On(p.Env.Words.Say("frames.text-long")))
}

// startArchive puts a list away, or takes it out again. Where groups are assessed on it that is asked first.
func (p *Frameworks) startArchive(f *competence.Framework) tea.Cmd {
	w, id, away := p.Env.Words, f.ID, !f.Archived
	do := func() tea.Cmd { return p.Do(nil, competence.ArchiveFramework{ID: id, Archived: away}) }
	groups := p.judgedBy(id)
	if !away || len(groups) == 0 {
		return do()
	}
	return p.Ask(w.Say("frames.archive"), []string{
		cell.Short(f.LabelIn(string(w.Lang())), 120), w.Say("frames.archive.used", "groups", names(groups)),
	}, w.Say("frames.archive.yes"), do)
}

// others are the languages that names can be given in beside their own.
func (p *Frameworks) others(own string) []string {
	return slices.DeleteFunc(p.Env.Words.Catalogue().Tags(), func(tag string) bool { return tag == own })
}

// titleEntries ask for a title in the other languages. Their ids are the tags behind a prefix.
func (p *Frameworks) titleEntries(own string, titles model.Labels) (out []widget.Entry) {
	w := p.Env.Words
	for _, tag := range p.others(own) {
		entry := widget.TextEntry(titleID+tag, w.Say("language.in", "language", w.Language(tag)), titles[tag], 1)
		if tag == "en" {
			entry.Former = "english" // when there were two languages
		}
		out = append(out, entry)
	}
	return out
}

// titleID is what the ids of titleEntries begin with.
const titleID = "title-in-"

// titlesIn takes over what was answered to titleEntries; titles in languages that were not asked for stay.
func (p *Frameworks) titlesIn(form *widget.Form, own string, was, now model.Labels) model.Labels {
	for _, tag := range p.others(own) {
		now = now.With(tag, written(form, titleID+tag, was[tag]))
	}
	return now
}
