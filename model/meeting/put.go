package meeting

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// SourceID is the id of the meeting that a calendar knows by a UID and, of a series, by which of it: the same on every replica.
func SourceID(uid, instance string) journal.ID { return journal.KeyedID("meeting", uid, instance) }

// The codes of what Put refuses since there is nothing to do: an import counts the first as unchanged.
const (
	PutKnown = "meeting-known" // its calendar says what it said before
	PutGone  = "meeting-never" // it is cancelled there, and never stood here
)

// Put brings a meeting in as another program's calendar has it, by UID and Instance: title, day, time, place, and whether it is cancelled. What
// was added here stays: theme, form, leaders, who is expected, answers. What somebody altered here of these stays until the calendar says something new.
type Put struct{ Meeting Meeting }

// Name is the code of the words for this action.
func (Put) Name() string { return "act-meeting-put" }

// Do adds or alters the meeting. Errors: Conflict with PutKnown or PutGone; Invalid for no UID, no day and no title; Refused for who may not read
// meetings, and to alter what somebody else brought in.
func (p Put) Do(d *model.Doing) error {
	if err := d.Clearance().CheckRead(Scope()); err != nil {
		return err
	}
	m := p.Meeting
	if err := model.Required(&m.UID, "uid"); err != nil {
		return err
	}
	var rec *journal.Record
	var err error
	if m.Instance == "" { // where another program had it come back, the others are meetings of their own
		rec, err = ours(d, m.UID)
	}
	if err != nil {
		return err
	}
	if m.ID = SourceID(m.UID, m.Instance); rec != nil {
		m.ID = rec.ID
	} else if rec, err = d.Record(KindMeeting, m.ID); err != nil {
		return err
	}
	if rec == nil && m.Cancelled {
		return fault.New(fault.Conflict, PutGone, "title", m.Called())
	}
	if rec == nil {
		m.Site, m.AddedBy = d.Site(), d.Actor.ID
		if err := m.check(d, nil); err != nil {
			return err
		}
		m.came = m.fingerprint()
		d.Made(m.ID, "")
		return d.Granted(mine, func() error { return d.Set(KindMeeting, m.ID, Scope().Part, numbered().Values(&m)) })
	}
	now := Of(rec, nil)
	to := now
	if m.Cancelled && m.Day.IsZero() { // all that is said is that it does not take place
		to.Cancelled = true
	} else {
		if m.Title != now.Called() { // of one without a title its theme went out
			to.Title = m.Title
		}
		to.Day, to.Start, to.Minutes, to.Place, to.Cancelled = m.Day, m.Start, m.Minutes, m.Place, m.Cancelled
	}
	if err := to.check(d, &now); err != nil {
		return err
	}
	if now.UID == "" { // planned here: what stands is what it says
		now.came = now.fingerprint()
	}
	if to.came = to.fingerprint(); to.came == now.came && !rec.Archived() {
		return fault.New(fault.Conflict, PutKnown, "title", now.Called())
	}
	if err := mayAlter(d, &now); err != nil {
		return err
	}
	d.About(m.ID, "")
	fields := numbered().Values(&to)
	if rec.Archived() {
		fields = append(fields, journal.FieldArchived.Is(journal.Bool(false)))
	}
	return d.Granted(mine, func() error { return d.Set(KindMeeting, m.ID, Scope().Part, fields) })
}

// ours is the meeting that was planned here and went out under a UID; nil for a UID of another program.
func ours(d *model.Doing, uid string) (*journal.Record, error) {
	text, is := strings.CutSuffix(uid, ownKeys)
	id, err := journal.ParseID(text)
	if !is || err != nil {
		return nil, nil
	}
	return d.Record(KindMeeting, id)
}

// fingerprint is a sum over what a calendar says of a meeting.
func (m *Meeting) fingerprint() string {
	sum := sha256.Sum256([]byte(fmt.Sprintf("%q %s %d %d %q %t", m.Title, m.Day.Format(time.DateOnly), m.Start, m.Minutes, m.Place, m.Cancelled)))
	return hex.EncodeToString(sum[:12])
}

// AlteredHere tells whether somebody altered here what a calendar said of a meeting that came from it.
func (m *Meeting) AlteredHere() bool { return m.came != "" && m.came != m.fingerprint() }
