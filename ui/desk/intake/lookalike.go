package intake

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/model/plain"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// lookalikes looks for known residents who may be the one that a form names.
type lookalikes struct {
	intake *Intake
	sheet  *dialog.Sheet
	was    string // the name that was there before: not looked for
	asked  string
	ask    screen.Tickets
}

// same is the entry that shows who may be the same: a warning, never a block. newcomer is the answer that it is none of them.
const (
	same     = "same"
	newcomer = "new"
)

// look looks for whom the form names now.
func (l *lookalikes) look(f *widget.Form) tea.Cmd {
	name, phone := f.Text("who"), f.Text("phone")
	if name == l.was {
		name = ""
	}
	if name+"\n"+phone == l.asked {
		return nil
	}
	l.asked = name + "\n" + phone
	session := l.intake.Env.Session
	return screen.Ask(l.intake.Env.Ctx, l.ask.Next(), func(ctx context.Context) ([]desk.Candidate, error) {
		if name == "" {
			return nil, nil
		}
		return desk.FindSimilarResidents(ctx, session, desk.Resident{Name: name, Phone: phone})
	})
}

// answered takes in who was found.
func (l *lookalikes) answered(msg tea.Msg) (cmd tea.Cmd, took bool) {
	a, ok := msg.(screen.Answer[[]desk.Candidate])
	if !ok || !l.ask.Fits(a.Ticket) {
		return nil, false
	}
	l.show(a.Value)
	return nil, true
}

// show puts those who were found in the form, the nearest first, and takes those away who were found before.
func (l *lookalikes) show(people []desk.Candidate) {
	w, f := l.intake.Env.Words, &l.sheet.Form
	typed := plain.Fold(f.Text("who"))
	slices.SortStableFunc(people, func(a, b desk.Candidate) int {
		return cmp.Or(len(b.Reasons)-len(a.Reasons), apart(typed, a.Name)-apart(typed, b.Name))
	})
	people = people[:min(len(people), mostOffered)]
	picked, at := f.Text(same), f.Focused()
	f.Entries = slices.DeleteFunc(f.Entries, func(e widget.Entry) bool { return e.ID == same })
	if len(people) == 0 {
		l.sheet.Below()
		if at == same {
			at = "who"
		}
		f.Focus(at)
		return
	}
	options := []widget.Option{{ID: newcomer, Label: w.Say("same.new")}}
	for _, c := range people {
		var why []string
		for _, r := range c.Reasons {
			why = append(why, w.Say("same."+r))
		}
		label := wording.Facts(c.Name, wording.Where(c.Resident), strings.Join(why, ", "))
		options = append(options, widget.Option{ID: c.ID.String(), Label: cell.Safe(label, 70)})
	}
	if !slices.ContainsFunc(options, func(o widget.Option) bool { return o.ID == picked }) {
		picked = ""
	}
	after := slices.IndexFunc(f.Entries, func(e widget.Entry) bool { return e.ID == "told" })
	f.Entries = slices.Insert(f.Entries, after+1, widget.ChoiceEntry(same, w.Say("field.same"), picked, options).Hinted(w.Say("same.hint")))
	l.sheet.Below(l.intake.Env.Theme.Today.On(theme.WarnSign + " " + w.Count("same.warning", len(people), "who", options[1].Label)))
	f.Focus(at)
}

// apart is how far a name is from what was typed: for each word the letters by which the nearest word of the name differs.
func apart(typed []string, name string) (sum int) {
	words := plain.Fold(name)
	for _, w := range typed {
		near := plain.MaxNameDistance + 1
		for _, other := range words {
			near = min(near, plain.Levenshtein(w, other, near))
		}
		sum += near
	}
	return sum
}

// mayBeKnown is the error of somebody new who may be known already. It is raised once: saving again makes a new one.
type mayBeKnown struct{ people []desk.Candidate }

func (mayBeKnown) Error() string { return "this may be a known resident" }

// warn shows who may be the same, with the answer that it is somebody new.
func (l *lookalikes) warn(people []desk.Candidate) {
	l.ask.Drop()
	l.show(people)
	f := &l.sheet.Form
	f.Entry(same).Picked = []string{newcomer}
	f.Blame(same, l.intake.Env.Words.Say("same.choose"))
}
