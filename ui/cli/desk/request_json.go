package desk

import (
	"cmp"
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/contact"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/output"
)

// rowJSON is a request as every list shows it. The names are a promise to scripts.
func rowJSON(r desk.RequestRow, loc *time.Location) output.Object {
	holder := []output.Who{}
	for i, id := range r.Holder {
		who := output.Who{ID: id.String()}
		if i < len(r.HolderNames) {
			who.Name = r.HolderNames[i]
		}
		holder = append(holder, who)
	}
	asked, ended := output.Object{}, output.Object{}
	for _, f := range desk.RowFields() {
		if m := (output.Member{Name: transfer.Key(f.Name), Value: f.Get(&r)}); f.Closing {
			ended = append(ended, m)
		} else {
			asked = append(asked, m)
		}
	}
	return slices.Concat(output.Object{{Name: "id", Value: r.ID.String()}, {Name: "number", Value: r.Number}, {Name: "status", Value: r.Status}},
		asked, output.Object{{Name: "site", Value: r.Site.String()}, {Name: "resident", Value: output.IDOrNull(r.Resident)}, {Name: "holder", Value: holder},
			{Name: "created_at", Value: output.MomentOrNull(r.Created, loc)}, {Name: "claimed_at", Value: output.MomentOrNull(r.ClaimedAt, loc)}, {Name: "closed_at", Value: output.MomentOrNull(r.ClosedAt, loc)},
			{Name: "parked_minutes", Value: r.Parked}, {Name: "parked_before_minutes", Value: r.ParkedFirst}},
		ended, output.Object{{Name: "minutes", Value: r.Minutes}, {Name: "source_id", Value: r.Source}, {Name: "contested", Value: r.Contested},
			{Name: "merged_into", Value: r.MergedInto}, {Name: "merged_from", Value: append([]string{}, r.MergedFrom...)}, {Name: "removed", Value: r.Archived}})
}

// story is what was done about a request, with the names of those who did it.
type story struct {
	resident  string
	askedBy   *askedByJSON
	memos     []textJSON
	contacts  []textJSON
	tasks     []taskJSON
	referrals []referralJSON
	times     []timeJSON
	minutes   []minutesJSON
	removed   *removedJSON
	messages  []messageJSON
	unknown   []unknownJSON
}

// fullJSON is a request with all that was done about it.
func fullJSON(q *desk.Request, row desk.RequestRow, s *story, loc *time.Location) output.Object {
	out := rowJSON(row, loc)
	for _, f := range desk.RequestFields() {
		if f.Edited && f.Listed == nil && f.On != desk.RequestResident && f.On != desk.RequestAskedBy && f.On != desk.RequestRelation {
			out = append(out, output.FieldMember(f.Field, q, loc))
		}
	}
	out = append(out, output.Member{Name: "resident_name", Value: s.resident}, output.Member{Name: "asked_by", Value: s.askedBy})
	closed := cmp.Or(q.Closed, &desk.Closing{})
	for _, f := range desk.ClosingFields() {
		if f.Listed == nil {
			out = append(out, output.FieldMember(f.Field, closed, loc))
		}
	}
	return append(out, output.Object{{Name: "memos", Value: s.memos}, {Name: "contacts", Value: s.contacts}, {Name: "tasks", Value: s.tasks},
		{Name: "referrals", Value: s.referrals}, {Name: "times", Value: s.times}, {Name: "minutes_by", Value: s.minutes}, {Name: "removed_by", Value: s.removed}, {Name: "messages", Value: s.messages},
		{Name: "unknown", Value: s.unknown}, {Name: "read_only", Value: q.ReadOnly}}...)
}

// askedByJSON is the contact person of a request; one who is not known has no id and no name.
type askedByJSON struct {
	ID       *string `json:"id"`
	Name     string  `json:"name"`
	Relation string  `json:"relation"`
}

// removedJSON is who took a request away, and why.
type removedJSON struct {
	At  *string    `json:"at"`
	By  output.Who `json:"by"`
	Why string     `json:"why"`
}

// Of each of these, from is the number of the request on which it stands, where that was merged into this one.
type textJSON struct {
	At      *string    `json:"at"`
	By      output.Who `json:"by"`
	Channel string     `json:"channel"`
	Text    string     `json:"text"`
	From    string     `json:"from"`
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
	From     string      `json:"from"`
}

type referralJSON struct {
	At      *string    `json:"at"`
	By      output.Who `json:"by"`
	To      string     `json:"to"`
	Warm    bool       `json:"warm"`
	With    string     `json:"with"`
	Consent bool       `json:"consent"`
	State   string     `json:"state"`
	Reason  string     `json:"reason"`
	From    string     `json:"from"`
	Service *string    `json:"service"` // the id in the directory
}

type timeJSON struct {
	Day     string     `json:"day"`
	Person  output.Who `json:"person"`
	Minutes int        `json:"minutes"`
	From    string     `json:"from"`
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

// readStory reads what was done about a request, and gives its row with the names of the holders.
func readStory(ctx context.Context, session *model.Session, q *desk.Request, loc *time.Location) (desk.RequestRow, *story, error) {
	row := q.Row()
	who, err := namesOf(ctx, session)
	if err != nil {
		return row, nil, err
	}
	out := &story{memos: []textJSON{}, contacts: []textJSON{}, tasks: []taskJSON{}, referrals: []referralJSON{}, times: []timeJSON{}, minutes: minutesBy(q, who),
		messages: messagesJSON(q.Messages, who, loc), unknown: []unknownJSON{}}
	if m := q.Removed; m != nil {
		out.removed = &removedJSON{At: output.MomentOrNull(m.At, loc), By: who.who(m.By), Why: m.Why}
	}
	if out.resident, err = desk.ReadResidentName(ctx, session, q.Resident); err != nil {
		return row, nil, err
	}
	by, err := contact.Read(ctx, session, q.AskedBy)
	if err != nil {
		return row, nil, err
	}
	if !q.AskedBy.IsZero() || q.Relation != "" {
		out.askedBy = &askedByJSON{output.IDOrNull(by.ID), by.Name, q.Relation}
	}
	for _, id := range row.Holder {
		row.HolderNames = append(row.HolderNames, who[id])
	}
	for _, m := range q.Memos {
		out.memos = append(out.memos, textJSON{At: output.MomentOrNull(m.At, loc), By: who.who(m.By), Text: m.Text, From: q.NumberOf(m.Of)})
	}
	for _, c := range q.Contacts {
		out.contacts = append(out.contacts, textJSON{At: output.MomentOrNull(c.At, loc), By: who.who(c.By), Channel: c.Channel, Text: c.Text, From: q.NumberOf(c.Of)})
	}
	for _, t := range q.Tasks {
		task := taskJSON{
			At: output.MomentOrNull(t.At, loc), By: who.who(t.By), What: t.What, DueAt: output.MomentOrNull(t.Due, loc), CallBack: t.CallBack,
			Done: t.Done != nil, Fact: t.Fact, From: q.NumberOf(t.Of),
		}
		if !t.On.IsZero() {
			on := who.who(t.On)
			task.On = &on
		}
		out.tasks = append(out.tasks, task)
	}
	for _, f := range q.Referrals {
		out.referrals = append(out.referrals, referralJSON{
			At: output.MomentOrNull(f.At, loc), By: who.who(f.By), To: f.To, Warm: f.Warm, With: f.With, Consent: f.Consent, State: string(f.State), Reason: f.Reason, From: q.NumberOf(f.Of), Service: output.IDOrNull(f.Service),
		})
	}
	for _, t := range q.Times {
		out.times = append(out.times, timeJSON{Day: t.Day.Format(time.DateOnly), Person: who.who(t.Person), Minutes: t.Minutes, From: q.NumberOf(t.Of)})
	}
	history, err := desk.ReadRequestHistory(ctx, session, q.ID)
	for _, e := range history {
		if e.Unknown {
			out.unknown = append(out.unknown, unknownJSON{At: output.MomentOrNull(e.At, loc), By: who.who(e.By)})
		}
	}
	return row, out, err
}
