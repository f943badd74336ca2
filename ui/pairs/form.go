package pairs

import (
	"slices"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// options are the entries of a list of codes, for a form.
func (p *Pairs) options(list model.Codes) []widget.Option {
	out := make([]widget.Option, len(list))
	for i, c := range list {
		out[i] = widget.Option{ID: c.Code, Label: p.Env.Words.Label(c)}
	}
	return out
}

// startCheckIn asks how a pair is doing.
func (p *Pairs) startCheckIn(r *row) tea.Cmd {
	w, pair, id := p.Env.Words, r.pair, r.pair.ID
	heard := []widget.Option{{ID: "yes", Label: w.Say("pairs.heard.yes")}, {ID: "no", Label: w.Say("pairs.heard.no")}}
	d := &dialog.Sheet{Key: "check-in/" + id.String(), About: id, Form: widget.Form{Title: w.Say("pairs.check-in.title", "names", p.short(pair.Members)), Entries: []widget.Entry{
		widget.ChoiceEntry("heard", w.Say("field.heard"), "", heard), // nothing is said of a pair that nobody said
		widget.ChoiceEntry("mood", w.Say("field.mood"), "", p.options(pairs.Moods())),
		widget.TextEntry("note", w.Say("field.note"), "", 3),
	}}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		a := pairs.AddCheckIn{Pair: id, Mood: pairs.Mood(f.Text("mood")), Note: f.Text("note"), Silent: f.Text("heard") == "no"}
		switch {
		case a.Silent:
			a.Mood = ""
		case a.Mood == "" && f.Text("heard") == "":
			d.Choose(&p.Host, "heard")
			return nil
		case a.Mood == "":
			d.Choose(&p.Host, "mood")
			return nil
		}
		return p.Do(nil, a)
	}
	return p.Fill(d)
}

// startEvaluation asks how the look back after three or six months went.
func (p *Pairs) startEvaluation(r *row) tea.Cmd {
	w, pair, id := p.Env.Words, r.pair, r.pair.ID
	month := 3
	if r.stand.Month == 6 {
		month = 6
	}
	months := []widget.Option{{ID: "3", Label: w.Say("pairs.months", "n", 3)}, {ID: "6", Label: w.Say("pairs.months", "n", 6)}}
	d := &dialog.Sheet{Key: "evaluation/" + id.String(), About: id, Asked: []string{"result"}, Form: widget.Form{Title: w.Say("pairs.evaluation.title", "names", p.short(pair.Members)), Entries: []widget.Entry{
		widget.ChoiceEntry("month", w.Say("field.month"), strconv.Itoa(month), months),
		widget.ChoiceEntry("result", w.Say("field.result"), "", p.options(pairs.EvaluationResults())),
		widget.TextEntry("note", w.Say("field.note"), "", 3),
	}}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		month, err := strconv.Atoi(f.Text("month"))
		if err != nil {
			month = 3
		}
		return p.Do(nil, pairs.AddEvaluation{Pair: id, Month: month, Result: f.Text("result"), Note: f.Text("note")})
	}
	return p.Fill(d)
}

// members are the members of a pair, for a form; who acts comes first where they are one.
func (p *Pairs) members(pair *pairs.Pair) (options []widget.Option, first string) {
	for _, id := range p.book.InOrder(pair.Members) {
		options = append(options, widget.Option{ID: id.String(), Label: p.book.Name(id)})
	}
	if first = options[0].ID; pair.Has(p.Env.User.ID) {
		first = p.Env.User.ID.String()
	}
	return options, first
}

// startAgree asks what a member is for, and what the other adds.
func (p *Pairs) startAgree(r *row) tea.Cmd {
	w, pair, id := p.Env.Words, r.pair, r.pair.ID
	options, first := p.members(pair)
	was := pairs.Agreement{}
	if i := slices.IndexFunc(pair.Agreements, func(a pairs.Agreement) bool { return a.Person.String() == first }); i >= 0 {
		was = pair.Agreements[i]
	}
	d := &dialog.Sheet{Key: "agree/" + id.String(), About: id, Form: widget.Form{Title: w.Say("pairs.agree.title", "names", p.short(pair.Members)), Entries: []widget.Entry{
		widget.ChoiceEntry("person", w.Say("field.member"), first, options),
		widget.TextEntry("agreement", w.Say("field.agree-for"), was.For, 2),
		widget.TextEntry("adds", w.Say("field.agree-adds"), was.Adds, 2),
	}}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		person, err := journal.ParseID(f.Text("person"))
		if err != nil {
			d.Refused(&p.Host, err)
			return nil
		}
		return p.Do(nil, pairs.Agree{Pair: id, Person: person, For: f.Text("agreement"), Adds: f.Text("adds")})
	}
	return p.Fill(d)
}

// startFit asks one member in private how the pair fits.
func (p *Pairs) startFit(r *row) tea.Cmd {
	w, pair, id := p.Env.Words, r.pair, r.pair.ID
	options, first := p.members(pair)
	if !p.leads() {
		options = slices.DeleteFunc(options, func(o widget.Option) bool { return o.ID != first })
	}
	d := &dialog.Sheet{Key: "fit/" + id.String(), About: id, Asked: []string{"answer"}, Form: widget.Form{Title: w.Say("pairs.fit.title"), Entries: []widget.Entry{
		widget.ChoiceEntry("person", w.Say("field.member"), first, options),
		widget.ChoiceEntry("answer", w.Say("field.answer"), "", p.options(pairs.FitAnswers())),
		widget.TextEntry("note", w.Say("field.note"), "", 2),
	}}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		person, err := journal.ParseID(f.Text("person"))
		if err != nil {
			d.Refused(&p.Host, err)
			return nil
		}
		return p.Do(nil, pairs.AnswerFit{Pair: id, Person: person, Answer: pairs.FitAnswer(f.Text("answer")), Note: f.Text("note")})
	}
	return p.Fill(d)
}

// startEnd asks why a pair ends.
func (p *Pairs) startEnd(r *row) tea.Cmd {
	w, pair, id := p.Env.Words, r.pair, r.pair.ID
	d := &dialog.Sheet{Key: "end/" + id.String(), About: id, Asked: []string{"reason"}, Form: widget.Form{Title: w.Say("pairs.end.title", "names", p.short(pair.Members)), Entries: []widget.Entry{
		widget.ChoiceEntry("reason", w.Say("field.reason"), "", p.options(pairs.EndReasons())),
		widget.TextEntry("note", w.Say("field.note"), "", 2),
	}}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		return p.Do(nil, pairs.EndPair{ID: id, Reason: f.Text("reason"), Note: f.Text("note")})
	}
	return p.Fill(d)
}

// startNever asks whether two may never be a pair: those of the row, or with whom the student of the row may not.
func (p *Pairs) startNever() tea.Cmd {
	switch r, _ := p.current(); r.kind {
	case pairRow:
		return p.askNever(r.pair.Members)
	case proposedRow:
		return p.askNever(r.proposed.Members)
	default:
		return p.startByHand(r.student.ID, true)
	}
}

func (p *Pairs) askNever(members []journal.ID) tea.Cmd {
	w := p.Env.Words
	if len(members) != 2 {
		return screen.Say(screen.Note, w.Say("pairs.never.two"))
	}
	two := [2]journal.ID{members[0], members[1]}
	return p.Ask(w.Say("pairs.never.title"), []string{w.Say("pairs.never.ask", "names", p.short(members))}, w.Say("pairs.never.yes"), func() tea.Cmd {
		return p.Do(nil, pairs.ForbidPair{Members: two})
	})
}
