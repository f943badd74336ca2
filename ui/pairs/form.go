package pairs

import (
	"slices"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// startCheckIn asks how a pair is doing.
func (p *Pairs) startCheckIn(pair *model.Pair) tea.Cmd {
	w, id := p.env.Words, pair.ID
	heard := []widget.Option{{ID: "yes", Label: w.Say("pairs.heard.yes")}, {ID: "no", Label: w.Say("pairs.heard.no")}}
	d := &sheet{key: "check-in/" + id.String(), about: id, form: widget.Form{Title: w.Say("pairs.check-in.title", "names", p.short(pair.Members)), Entries: []widget.Entry{
		widget.ChoiceEntry("heard", w.Say("field.heard"), "yes", heard),
		widget.ChoiceEntry("mood", w.Say("field.mood"), string(model.MoodGood), p.options(model.Moods())),
		widget.TextEntry("note", w.Say("field.note"), "", 3),
	}}}
	d.submit = func(p *Pairs, f *widget.Form) tea.Cmd {
		a := model.AddCheckIn{Pair: id, Mood: model.Mood(f.Text("mood")), Note: f.Text("note"), Silent: f.Text("heard") == "no"}
		if a.Silent {
			a.Mood = ""
		}
		return p.do(nil, a)
	}
	return p.fill(d)
}

// startEvaluation asks how the look back after three or six months went.
func (p *Pairs) startEvaluation(pair *model.Pair, stand model.PairStanding) tea.Cmd {
	w, id := p.env.Words, pair.ID
	month := 3
	if stand.Month == 6 {
		month = 6
	}
	months := []widget.Option{{ID: "3", Label: w.Say("pairs.months", "n", 3)}, {ID: "6", Label: w.Say("pairs.months", "n", 6)}}
	d := &sheet{key: "evaluation/" + id.String(), about: id, form: widget.Form{Title: w.Say("pairs.evaluation.title", "names", p.short(pair.Members)), Entries: []widget.Entry{
		widget.ChoiceEntry("month", w.Say("field.month"), strconv.Itoa(month), months),
		widget.ChoiceEntry("result", w.Say("field.result"), "go-on", p.options(model.EvaluationResults())),
		widget.TextEntry("note", w.Say("field.note"), "", 3),
	}}}
	d.submit = func(p *Pairs, f *widget.Form) tea.Cmd {
		month, err := strconv.Atoi(f.Text("month"))
		if err != nil {
			month = 3
		}
		return p.do(nil, model.AddEvaluation{Pair: id, Month: month, Result: f.Text("result"), Note: f.Text("note")})
	}
	return p.fill(d)
}

// members are the members of a pair, for a form; who acts comes first where they are one.
func (p *Pairs) members(pair *model.Pair) (options []widget.Option, first string) {
	for _, id := range p.book.InOrder(pair.Members) {
		options = append(options, widget.Option{ID: id.String(), Label: p.book.Name(id)})
	}
	if first = options[0].ID; pair.Has(p.env.User.ID) {
		first = p.env.User.ID.String()
	}
	return options, first
}

// startAgree asks what a member is for, and what the other adds.
func (p *Pairs) startAgree(pair *model.Pair) tea.Cmd {
	w, id := p.env.Words, pair.ID
	options, first := p.members(pair)
	was := model.Agreement{}
	if i := slices.IndexFunc(pair.Agreements, func(a model.Agreement) bool { return a.Person.String() == first }); i >= 0 {
		was = pair.Agreements[i]
	}
	d := &sheet{key: "agree/" + id.String(), about: id, form: widget.Form{Title: w.Say("pairs.agree.title", "names", p.short(pair.Members)), Entries: []widget.Entry{
		widget.ChoiceEntry("person", w.Say("field.member"), first, options),
		widget.TextEntry("agreement", w.Say("field.agree-for"), was.For, 2),
		widget.TextEntry("adds", w.Say("field.agree-adds"), was.Adds, 2),
	}}}
	d.submit = func(p *Pairs, f *widget.Form) tea.Cmd {
		person, err := model.ParseID(f.Text("person"))
		if err != nil {
			d.refused(p, err)
			return nil
		}
		return p.do(nil, model.Agree{Pair: id, Person: person, For: f.Text("agreement"), Adds: f.Text("adds")})
	}
	return p.fill(d)
}

// startFit asks one member in private how the pair fits.
func (p *Pairs) startFit(pair *model.Pair) tea.Cmd {
	w, id := p.env.Words, pair.ID
	options, first := p.members(pair)
	if !p.leads() {
		if !pair.Has(p.env.User.ID) {
			return screen.Say(screen.Fault, w.Say("pairs.fit.own"))
		}
		options = slices.DeleteFunc(options, func(o widget.Option) bool { return o.ID != first })
	}
	d := &sheet{key: "fit/" + id.String(), about: id, form: widget.Form{Title: w.Say("pairs.fit.title"), Entries: []widget.Entry{
		widget.ChoiceEntry("person", w.Say("field.member"), first, options),
		widget.ChoiceEntry("answer", w.Say("field.answer"), string(model.FitGood), p.options(model.FitAnswers())),
		widget.TextEntry("note", w.Say("field.note"), "", 2),
	}}}
	d.submit = func(p *Pairs, f *widget.Form) tea.Cmd {
		person, err := model.ParseID(f.Text("person"))
		if err != nil {
			d.refused(p, err)
			return nil
		}
		return p.do(nil, model.AnswerFit{Pair: id, Person: person, Answer: model.FitAnswer(f.Text("answer")), Note: f.Text("note")})
	}
	return p.fill(d)
}

// startEnd asks why a pair ends.
func (p *Pairs) startEnd(pair *model.Pair) tea.Cmd {
	w, id := p.env.Words, pair.ID
	d := &sheet{key: "end/" + id.String(), about: id, form: widget.Form{Title: w.Say("pairs.end.title", "names", p.short(pair.Members)), Entries: []widget.Entry{
		widget.ChoiceEntry("reason", w.Say("field.reason"), "done", p.options(model.EndReasons())),
		widget.TextEntry("note", w.Say("field.note"), "", 2),
	}}}
	d.submit = func(p *Pairs, f *widget.Form) tea.Cmd {
		return p.do(nil, model.EndPair{ID: id, Reason: f.Text("reason"), Note: f.Text("note")})
	}
	return p.fill(d)
}

// startNever asks whether two may never be a pair.
func (p *Pairs) startNever(members []model.ID) tea.Cmd {
	w := p.env.Words
	if len(members) != 2 {
		return screen.Say(screen.Note, w.Say("pairs.never.two"))
	}
	two := [2]model.ID{members[0], members[1]}
	p.ask(w.Say("pairs.never.title"), []string{w.Say("pairs.never.ask", "names", p.short(members))}, w.Say("pairs.never.yes"), func(p *Pairs) tea.Cmd {
		return p.do(nil, model.ForbidPair{Members: two})
	})
	return nil
}
