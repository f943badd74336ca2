package desk

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/handover"
	"leerbalie/model/desk/mine"
	"leerbalie/model/desk/notice"
	"leerbalie/model/journal"
	"leerbalie/model/notification"
	"leerbalie/model/pairs"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
)

// dayJSON is what is on who acts today. The names are a promise to scripts.
type dayJSON struct {
	Requests []dayRequestJSON `json:"requests"`
	Promises []dayPromiseJSON `json:"promises"`
	Messages []waitingJSON    `json:"messages"`
	CheckIns []plannedJSON    `json:"check_ins"`

	Notifications []notificationJSON `json:"notifications"`

	Minutes int `json:"minutes"`
	Late    int `json:"late"`
}

type dayRequestJSON struct {
	ID        string      `json:"id"`
	Number    string      `json:"number"`
	Summary   string      `json:"summary"`
	Status    string      `json:"status"`
	Urgency   string      `json:"urgency"`
	CreatedAt *string     `json:"created_at"`
	Since     *string     `json:"since"`
	GivenBy   *output.Who `json:"given_by"`
}

type dayPromiseJSON struct {
	promiseJSON
	Request string `json:"request"`
	What    string `json:"what"`
	Summary string `json:"summary"`
	Late    bool   `json:"late"`
}

type plannedJSON struct {
	Pair  string       `json:"pair"`
	With  []output.Who `json:"with"`
	DueAt *string      `json:"due_at"`
	Month int          `json:"month"`
	Late  bool         `json:"late"`
}

// planAhead is how many days ahead an appointment is told of.
const planAhead = 14

// requestDay shows what is on who acts today.
func requestDay(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:     "day",
		Short:   r.Say("cli.request.day"),
		Args:    command.Arguments(0, 0, ""),
		Example: "  leerbalie request day --as Noor --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				now, loc := r.Now(), r.Zone(ctx, session)
				day, err := mine.ReadDay(ctx, session, mine.DayQuery{Now: now, Zone: loc})
				if err != nil {
					return err
				}
				planned, err := pairs.ReadOwnAppointments(ctx, session, now, planAhead)
				if err != nil {
					return err
				}
				who, err := namesOf(ctx, session)
				if err != nil {
					return err
				}
				wmo, err := notification.Read(ctx, session, notification.Query{Now: now, Mine: true})
				if err != nil {
					return err
				}
				out := dayOut(&day, planned, who, now, loc)
				out.Notifications = []notificationJSON{}
				for i := range wmo {
					out.Notifications = append(out.Notifications, notificationOut(&wmo[i], who))
					out.Late += len(wmo[i].Late(wmo[i].Today))
				}
				if r.JSON {
					return output.JSON(r.Out, out)
				}
				return dayTable(r, out, wmo)
			})
		},
	}
}

func dayOut(day *mine.Day, planned []pairs.OwnAppointment, who names, now time.Time, loc *time.Location) dayJSON {
	var messages []notice.Notice
	for _, m := range day.Messages {
		messages = append(messages, m.Notice())
	}
	out := dayJSON{Requests: []dayRequestJSON{}, Promises: []dayPromiseJSON{}, Messages: waitingOut(messages, who, loc), CheckIns: []plannedJSON{}, Minutes: day.Minutes}
	for i := range day.Requests {
		q := &day.Requests[i]
		j := dayRequestJSON{ID: q.ID.String(), Number: q.Number, Summary: q.Summary, Status: string(q.Status), Urgency: string(q.Urgency),
			CreatedAt: output.MomentOrNull(q.Created, loc), Since: output.MomentOrNull(q.Since, loc)}
		if !q.GivenBy.IsZero() {
			by := who.who(q.GivenBy)
			j.GivenBy = &by
		}
		out.Requests = append(out.Requests, j)
	}
	var plain []desk.Promise
	for i := range day.Promises {
		plain = append(plain, day.Promises[i].Promise)
	}
	for i, j := range promisesOut(plain, loc) {
		p := &day.Promises[i]
		late := !p.Due.IsZero() && p.Due.Before(now)
		out.Promises = append(out.Promises, dayPromiseJSON{promiseJSON: j, Request: p.Request.String(), What: p.What, Summary: p.Summary, Late: late})
		if late {
			out.Late++
		}
	}
	for _, a := range planned {
		j := plannedJSON{Pair: a.Pair.String(), With: []output.Who{}, DueAt: output.MomentOrNull(a.Due, loc), Month: a.Month, Late: a.Due.Before(now)}
		for _, id := range a.With {
			j.With = append(j.With, who.who(id))
		}
		out.CheckIns = append(out.CheckIns, j)
		if j.Late {
			out.Late++
		}
	}
	return out
}

// dayTable writes it for people: what has a time first, late ones with a word.
func dayTable(r *command.Run, out dayJSON, wmo []notification.Listed) error {
	t := output.NewTable(r.Out, r.Width, r.Say("report.col.due"), r.Say("cli.col.number"), r.Say("cli.col.what"))
	moment := func(at *string, late bool) string {
		said := when(at)
		if at == nil {
			said = r.Say("report.handover.untimed")
		}
		if late {
			return r.Say("report.handover.late", "when", said)
		}
		return said
	}
	for _, p := range out.Promises {
		what := p.What
		switch desk.PromiseKind(p.Kind) {
		case desk.PromiseCallBack:
			what = r.Say("day.call-back", "what", p.What, "about", p.Summary)
		case desk.PromiseFollowUp:
			what = r.Say("day.follow-up", "about", p.Summary)
		}
		t.Add(moment(p.DueAt, p.Late), p.Number, what)
	}
	for _, c := range out.CheckIns {
		said := ""
		for i, w := range c.With {
			if i > 0 {
				said += ", "
			}
			said += w.Name
		}
		id := "day.check-in"
		if c.Month > 0 {
			id = "day.evaluation"
		}
		t.Add(moment(c.DueAt, c.Late), "", r.Say(id, "names", said, "n", c.Month))
	}
	for i := range wmo {
		t.Add(r.Say("cli.notification.wmo"), wmo[i].Number, standsAt(r, &wmo[i])+" · "+wmo[i].Summary)
	}
	for _, m := range out.Messages {
		t.Add(when(m.At), m.Number, r.Say("day.message", "who", m.By.Name, "text", m.Text))
	}
	for _, q := range out.Requests {
		t.Add(r.Say("urgency."+q.Urgency), q.Number, q.Summary+" · "+r.Say("status."+q.Status))
	}
	if len(out.Promises)+len(out.CheckIns)+len(wmo)+len(out.Messages)+len(out.Requests) == 0 {
		_, err := fmt.Fprintln(r.Out, r.Say("cli.request.day-none"))
		return err
	}
	if err := t.End(); err != nil {
		return err
	}
	_, err := fmt.Fprintln(r.Out, r.Words.Count("day.minutes", out.Minutes))
	return err
}

// handedJSON is what became of handing over. The names are a promise to scripts.
type handedJSON struct {
	To       []output.Who  `json:"to"`
	Requests []partingJSON `json:"requests"`
	Promises int           `json:"promises"`
	Kept     []partingJSON `json:"kept"`
}

// partingJSON is a request that went, or stayed and why.
type partingJSON struct {
	ID      string `json:"id"`
	Number  string `json:"number"`
	Summary string `json:"summary"`
	Why     string `json:"why"`
}

// requestHandover gives requests of who acts to somebody else, in one action.
func requestHandover(r *command.Run) *cobra.Command {
	var to, note string
	cmd := &cobra.Command{
		Use:     "handover --to NAME [NR…]",
		Short:   r.Say("cli.request.handover"),
		Args:    command.Arguments(0, -1, "NR…"),
		Example: "  leerbalie request handover --to Noor --note \"mevrouw De Vries belt om drie uur\"\n  leerbalie request handover --to Ali+Noor ZW-0412 ZW-0413",
		RunE: func(cmd *cobra.Command, args []string) error {
			if to == "" {
				return command.Misuse("cli.flag-missing", "flag", "--to")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				var went handover.HandedOver
				a := handover.HandOver{Note: note, Went: &went}
				var err error
				if a.To, err = receivers(ctx, session, to); err != nil {
					return err
				}
				for _, number := range args {
					q, err := desk.ReadRequestByNumber(ctx, session, number)
					if err != nil {
						return err
					}
					a.Requests = append(a.Requests, q.ID)
				}
				if _, err := session.Do(ctx, a); err != nil {
					return err
				}
				return handedOut(ctx, r, session, a.To, &went)
			})
		},
	}
	cmd.Flags().StringVar(&to, "to", "", r.Say("cli.flag.handover.to"))
	cmd.Flags().StringVar(&note, "note", "", r.Say("cli.flag.handover.note"))
	return cmd
}

// receivers are the members of a running pair that is named, or the one person.
func receivers(ctx context.Context, session *model.Session, name string) ([]journal.ID, error) {
	members, err := lookup.PairMembers(ctx, session, name)
	if err != nil || len(members) > 0 {
		return members, err
	}
	p, err := lookup.Person(ctx, session, name)
	return []journal.ID{p.ID}, err
}

// handedOut tells what went and what stayed.
func handedOut(ctx context.Context, r *command.Run, session *model.Session, to []journal.ID, went *handover.HandedOver) error {
	who, err := namesOf(ctx, session)
	if err != nil {
		return err
	}
	out := handedJSON{To: []output.Who{}, Requests: []partingJSON{}, Promises: went.Promises, Kept: []partingJSON{}}
	name := ""
	for i, id := range to {
		out.To = append(out.To, who.who(id))
		if i > 0 {
			name += " + "
		}
		name += who[id]
	}
	for _, q := range went.Requests {
		out.Requests = append(out.Requests, partingJSON{ID: q.ID.String(), Number: q.Number, Summary: q.Summary})
	}
	for _, k := range went.Kept {
		out.Kept = append(out.Kept, partingJSON{ID: k.ID.String(), Number: k.Number, Summary: k.Summary, Why: r.Words.Error(k.Why)})
	}
	if r.JSON {
		return output.JSON(r.Out, out)
	}
	for _, k := range out.Kept {
		r.Tell(r.Say("handover.stays", "number", k.Number, "why", k.Why))
	}
	_, err = fmt.Fprintln(r.Out, r.Words.Count("handover.done", len(out.Requests), "name", name))
	return err
}

// sheetJSON is a sheet for whoever takes over. The names are a promise to scripts.
type sheetJSON struct {
	Person   output.Who         `json:"person"`
	Requests []sheetRequestJSON `json:"requests"`
}

type sheetRequestJSON struct {
	ID        string           `json:"id"`
	Number    string           `json:"number"`
	Summary   string           `json:"summary"`
	Status    string           `json:"status"`
	Urgency   string           `json:"urgency"`
	CreatedAt *string          `json:"created_at"`
	Holder    []output.Who     `json:"holder"`
	Resident  string           `json:"resident"`
	Promises  []dayPromiseJSON `json:"promises"`
	Notes     []sheetNoteJSON  `json:"notes"`
	Told      []sheetNoteJSON  `json:"told"`
}

type sheetNoteJSON struct {
	At   *string    `json:"at"`
	By   output.Who `json:"by"`
	Text string     `json:"text"`
}

// ReportHandover writes the sheet for whoever takes over from somebody.
func ReportHandover(r *command.Run) *cobra.Command {
	var format, person string
	var out output.File
	cmd := &cobra.Command{
		Use: "handover", Short: r.Say("cli.report.handover"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie report handover --format html -o overdracht.html",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := output.DocumentFormat(format); err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				var of journal.ID
				if person != "" {
					p, err := lookup.Person(ctx, session, person)
					if err != nil {
						return err
					}
					of = p.ID
				}
				s, err := handover.ReadSheet(ctx, session, of)
				if err != nil {
					return err
				}
				m, err := output.Maker(ctx, r, session)
				if err != nil {
					return err
				}
				if r.JSON {
					return out.Write(r, func(dst io.Writer) error { return output.JSON(dst, sheetOut(&s, m.Names, r.Now(), m.Zone)) })
				}
				d := m.Handover(&s)
				return output.Document(r, out, &d, format)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "md", r.Say("cli.flag.report-format"))
	cmd.Flags().StringVar(&person, "person", "", r.Say("cli.flag.handover.person"))
	out.Flags(r, cmd)
	return cmd
}

func sheetOut(s *handover.Sheet, who names, now time.Time, loc *time.Location) sheetJSON {
	out := sheetJSON{Person: output.Named(s.Person.ID, s.Person.Name), Requests: []sheetRequestJSON{}}
	notes := func(all []handover.SheetNote) []sheetNoteJSON {
		said := []sheetNoteJSON{}
		for _, n := range all {
			said = append(said, sheetNoteJSON{At: output.MomentOrNull(n.At, loc), By: who.who(n.By), Text: n.Text})
		}
		return said
	}
	for i := range s.Requests {
		q := &s.Requests[i]
		day := dayOut(&mine.Day{Promises: q.Promises}, nil, who, now, loc)
		j := sheetRequestJSON{ID: q.ID.String(), Number: q.Number, Summary: q.Summary, Status: string(q.Status), Urgency: string(q.Urgency), CreatedAt: output.MomentOrNull(q.Created, loc),
			Holder: []output.Who{}, Resident: q.Resident, Promises: day.Promises, Notes: notes(q.Notes), Told: notes(q.Told)}
		for _, id := range q.Holder {
			j.Holder = append(j.Holder, who.who(id))
		}
		out.Requests = append(out.Requests, j)
	}
	return out
}
