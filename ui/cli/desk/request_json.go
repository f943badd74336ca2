package desk

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/output"
)

// requestJSON is a request as every list shows it. The names are a promise to scripts.
type requestJSON struct {
	ID          string       `json:"id"`
	Number      string       `json:"number"`
	Status      string       `json:"status"`
	Summary     string       `json:"summary"`
	Urgency     string       `json:"urgency"`
	Supervision string       `json:"supervision"`
	Channel     string       `json:"channel"`
	Theme       string       `json:"theme"`
	LifeDomain  string       `json:"life_domain"`
	Language    string       `json:"language"`
	Site        string       `json:"site"`
	Resident    *string      `json:"resident"`
	Holder      []output.Who `json:"holder"`
	CreatedAt   *string      `json:"created_at"`
	ClosedAt    *string      `json:"closed_at"`
	Outcome     string       `json:"outcome"`
	Minutes     int          `json:"minutes"`
	SourceID    string       `json:"source_id"`
	Contested   bool         `json:"contested"`
}

func rowJSON(r desk.RequestRow, loc *time.Location) requestJSON {
	out := requestJSON{
		ID: r.ID.String(), Number: r.Number, Status: string(r.Status), Summary: r.Summary, Urgency: string(r.Urgency),
		Supervision: string(r.Supervision), Channel: r.Channel, Theme: r.Theme, LifeDomain: r.LifeDomain, Language: r.Language,
		Site: r.Site.String(), Resident: output.IDOrNull(r.Resident), Holder: []output.Who{}, CreatedAt: output.MomentOrNull(r.Created, loc),
		ClosedAt: output.MomentOrNull(r.ClosedAt, loc), Outcome: r.Outcome, Minutes: r.Minutes, SourceID: r.Source, Contested: r.Contested,
	}
	for i, id := range r.Holder {
		who := output.Who{ID: id.String()}
		if i < len(r.HolderNames) {
			who.Name = r.HolderNames[i]
		}
		out.Holder = append(out.Holder, who)
	}
	return out
}

// fullJSON is a request with all that was done about it.
type fullJSON struct {
	requestJSON
	Details       string         `json:"details"`
	Neighbourhood string         `json:"neighbourhood"`
	Asker         string         `json:"asker"`
	AgeBand       string         `json:"age_band"`
	FollowUp      *string        `json:"follow_up"`
	ResidentName  string         `json:"resident_name"`
	Tags          []string       `json:"tags"`
	Memos         []textJSON     `json:"memos"`
	Contacts      []textJSON     `json:"contacts"`
	Tasks         []taskJSON     `json:"tasks"`
	Referrals     []referralJSON `json:"referrals"`
	Times         []timeJSON     `json:"times"`
	Messages      []messageJSON  `json:"messages"`
	Unknown       []unknownJSON  `json:"unknown"`
}

type textJSON struct {
	At      *string    `json:"at"`
	By      output.Who `json:"by"`
	Channel string     `json:"channel"`
	Text    string     `json:"text"`
}

// unknownJSON is something that a newer version of the program did.
type unknownJSON struct {
	At *string    `json:"at"`
	By output.Who `json:"by"`
}

type taskJSON struct {
	At       *string     `json:"at"`
	By       output.Who  `json:"by"`
	What     string      `json:"what"`
	DueAt    *string     `json:"due_at"`
	On       *output.Who `json:"on"`
	CallBack bool        `json:"call_back"`
	Done     bool        `json:"done"`
	Fact     string      `json:"fact"`
}

type referralJSON struct {
	At      *string    `json:"at"`
	By      output.Who `json:"by"`
	To      string     `json:"to"`
	Warm    bool       `json:"warm"`
	Consent bool       `json:"consent"`
	State   string     `json:"state"`
	Reason  string     `json:"reason"`
}

type timeJSON struct {
	Day     string     `json:"day"`
	Person  output.Who `json:"person"`
	Minutes int        `json:"minutes"`
}

// names looks people up for what they did.
type names map[journal.ID]string

func (n names) who(id journal.ID) output.Who {
	if id.IsZero() {
		return output.Who{}
	}
	return output.Named(id, n[id])
}

func namesOf(ctx context.Context, session *model.Session) (names, error) {
	people, err := session.People(ctx)
	out := make(names, len(people))
	for _, p := range people {
		out[p.ID] = p.Name
	}
	return out, err
}

func requestAll(ctx context.Context, session *model.Session, q *desk.Request, loc *time.Location) (fullJSON, error) {
	who, err := namesOf(ctx, session)
	if err != nil {
		return fullJSON{}, err
	}
	resident, err := desk.ReadResidentName(ctx, session, q.Resident)
	if err != nil {
		return fullJSON{}, err
	}
	row := q.Row()
	for _, id := range row.Holder {
		row.HolderNames = append(row.HolderNames, who[id])
	}
	out := fullJSON{
		requestJSON: rowJSON(row, loc), Details: q.Details, Neighbourhood: q.Neighbourhood, Asker: q.Asker, AgeBand: q.AgeBand,
		FollowUp:     output.MomentOrNull(q.FollowUp, loc),
		ResidentName: resident, Tags: []string{}, Memos: []textJSON{}, Contacts: []textJSON{}, Tasks: []taskJSON{},
		Referrals: []referralJSON{}, Times: []timeJSON{}, Messages: messagesJSON(q.Messages, who, loc), Unknown: []unknownJSON{},
	}
	if q.Closed != nil {
		out.Tags = output.OrEmpty(q.Closed.Tags)
	}
	for _, m := range q.Memos {
		out.Memos = append(out.Memos, textJSON{At: output.MomentOrNull(m.At, loc), By: who.who(m.By), Text: m.Text})
	}
	for _, c := range q.Contacts {
		out.Contacts = append(out.Contacts, textJSON{At: output.MomentOrNull(c.At, loc), By: who.who(c.By), Channel: c.Channel, Text: c.Text})
	}
	for _, t := range q.Tasks {
		task := taskJSON{
			At: output.MomentOrNull(t.At, loc), By: who.who(t.By), What: t.What, DueAt: output.MomentOrNull(t.Due, loc), CallBack: t.CallBack,
			Done: t.Done != nil, Fact: t.Fact,
		}
		if !t.On.IsZero() {
			on := who.who(t.On)
			task.On = &on
		}
		out.Tasks = append(out.Tasks, task)
	}
	for _, f := range q.Referrals {
		out.Referrals = append(out.Referrals, referralJSON{
			At: output.MomentOrNull(f.At, loc), By: who.who(f.By), To: f.To, Warm: f.Warm, Consent: f.Consent, State: string(f.State), Reason: f.Reason,
		})
	}
	for _, t := range q.Times {
		out.Times = append(out.Times, timeJSON{Day: t.Day.Format(time.DateOnly), Person: who.who(t.Person), Minutes: t.Minutes})
	}
	history, err := desk.ReadRequestHistory(ctx, session, q.ID)
	for _, e := range history {
		if e.Unknown {
			out.Unknown = append(out.Unknown, unknownJSON{At: output.MomentOrNull(e.At, loc), By: who.who(e.By)})
		}
	}
	return out, err
}
