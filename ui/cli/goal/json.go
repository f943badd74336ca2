package goal

import (
	"strings"

	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/together"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// goalJSON is a goal. The names are a promise to scripts.
type goalJSON struct {
	ID       string       `json:"id"`
	Title    string       `json:"title"`
	Owner    output.Who   `json:"owner"`
	Alone    bool         `json:"without_owner"`
	State    string       `json:"state"`
	By       *string      `json:"by"`
	Late     bool         `json:"late"`
	Why      string       `json:"why"`
	Phase    string       `json:"phase"`
	Expect   string       `json:"expect"`
	Theme    string       `json:"theme"`
	Work     string       `json:"work"`
	Members  []output.Who `json:"members"`
	Projects []string     `json:"projects"`
	Meeting  *string      `json:"meeting"`
	Steps    []stepJSON   `json:"steps"`
	Results  []resultJSON `json:"results"`
	Needs    []needJSON   `json:"needs"`
	Came     string       `json:"came"`
	Ended    *string      `json:"ended_on"`
}

type stepJSON struct {
	ID     string      `json:"id"`
	Text   string      `json:"text"`
	By     *string     `json:"by"`
	Person *output.Who `json:"person"`
	Done   *string     `json:"done_on"`
}

type resultJSON struct {
	ID   string     `json:"id"`
	Text string     `json:"text"`
	Date *string    `json:"date"`
	By   output.Who `json:"by"`
}

type needJSON struct {
	ID     string      `json:"id"`
	Text   string      `json:"text"`
	Met    *string     `json:"met_on"`
	Offers []offerJSON `json:"offers"`
}

type offerJSON struct {
	ID     string      `json:"id"`
	Text   string      `json:"text"`
	Person *output.Who `json:"person"`
}

func jsonOf(g *goal.Row) goalJSON {
	who := func(id journal.ID) *output.Who {
		if id.IsZero() {
			return nil
		}
		named := output.Named(id, g.NameOf(id))
		return &named
	}
	out := goalJSON{ID: g.ID.String(), Title: g.Title, Owner: output.Named(g.Owner, g.NameOf(g.Owner)), Alone: g.Alone, State: string(g.State), By: output.DayOrNull(g.By), Late: g.Late, Why: g.Why, Phase: g.Phase,
		Expect: g.Expect, Theme: g.Theme, Work: g.Work, Members: []output.Who{}, Projects: output.IDs(g.Projects), Meeting: output.IDOrNull(g.Meeting), Steps: []stepJSON{}, Results: []resultJSON{}, Needs: []needJSON{}, Came: g.Came, Ended: output.DayOrNull(g.Ended)}
	for _, id := range g.Members {
		out.Members = append(out.Members, output.Named(id, g.NameOf(id)))
	}
	for _, s := range g.Steps {
		out.Steps = append(out.Steps, stepJSON{s.Key.String(), s.Text, output.DayOrNull(s.Until), who(s.Person), output.DayOrNull(s.Done)})
	}
	for _, r := range g.Results {
		out.Results = append(out.Results, resultJSON{r.Key.String(), r.Text, output.DayOrNull(r.Day), output.Named(r.By, g.NameOf(r.By))})
	}
	for _, n := range g.Needs {
		one := needJSON{n.Key.String(), n.Text, output.DayOrNull(n.Met), []offerJSON{}}
		for _, o := range n.Offers {
			one.Offers = append(one.Offers, offerJSON{o.Key.String(), o.Text, who(o.Person)})
		}
		out.Needs = append(out.Needs, one)
	}
	return out
}

// card is a goal for people.
func card(r *command.Run, g *goal.Row) [][2]string {
	said := func(field string) string { return r.Say("field.goal-" + field) }
	var names []string
	for _, id := range g.Members {
		names = append(names, g.NameOf(id))
	}
	out := [][2]string{{said("owner"), owner(r, g)}, {said("members"), strings.Join(names, ", ")}, {said("state"), r.Words.GoalState(g.State)}, {said("by"), day(r, g.By)}, {said("why"), g.Why}, {said("phase"), g.Phase},
		{said("expect"), g.Expect}, {said("theme"), g.Theme}, {r.Say("field.work"), r.Words.Name(together.WorkKinds(), g.Work)}, {said("came"), g.Came}}
	for _, s := range g.Steps {
		out = append(out, [2]string{said("step"), r.Words.GoalStep(s, g.NameOf(s.Person))})
	}
	for _, res := range g.Results {
		out = append(out, [2]string{said("result"), r.Words.ShortDay(res.Day) + " " + res.Text})
	}
	for _, n := range g.Needs {
		out = append(out, [2]string{said("need"), n.Text})
		for _, o := range n.Offers {
			out = append(out, [2]string{said("offer"), strings.TrimSpace(g.NameOf(o.Person) + " " + o.Text)})
		}
	}
	return out
}
