package overview

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/community"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	reports "leerbalie/ui/report/community"
)

// halfJSON is a half year of the community. The names are a promise to scripts; null is what whoever asks may not know of everybody.
type halfJSON struct {
	Since     string             `json:"since"`
	Until     string             `json:"until"`
	Members   map[string]int     `json:"members"`
	Guests    int                `json:"guests"`
	Goals     []halfGoalJSON     `json:"goals"`
	Learned   halfLearnedJSON    `json:"learned"`
	Meetings  halfMeetingsJSON   `json:"meetings"`
	Courses   []halfCourseJSON   `json:"courses"`
	Projects  []halfProjectJSON  `json:"projects"`
	Partners  halfPartnersJSON   `json:"partners"`
	Signals   []halfSignalJSON   `json:"signals"`
	Trainings []halfTrainingJSON `json:"trainings"`
	Research  []halfResearchJSON `json:"research"`
	Outcomes  []outcomeJSON      `json:"outcomes"`
}

type halfGoalJSON struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Owner   *string  `json:"owner_role"`
	Phase   string   `json:"phase"`
	State   string   `json:"state"`
	By      *string  `json:"by"`
	Ended   *string  `json:"ended_on"`
	Steps   int      `json:"steps"`
	Done    int      `json:"steps_done"`
	Results []string `json:"results"`
	Came    string   `json:"came"`
}

type halfLearnedJSON struct {
	Asked    int            `json:"asked"`
	Answered int            `json:"answered"`
	Open     int            `json:"open"`
	Needs    int            `json:"needs"`
	Offers   int            `json:"offers"`
	Met      int            `json:"met"`
	Kept     []halfKeptJSON `json:"kept"`
}

type halfKeptJSON struct {
	Title string `json:"title"`
	Kept  string `json:"kept"`
}

type halfMeetingsJSON struct {
	Held      int  `json:"held"`
	Cancelled int  `json:"cancelled"`
	Noted     *int `json:"noted"`
	Came      *int `json:"came"`
}

type halfCourseJSON struct {
	Title  string `json:"title"`
	Theme  string `json:"theme"`
	Dates  int    `json:"dates"`
	People *int   `json:"people"`
	Came   *int   `json:"came"`
}

type halfProjectJSON struct {
	Title        string   `json:"title"`
	District     string   `json:"district"`
	Theme        string   `json:"theme"`
	State        string   `json:"state"`
	Sessions     int      `json:"sessions"`
	Participants int      `json:"participants"`
	Students     int      `json:"students"`
	Pairs        int      `json:"pairs"`
	Guests       int      `json:"guests"`
	Minutes      *int     `json:"minutes"`
	Results      []string `json:"results"`
	Came         string   `json:"came"`
}

type halfPartnersJSON struct {
	ByState     map[string]int    `json:"by_state"`
	Places      int               `json:"places"`
	Supervision float64           `json:"supervision_hours"`
	Placed      *int              `json:"placed"`
	ByLevel     map[string]int    `json:"by_level"`
	Offered     map[string]int    `json:"offered"`
	Networks    []halfNetworkJSON `json:"networks"`
}

type halfNetworkJSON struct {
	Name     string `json:"name"`
	Partners int    `json:"partners"`
	Places   int    `json:"places"`
	Placed   *int   `json:"placed"`
}

type halfSignalJSON struct {
	Text       string  `json:"text"`
	About      string  `json:"about"`
	Where      string  `json:"where"`
	To         *string `json:"to_role"`
	State      string  `json:"state"`
	Answer     string  `json:"answer"`
	On         string  `json:"sent_on"`
	AnsweredOn *string `json:"answered_on"`
}

type halfTrainingJSON struct {
	What   string  `json:"what"`
	Asker  string  `json:"asker"`
	State  string  `json:"state"`
	Asked  string  `json:"asked_on"`
	Day    *string `json:"date"`
	People int     `json:"people"`
	Came   string  `json:"came"`
}

type halfResearchJSON struct {
	Question string `json:"question"`
	School   string `json:"school"`
	State    string `json:"state"`
	Came     string `json:"came"`
}

// ReportCommunity tells what the community did in half a year.
func ReportCommunity(r *command.Run) *cobra.Command {
	var a asked
	cmd := &cobra.Command{
		Use: "community", Short: r.Say("cli.report.community"), Long: r.Say("cli.report.community.long"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie report community --since 2026-09-01 --until 2027-01-31 --format html -o gemeenschap.html",
		RunE: func(cmd *cobra.Command, _ []string) error {
			asJSON, err := a.check(r)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				today := r.Today(ctx, session)
				from, to, err := a.half(today)
				if err != nil {
					return err
				}
				h, err := community.HalfYear(ctx, session, from, to, today)
				if err != nil {
					return err
				}
				if asJSON {
					return a.json(r, halfOut(&h))
				}
				m, err := a.maker(ctx, r, session)
				if err != nil {
					return err
				}
				d := reports.Maker{Maker: m}.HalfYear(&h)
				if a.format == "" {
					a.format = "md"
				}
				return a.write(r, &d)
			})
		},
	}
	a.period(r, cmd)
	a.flags(r, cmd, "")
	return cmd
}

// half reads which days are asked for: the half year up to today, or up to --until, where nothing else is said.
func (a *asked) half(today time.Time) (from, to time.Time, err error) {
	to = today
	if a.until != "" {
		if to, err = command.ReadDay("until", a.until); err != nil {
			return from, to, err
		}
	}
	from = to.AddDate(0, -6, 1)
	if a.since != "" {
		from, err = command.ReadDay("since", a.since)
	}
	return from, to, err
}

func halfOut(h *community.Half) halfJSON {
	day := func(t time.Time) string { return t.Format(time.DateOnly) }
	dayOr := func(t time.Time) *string {
		if t.IsZero() {
			return nil
		}
		s := day(t)
		return &s
	}
	role := func(r model.Role) *string {
		if r == "" {
			return nil
		}
		s := string(r)
		return &s
	}
	whole := func(n int) *int {
		if !h.Whole {
			return nil
		}
		return &n
	}
	out := halfJSON{Since: day(h.From), Until: day(h.To), Members: map[string]int{}, Goals: []halfGoalJSON{}, Courses: []halfCourseJSON{}, Projects: []halfProjectJSON{},
		Signals: []halfSignalJSON{}, Trainings: []halfTrainingJSON{}, Research: []halfResearchJSON{}}
	for _, c := range h.Members {
		out.Members[c.Code] = c.N
	}
	out.Guests = out.Members[string(model.RoleGuest)]
	for i := range h.Goals {
		g := &h.Goals[i]
		out.Goals = append(out.Goals, halfGoalJSON{g.ID.String(), g.Title, role(g.Owner), g.Phase, string(g.State), dayOr(g.By), dayOr(g.Ended), g.Steps, g.Done, output.OrEmpty(g.Results), g.Came})
	}
	q := &h.Questions
	out.Learned = halfLearnedJSON{q.Asked, q.Answered, q.Open, q.Needs, q.Offers, q.Met, []halfKeptJSON{}}
	for _, k := range q.Kept {
		out.Learned.Kept = append(out.Learned.Kept, halfKeptJSON{k.Title, k.Text})
	}
	out.Meetings = halfMeetingsJSON{h.Meetings.Held, h.Meetings.Cancelled, whole(h.Meetings.Noted), whole(h.Meetings.Came)}
	for _, c := range h.Courses {
		out.Courses = append(out.Courses, halfCourseJSON{c.Title, c.Theme, c.Dates, whole(c.People), whole(c.Came)})
	}
	for i := range h.Projects {
		p := &h.Projects[i]
		out.Projects = append(out.Projects, halfProjectJSON{p.Title, p.District, p.Theme, string(p.State), p.Sessions, p.Participants, p.Students, p.Pairs, p.Guests, whole(p.Minutes), output.OrEmpty(p.Results), p.Came})
	}
	counts := func(all []community.Count) map[string]int {
		m := map[string]int{}
		for _, c := range all {
			m[c.Code] = c.N
		}
		return m
	}
	p := &h.Partners
	out.Partners = halfPartnersJSON{counts(p.ByState), p.Places, float64(p.Supervision) / 60, whole(p.Placed), nil, nil, []halfNetworkJSON{}}
	if h.Whole {
		out.Partners.ByLevel, out.Partners.Offered = counts(p.ByLevel), counts(p.Offered)
	}
	for _, n := range p.Networks {
		out.Partners.Networks = append(out.Partners.Networks, halfNetworkJSON{n.Name, n.Partners, n.Places, whole(n.Placed)})
	}
	for i := range h.Signals {
		s := &h.Signals[i]
		out.Signals = append(out.Signals, halfSignalJSON{s.Text, string(s.About), s.Where, role(s.To), string(s.State), s.Answer, day(s.On), dayOr(s.AnsweredOn)})
	}
	for i := range h.Trainings {
		t := &h.Trainings[i]
		out.Trainings = append(out.Trainings, halfTrainingJSON{t.What, t.Asker, string(t.State), day(t.Asked), dayOr(t.Day), t.People, t.Came})
	}
	for _, x := range h.Research {
		out.Research = append(out.Research, halfResearchJSON{x.Question, x.School, string(x.State), x.Came})
	}
	if h.Outcomes != nil {
		out.Outcomes = outcomesOut(h.Outcomes)
	}
	return out
}
