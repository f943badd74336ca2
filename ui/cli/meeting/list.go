package meeting

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
)

// Meeting is the family of meetings.
func Meeting(r *command.Run) *cobra.Command {
	return r.Family("meeting", "cli.meeting", command.Commands{
		"plan": meetingPlan, "add": meetingAdd, "list": meetingList, "show": meetingShow, "edit": meetingEdit, "move": meetingMove, "cancel": meetingCancel, "remove": meetingRemove,
		"answer": meetingAnswer, "present": meetingPresent, "minutes": meetingMinutes, "free": meetingFree,
	})
}

// meetingJSON is a meeting. The names are a promise to scripts.
type meetingJSON struct {
	ID        string       `json:"id"`
	Short     string       `json:"short"`
	Series    *string      `json:"series"`
	Title     string       `json:"title"`
	Date      string       `json:"date"`
	Start     *string      `json:"start"`
	Minutes   int          `json:"minutes"`
	Place     string       `json:"place"`
	Theme     string       `json:"theme"`
	Form      string       `json:"form"`
	Leader    *output.Who  `json:"leader"`
	Leaders   []output.Who `json:"leaders"`
	Groups    []output.Who `json:"groups"`
	Expected  []output.Who `json:"expected"`
	Accepted  []output.Who `json:"accepted"`
	Declined  []output.Who `json:"declined"`
	Maybe     []output.Who `json:"maybe"`
	Present   []output.Who `json:"present"`
	Absent    []output.Who `json:"absent"`
	Partly    bool         `json:"presence_partly_hidden"`
	Cancelled bool         `json:"cancelled"`
	Why       string       `json:"why"`
	Note      string       `json:"note"`
	Free      string       `json:"free"`
	Twice     []output.Who `json:"twice"`
	Hints     []hintJSON   `json:"hints"`
	UID       string       `json:"uid"`
}

type hintJSON struct {
	Code  string      `json:"code"`
	Form  string      `json:"form"`
	Who   *output.Who `json:"who"`
	Times int         `json:"times"`
}

func rowOut(r *command.Run, roster *meeting.Roster, m *meeting.Row) meetingJSON {
	who := func(id journal.ID) output.Who { return output.Named(id, roster.People[id].Name) }
	whos := func(ids []journal.ID) []output.Who {
		out := []output.Who{}
		for _, id := range ids {
			out = append(out, who(id))
		}
		return out
	}
	answered := func(reply meeting.Reply) []journal.ID { return m.Replied(roster, reply) }
	out := meetingJSON{ID: m.ID.String(), Short: m.Short(), Series: output.IDOrNull(m.Series), Title: m.Title, Date: m.Day.Format(time.DateOnly), Minutes: m.Minutes, Place: m.Place, Theme: m.Theme, Form: m.Form,
		Leaders: whos(m.Leaders), Groups: []output.Who{}, Expected: whos(m.Invited), Accepted: whos(answered(meeting.Yes)), Declined: whos(answered(meeting.No)), Maybe: whos(answered(meeting.Maybe)),
		Present: whos(m.There(roster.People)), Absent: []output.Who{}, Partly: m.Partly, Cancelled: m.Cancelled, Why: m.Why, Note: m.Note, Twice: []output.Who{}, Hints: []hintJSON{}, UID: m.Key()}
	if !m.WholeDay() {
		start := text.ClockTime(m.Start)
		out.Start = &start
	}
	if len(out.Leaders) > 0 {
		out.Leader = &out.Leaders[0]
	}
	for _, id := range m.Groups {
		out.Groups = append(out.Groups, output.Named(id, roster.Groups[id]))
	}
	if !m.Free.From.IsZero() {
		out.Free = r.Words.FreeDays(m.Free)
	}
	for _, id := range m.Invited {
		if s := m.Presence[id]; s == ledger.Absent || s == ledger.Excused {
			out.Absent = append(out.Absent, who(id))
		}
		if _, twice := m.Twice[id]; twice {
			out.Twice = append(out.Twice, who(id))
		}
	}
	for _, h := range m.Hints {
		j := hintJSON{Code: h.Code, Form: h.Form, Times: h.Times}
		if !h.Person.IsZero() {
			w := who(h.Person)
			j.Who = &w
		}
		out.Hints = append(out.Hints, j)
	}
	return out
}

func meetingList(r *command.Run) *cobra.Command {
	var from, to, person string
	var limit int
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.meeting.list"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie meeting list --from 2027-02-01 --to 2027-07-31 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				q, err := period(ctx, r, session, from, to)
				if err != nil {
					return err
				}
				if person != "" {
					p, err := lookup.Person(ctx, session, person)
					if err != nil {
						return err
					}
					q.Person = p.ID
				}
				roster, err := meeting.Read(ctx, session, q)
				if err != nil {
					return err
				}
				most, err := r.Limit(cmd, limit)
				if err != nil {
					return err
				}
				whole := len(roster.Rows)
				if most > 0 && whole > most {
					roster.Rows = roster.Rows[:most]
				}
				if !r.JSON {
					return table(r, &roster, whole)
				}
				out := make([]meetingJSON, 0, len(roster.Rows))
				for i := range roster.Rows {
					out = append(out, rowOut(r, &roster, &roster.Rows[i]))
				}
				return output.JSON(r.Out, out)
			})
		},
	}
	cmd.Flags().StringVar(&from, "from", "", r.Say("cli.flag.meeting.list-from"))
	cmd.Flags().StringVar(&to, "to", "", r.Say("cli.flag.meeting.list-to"))
	cmd.Flags().StringVar(&person, "person", "", r.Say("cli.flag.meeting.person"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

// period is what flags say: from half a year before today up to a year after it, where they say nothing.
func period(ctx context.Context, r *command.Run, session *model.Session, from, to string) (q meeting.Query, err error) {
	today := r.Today(ctx, session)
	q.From, _ = meeting.HalfYear(today)
	if q.From, err = dayOr("from", from, q.From); err != nil {
		return q, err
	}
	q.To, err = dayOr("to", to, q.From.AddDate(1, 0, -1))
	return q, err
}

func dayOr(flag, typed string, otherwise time.Time) (time.Time, error) {
	if typed == "" {
		return otherwise, nil
	}
	return command.ReadDay(flag, typed)
}

// table shows meetings to people.
func table(r *command.Run, roster *meeting.Roster, whole int) error {
	if len(roster.Rows) == 0 {
		_, err := fmt.Fprintln(r.Out, r.Say("cli.meeting.none"))
		return err
	}
	t := output.NewTable(r.Out, r.Width, r.Say("field.date"), r.Say("cli.col.start"), r.Say("cli.col.meeting"), r.Say("field.form"), r.Say("field.leaders"), r.Say("cli.col.expected"), r.Say("cli.col.accepted"),
		r.Say("cli.col.present"), r.Say("cli.col.remark"), "ID")
	for i := range roster.Rows {
		m := &roster.Rows[i]
		start := ""
		if !m.WholeDay() {
			start = text.ClockTime(m.Start)
		}
		short := ""
		if !m.ID.IsZero() {
			short = m.Short()
		}
		t.Add(r.Words.ShortDay(m.Day), start, called(m), m.Form, roster.Names(m.Leaders), strconv.Itoa(len(m.Invited)), strconv.Itoa(m.Count(meeting.Yes)), came(r, m, roster), remarks(r, roster, m), short)
	}
	if err := t.End(); err != nil {
		return err
	}
	if whole > len(roster.Rows) {
		r.Tell(r.Say("cli.visit.more", "n", len(roster.Rows), "of", whole))
	}
	return nil
}

func called(m *meeting.Row) string {
	if m.Title != "" && m.Theme != "" {
		return m.Title + ": " + m.Theme
	}
	return m.Called()
}

// came is how many came; with a mark where there may be more.
func came(r *command.Run, m *meeting.Row, roster *meeting.Roster) string {
	n := len(m.There(roster.People))
	switch {
	case m.Partly && n > 0:
		return strconv.Itoa(n) + "+"
	case n == 0 && (m.Partly || len(m.Presence) == 0):
		return ""
	}
	return strconv.Itoa(n)
}

// remarks are what is to be known of a meeting: cancelled, on a free day, at the same time as another one, and what repeats.
func remarks(r *command.Run, roster *meeting.Roster, m *meeting.Row) string {
	return strings.Join(r.Words.MeetingRemarks(m, roster), " · ")
}

func meetingShow(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "show ID", Short: r.Say("cli.meeting.show"), Args: command.Arguments(1, 1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				id, err := find(ctx, session, args[0])
				if err != nil {
					return err
				}
				return show(ctx, r, session, id)
			})
		},
	}
}

// find finds a meeting by its id, the end of that, or its name where no other meeting has it.
func find(ctx context.Context, session *model.Session, typed string) (journal.ID, error) {
	id, err := meeting.Find(ctx, session, typed)
	if err == nil {
		return id, nil
	}
	all, none := meeting.Named(ctx, session, typed)
	if none != nil || len(all) != 1 {
		return id, err
	}
	return all[0], nil
}

func show(ctx context.Context, r *command.Run, session *model.Session, id journal.ID) error {
	roster, m, err := meeting.ReadOne(ctx, session, id)
	if err != nil {
		return err
	}
	if r.JSON {
		return output.JSON(r.Out, rowOut(r, &roster, &m))
	}
	line := func(word string, value string) [2]string { return [2]string{r.Say(word), value} }
	when := r.Words.ShortDay(m.Day) + m.Day.Format("-2006")
	if !m.WholeDay() {
		when += " " + text.ClockTime(m.Start) + "–" + text.ClockTime((m.Start+m.Minutes)%(24*60))
	}
	names := roster.Names
	var groups, absent []string
	for _, g := range m.Groups {
		groups = append(groups, roster.Groups[g])
	}
	for _, p := range m.Invited {
		if s := m.Presence[p]; s == ledger.Absent || s == ledger.Excused {
			absent = append(absent, roster.People[p].Name)
		}
	}
	lines := [][2]string{line("field.date", when), line("cli.col.where", m.Place), line("field.theme", m.Theme), line("field.form", m.Form), line("field.leaders", names(m.Leaders)),
		line("field.groups", strings.Join(groups, ", ")), line("cli.col.expected", names(m.Invited)), line("cli.col.accepted", names(m.Replied(&roster, meeting.Yes))), line("cli.col.declined", names(m.Replied(&roster, meeting.No))),
		line("cli.col.maybe", names(m.Replied(&roster, meeting.Maybe))), line("cli.col.present", names(m.There(roster.People))), line("cli.col.absent", strings.Join(absent, ", ")),
		line("cli.col.note", m.Note), line("cli.col.remark", remarks(r, &roster, &m)), line("cli.col.id", m.ID.String())}
	lines = slices.DeleteFunc(lines, func(l [2]string) bool { return l[1] == "" })
	return output.Card(r, called(&m), lines)
}

// tell gives a meeting as it is now.
func tell(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, said string) error {
	roster, m, err := meeting.ReadOne(ctx, session, id)
	if err != nil {
		return err
	}
	if r.JSON {
		return output.JSON(r.Out, rowOut(r, &roster, &m))
	}
	fmt.Fprintln(r.Out, said, r.Say("cli.meeting.is", "title", m.Called(), "day", r.Words.ShortDay(m.Day), "id", m.Short()))
	if told := remarks(r, &roster, &m); told != "" {
		fmt.Fprintln(r.Out, told)
	}
	return nil
}
