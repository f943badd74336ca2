package overview

import (
	"context"
	"slices"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/outcome"
	"leerbalie/model/overview"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
	"leerbalie/ui/widget"
)

// readOutcomes reads what became of the students of a cohort, "" for all.
func readOutcomes(cohort string) func(context.Context, *model.Session, overview.Period, time.Time, time.Time) (figures, error) {
	return func(ctx context.Context, session *model.Session, _ overview.Period, _, until time.Time) (out figures, err error) {
		r, err := outcome.ReadReport(ctx, session, outcome.Query{Cohort: cohort, Today: until})
		if err != nil {
			return out, err
		}
		out.became = &r
		out.beside, err = outcome.ReadComparisons(ctx, session)
		return out, err
	}
}

// mayCount tells whether whoever sits here may see what became of students: of all, or of those of the own groups.
func (o *Overview) mayCount() bool {
	return o.Env.User.Has(model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin)
}

// onOutcomes tells whether outcomes show, mayCompare whether whoever sits here may lay figures beside them.
func (o *Overview) onOutcomes() bool { return o.page == became && o.shows() }

func (o *Overview) mayCompare() bool {
	return o.onOutcomes() && o.Env.User.Has(model.RoleCoordinator, model.RoleAdmin)
}

func (o *Overview) canUncompare() bool { return o.mayCompare() && len(o.data.beside) > 0 }

// mayAlter tells whether something can be altered on the page that shows, so that undoing makes sense.
func (o *Overview) mayAlter() bool { return o.mayPrice() || o.mayCompare() }

// whyNotCompare says who may.
func (o *Overview) whyNotCompare() string {
	if o.onOutcomes() && !o.mayCompare() {
		return o.Env.Words.Say("outcome.who")
	}
	return ""
}

// cohorts are what can be turned to: all together, then each, the latest first.
func (o *Overview) cohorts() []string {
	if o.data.became == nil {
		return []string{o.cohort}
	}
	return append([]string{""}, o.data.became.Cohorts...)
}

func (o *Overview) hasOlder() bool {
	all := o.cohorts()
	return all[len(all)-1] != o.cohort
}

// turnCohort goes to an earlier cohort, or back.
func (o *Overview) turnCohort(steps int) tea.Cmd {
	all := o.cohorts()
	at := slices.Index(all, o.cohort) - steps
	o.cohort = all[min(max(at, 0), len(all)-1)]
	return o.show(became, time.Time{})
}

func (o *Overview) cohortWord() string {
	if o.cohort == "" {
		return o.Env.Words.Say("overview.cohorts")
	}
	return o.Env.Words.Say("outcome.cohort", "cohort", o.cohort)
}

// askFigure asks for a figure to compare with.
func (o *Overview) askFigure() tea.Cmd {
	w := o.Env.Words
	var list []widget.Option
	for _, k := range outcome.Kinds() {
		list = append(list, widget.Option{ID: k.Code, Label: w.Label(k)})
	}
	entry := func(name, hint string) widget.Entry {
		return widget.TextEntry(name, w.Say("field."+name), "", 1).Hinted(hint)
	}
	d := &dialog.Sheet{Form: widget.Form{Title: w.Say("overview.compare.title"), Entries: []widget.Entry{
		widget.ChoiceEntry("comparison-outcome", w.Say("field.comparison-outcome"), outcome.Qualification, list),
		entry("comparison-rate", w.Say("overview.compare.rate")), entry("comparison-source", w.Say("overview.compare.source")), entry("comparison-year", w.Say("overview.compare.year")),
	}}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		c := outcome.Comparison{Outcome: f.Many("comparison-outcome")[0], Source: f.Text("comparison-source")}
		var err error
		if c.Rate, err = outcome.ParseShare(f.Text("comparison-rate")); err != nil {
			f.Blame("comparison-rate", w.Error(err))
			return nil
		}
		if c.Year, err = strconv.Atoi(f.Text("comparison-year")); err != nil {
			f.Blame("comparison-year", w.Say("overview.price.year"))
			return nil
		}
		return o.Do(nil, outcome.Compare{Comparison: c})
	}
	return o.Fill(d)
}

// dropFigure asks which figure to take away.
func (o *Overview) dropFigure() tea.Cmd {
	w := o.Env.Words
	var list []widget.Choice
	for _, c := range o.data.beside {
		list = append(list, widget.Choice{ID: c.ID.String(), Label: w.Code("outcome-kind", c.Outcome) + ", " + c.Source + ", " + strconv.Itoa(c.Year), Right: report.EnteredPercent(w, c.Rate)})
	}
	return o.Show(&dialog.Choice{Picker: widget.Picker{Title: w.Say("overview.uncompare.title"), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint"), Choices: list},
		Choose: func(id string) tea.Cmd {
			for _, c := range o.data.beside {
				if c.ID.String() == id {
					return tea.Batch(o.Show(nil), o.Do(nil, outcome.RemoveComparison{ID: c.ID}))
				}
			}
			return nil
		}})
}
