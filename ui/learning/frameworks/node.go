package frameworks

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// nodeForm asks what there is to say of a part. Enter goes through it; the last question takes it to be kept.
func (p *Frameworks) nodeForm(key, title string, f *competence.Framework, n competence.Node) *dialog.Sheet {
	w := p.Env.Words
	d := &dialog.Sheet{Key: key, About: f.ID}
	form := widget.Form{Title: title, Entries: []widget.Entry{
		widget.TextEntry("title", w.Say("frames.field.title"), n.Title, 1),
		widget.TextEntry("code", w.Say("frames.field.code"), n.Code, 1).Hinted(w.Say("frames.code.hint")),
		widget.TextEntry("term", w.Say("frames.field.term"), n.Term, 1).Hinted(w.Say("frames.term.hint")),
		widget.TextEntry("text", w.Say("frames.field.text"), n.Text, 4),
		widget.TextEntry("means", w.Say("frames.field.means"), p.writeMeans(f.ScaleOf(n), n), 4).Hinted(w.Say("frames.means.hint")),
		widget.ManyEntry("themes", w.Say("frames.field.trains"), n.Themes, p.themeOptions(n.Themes)).Hinted(w.Say("frames.trains.hint")),
	}}
	form.Entries = slices.Insert(form.Entries, 2, p.titleEntries(f.TitleLanguage(), n.Titles)...)
	if len(f.Scales) > 1 {
		var scales []widget.Option
		for i, s := range f.Scales {
			scales = append(scales, widget.Option{ID: strconv.Itoa(i), Label: p.scaleName(i, s)})
		}
		form.Entries = append(form.Entries, widget.ChoiceEntry("scale", w.Say("frames.scale"), strconv.Itoa(n.Scale), scales))
	}
	d.Form = form
	p.tooLong(d, "text", n.Text)
	p.tooLong(d, "means", strings.Join(n.Means, "\n"))
	return d
}

// themeOptions are the site's themes, and those of a part that the site does not know.
func (p *Frameworks) themeOptions(own []string) (out []widget.Option) {
	w := p.Env.Words
	for _, c := range p.Env.Site.ThemeCodes() {
		out = append(out, widget.Option{ID: c.Code, Label: w.Label(c)})
	}
	for _, code := range own {
		if !slices.ContainsFunc(out, func(o widget.Option) bool { return o.ID == code }) {
			out = append(out, widget.Option{ID: code, Label: w.Label(p.Env.Site.Theme(code))})
		}
	}
	return out
}

// said takes over what a form says of a part that was as it was when the form was opened.
func (p *Frameworks) said(form *widget.Form, own string, was, n competence.Node) competence.Node {
	n.Title, n.Code = written(form, "title", was.Title), written(form, "code", was.Code)
	n.Titles, n.Term = p.titlesIn(form, own, was.Titles, n.Titles), written(form, "term", was.Term)
	n.Text, n.Themes = written(form, "text", was.Text), form.Many("themes")
	if at, err := strconv.Atoi(form.Text("scale")); err == nil {
		n.Scale = at
	}
	return n
}

// startNode alters a part.
func (p *Frameworks) startNode(f *competence.Framework, n *competence.Node) tea.Cmd {
	w, was, id := p.Env.Words, *n, f.ID
	d := p.nodeForm("part/"+id.String()+"/"+was.ID.String(), w.Say("frames.edit-part", "name", cell.Short(p.nameOf(n), 60)), f, was)
	d.Submit = func(form *widget.Form) tea.Cmd {
		return p.alter(id, nil, func(f *competence.Framework) error {
			i := slices.IndexFunc(f.Nodes, func(o competence.Node) bool { return o.ID == was.ID })
			if i < 0 {
				return fault.New(fault.NotFound, "node-unknown")
			}
			f.Nodes[i] = p.withMeans(form, f, was, p.said(form, f.TitleLanguage(), was, f.Nodes[i]))
			return nil
		})
	}
	return p.Fill(d)
}

// add asks for a new list, or for a new part of the one that shows.
func (p *Frameworks) add() tea.Cmd {
	if p.onLists() {
		return p.startNew()
	}
	r, _ := p.current()
	return p.startBelow(p.about(), r)
}

// startBelow asks for a new part, the last below the one that the cursor is on.
func (p *Frameworks) startBelow(f *competence.Framework, r *row) tea.Cmd {
	w := p.Env.Words
	if r.node < 0 {
		return p.startInsert(f, "below/"+f.ID.String(), w.Say("frames.new-part.top"), competence.TreePlace{})
	}
	n := &f.Nodes[r.node]
	return p.startInsert(f, "below/"+f.ID.String()+"/"+n.ID.String(), w.Say("frames.new-part.below", "name", cell.Short(p.nameOf(n), 50)), competence.TreePlace{Parent: n.ID})
}

// startBeside asks for a new part, right after the one that the cursor is on.
func (p *Frameworks) startBeside(f *competence.Framework, r *row) tea.Cmd {
	n := &f.Nodes[r.node]
	return p.startInsert(f, "beside/"+f.ID.String()+"/"+n.ID.String(), p.Env.Words.Say("frames.new-part.beside", "name", cell.Short(p.nameOf(n), 50)), f.Beside(n.ID))
}

func (p *Frameworks) startInsert(f *competence.Framework, key, title string, at competence.TreePlace) tea.Cmd {
	id, blank := f.ID, newNodeAt(f, at)
	d := p.nodeForm(key, title, f, blank)
	d.Submit = func(form *widget.Form) tea.Cmd {
		n := p.withMeans(form, f, blank, p.said(form, f.TitleLanguage(), blank, blank))
		if err := competence.CheckNode(n); err != nil {
			d.Refused(&p.Host, err)
			return nil
		}
		var made journal.ID
		return p.alter(id, func(model.Receipt) tea.Cmd {
			p.at().search.Clear()
			p.at().list.GoTo(rowID{id: made})
			return nil
		}, func(f *competence.Framework) (err error) {
			made, err = f.Insert(n, at)
			return err
		})
	}
	return p.Fill(d)
}

// newNodeAt is a new part with what it has in common with those that it comes to stand among: what they are called, and how
// they are judged.
func newNodeAt(f *competence.Framework, at competence.TreePlace) (n competence.Node) {
	if up, ok := f.Node(at.Parent); ok {
		n.Scale = up.Scale
	}
	for i := range f.Nodes {
		if o := &f.Nodes[i]; o.Parent == at.Parent {
			n.Term, n.Scale = o.Term, o.Scale
		}
	}
	return n
}

func (p *Frameworks) lower(f *competence.Framework, r *row) tea.Cmd { return p.shift(f, r, true) }

func (p *Frameworks) raise(f *competence.Framework, r *row) tea.Cmd { return p.shift(f, r, false) }

// shift moves a part past the one above or below it.
func (p *Frameworks) shift(f *competence.Framework, r *row, down bool) tea.Cmd {
	w, id := p.Env.Words, r.id
	if trial := f.Clone(); !trial.Shift(id, down) {
		return screen.Say(screen.Note, w.Say("frames.no-further", "key", p.Env.Keys.Label(Under)))
	}
	return p.alter(f.ID, nil, func(f *competence.Framework) error {
		f.Shift(id, down)
		return nil
	})
}

// startMove asks under which part another one goes.
func (p *Frameworks) startMove(f *competence.Framework, r *row) tea.Cmd {
	w, id := p.Env.Words, f.ID
	n := f.Nodes[r.node]
	choices := []widget.Choice{{ID: "top", Label: w.Say("frames.top"), Also: f.Title}}
	inside := map[journal.ID]bool{n.ID: true}
	for i, o := range treeRows(f)[1:] {
		other := &f.Nodes[i]
		if inside[other.ID] || inside[other.Parent] {
			inside[other.ID] = true // not below itself
			continue
		}
		c := widget.Choice{ID: other.ID.String(), Label: cell.Space(2*min(o.depth-1, deepest)) + cell.Short(p.nameOf(other), 70), Also: strings.Join(other.Titles.All(), " ")}
		c.Whole = w.Say("frames.depth", "n", o.depth)
		if other.ID == n.Parent {
			c.Right = w.Say("frames.now-here")
			c.Whole += ", " + c.Right
		}
		choices = append(choices, c)
	}
	return p.Show(&dialog.Choice{
		Picker: widget.Picker{Title: w.Say("frames.move", "name", cell.Short(p.nameOf(&n), 50)), Empty: w.Say("pick.none"), Hint: w.Say("frames.move.hint"), Choices: choices},
		Choose: func(chosen string) tea.Cmd {
			var at competence.TreePlace
			if chosen != "top" {
				parent, err := journal.ParseID(chosen)
				if err != nil {
					return p.refuse(err)
				}
				at.Parent = parent
			}
			return p.alter(id, p.goTo(rowID{id: n.ID}), func(f *competence.Framework) error { return f.Move(n.ID, at) })
		},
	})
}

// startRemove asks whether a part goes, and says how much goes with it.
func (p *Frameworks) startRemove(f *competence.Framework, r *row) tea.Cmd {
	w, id, node := p.Env.Words, f.ID, r.id
	lines := []string{p.nameOf(&f.Nodes[r.node])}
	if r.below > 0 {
		lines = append(lines, w.Count("frames.remove.below", r.below))
	}
	lines = append(lines, w.Say("frames.remove.stays"))
	return p.Ask(w.Say("frames.remove"), lines, w.Say("frames.remove.yes"), func() tea.Cmd {
		return p.alter(id, nil, func(f *competence.Framework) error {
			if f.Remove(node) == 0 {
				return fault.New(fault.NotFound, "node-unknown")
			}
			return nil
		})
	})
}
