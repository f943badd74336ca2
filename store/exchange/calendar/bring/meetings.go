package bring

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/transfer"
)

// What an action refuses since there is nothing to do.
var (
	known = []string{meeting.PutKnown, free.PutKnown}
	never = []string{meeting.PutGone}
)

// standing are the meetings that stand here.
type standing struct {
	byID  map[journal.ID]*meeting.Meeting
	byUID map[string][]*meeting.Meeting // those that came from a calendar
}

func (in *importing) standing() (s standing, err error) {
	s = standing{map[journal.ID]*meeting.Meeting{}, map[string][]*meeting.Meeting{}}
	all, err := meeting.ReadAll(in.ctx, in.session)
	for i := range all {
		m := &all[i]
		s.byID[m.ID] = m
		if m.UID != "" && !m.Archived {
			s.byUID[m.UID] = append(s.byUID[m.UID], m)
		}
	}
	return s, err
}

// ours is the end of the names that this program gives in calendars.
const ours = "@leerbalie"

// own is the meeting that was planned here and went out in a calendar; nil where there is none.
func (s standing) own(uid string) *meeting.Meeting {
	text, is := strings.CutSuffix(uid, ours)
	if !is {
		return nil
	}
	id, err := journal.ParseID(text)
	if err != nil {
		return nil
	}
	if m := s.byID[id]; m != nil && !m.Archived {
		return m
	}
	return nil
}

// defaultMinutes is how long a meeting takes of which nothing is said.
const defaultMinutes = 60

// meetings are the steps that bring appointments in as meetings.
func (in *importing) meetings() (out []step, err error) {
	s, err := in.standing()
	if err != nil {
		return nil, err
	}
	type key struct{ uid, instance string }
	there := map[key]bool{}
	first := map[string]bool{} // series of which the first was seen
	for i := range in.read.All {
		a := &in.read.All[i]
		if m := s.own(a.UID); m != nil && strings.HasPrefix(a.Instance+m.Day.Format("20060102"), m.Day.Format("20060102")) { // also as the first of a series that it became
			out = in.ofOurs(out, m, a)
			continue
		}
		if a.Cancelled && a.Instance == "" && s.byID[meeting.SourceID(a.UID, "")] == nil && len(s.byUID[a.UID]) > 0 {
			for _, m := range s.byUID[a.UID] { // all of a series at once
				there[key{a.UID, m.Instance}] = true
				if !m.Cancelled && !m.Day.Before(in.today()) {
					out = append(out, in.off(m, a.Line, "calendar.called-off"))
				}
			}
			in.report.Read-- // it stands for them
			in.report.Read += len(s.byUID[a.UID])
			in.report.Unchanged += len(s.byUID[a.UID]) - in.offs(s.byUID[a.UID])
			continue
		}
		instance := a.Instance
		if instance != "" && !first[a.UID] {
			first[a.UID] = true
			// one that stood by itself and comes back now is its first
			if one := s.byID[meeting.SourceID(a.UID, "")]; one != nil && !one.Archived && s.byID[meeting.SourceID(a.UID, instance)] == nil && strings.HasPrefix(instance, one.Day.Format("20060102")) {
				instance = ""
			}
		}
		there[key{a.UID, instance}] = true
		out = in.put(out, s, a, instance)
	}
	for _, of := range in.read.Series {
		for _, m := range s.byUID[of.UID] {
			if !there[key{m.UID, m.Instance}] && !m.Cancelled && !m.Day.Before(in.today()) && !m.Day.Before(of.From) && (of.To.IsZero() || !m.Day.After(of.To)) {
				out = append(out, in.off(m, 0, "calendar.gone"))
				in.report.Read++
			}
		}
	}
	return out, nil
}

func (in *importing) today() time.Time { return days.Of(in.o.Now, in.zone) }

// offs is how many meetings are still to come.
func (in *importing) offs(all []*meeting.Meeting) (n int) {
	for _, m := range all {
		if !m.Cancelled && !m.Day.Before(in.today()) {
			n++
		}
	}
	return n
}

// off says that a meeting does not take place.
func (in *importing) off(m *meeting.Meeting, line int, code string) step {
	return step{line: line, as: cancelled, tell: []transfer.Remark{transfer.Say(code, "title", m.Called(), "at", when(m))},
		do: []model.Action{meeting.Put{Meeting: meeting.Meeting{UID: m.UID, Instance: m.Instance, Cancelled: true}}}}
}

// as is an appointment as a meeting.
func (in *importing) as(a *transfer.Appointment, instance string) meeting.Meeting {
	m := meeting.Meeting{UID: a.UID, Instance: instance, Title: a.Title, Place: a.Place, Minutes: a.Minutes, Cancelled: a.Cancelled}
	switch {
	case a.Start.IsZero():
	case a.Days > 0:
		m.Day = days.Of(a.Start, time.UTC)
	default:
		m.Day = days.Of(a.Start, in.zone)
		h, minute, _ := a.Start.In(in.zone).Clock()
		m.Start = h*60 + minute
		if m.Minutes == 0 {
			m.Minutes = defaultMinutes
		}
	}
	return m
}

// put brings one appointment in.
func (in *importing) put(out []step, s standing, a *transfer.Appointment, instance string) []step {
	if a.Days > 1 && !a.Cancelled {
		in.refuse(a.Line, fault.New(fault.Invalid, "calendar.days", "days", a.Days))
		return out
	}
	m := in.as(a, instance)
	one := step{line: a.Line, do: []model.Action{meeting.Put{Meeting: m}}}
	if a.Days == 0 && a.Minutes == 0 && !a.Start.IsZero() {
		one.counts = "calendar.no-length"
	}
	was := s.byID[meeting.SourceID(a.UID, instance)]
	switch {
	case was == nil || was.Archived:
		return append(out, one)
	case m.Cancelled && !was.Cancelled:
		one.as, one.tell = cancelled, []transfer.Remark{transfer.Say("calendar.called-off", "title", was.Called(), "at", when(was))}
	default:
		one.as, one.tell = changed, []transfer.Remark{differs(was, &m)}
	}
	if was.AlteredHere() {
		one.tell = append(one.tell, transfer.Say("calendar.overwritten", "title", was.Called(), "at", when(was)))
	}
	return append(out, one)
}

// ofOurs brings in what another program says of a meeting that was planned here: when it is, how long and where, and whether it takes place.
// What was altered here after it went out stays.
func (in *importing) ofOurs(out []step, was *meeting.Meeting, a *transfer.Appointment) []step {
	m := *was
	if a.Days <= 1 && !a.Start.IsZero() {
		said := in.as(a, "")
		m.Day, m.Start, m.Minutes = said.Day, said.Start, said.Minutes
		if a.Place != "" {
			m.Place = a.Place
		}
	}
	moved := !m.Day.Equal(was.Day) || m.Start != was.Start || m.Minutes != was.Minutes || m.Place != was.Place
	switch {
	case !moved && a.Cancelled == was.Cancelled:
		in.report.Unchanged++
		return out
	case !a.Changed.IsZero() && a.Changed.Before(was.Changed.Truncate(time.Second)):
		in.report.Unchanged++
		in.counts["calendar.stale"]++
		return out
	case a.Cancelled && !was.Cancelled:
		return append(out, step{line: a.Line, as: cancelled, do: []model.Action{meeting.Cancel{ID: was.ID, Reach: meeting.Only}},
			tell: []transfer.Remark{transfer.Say("calendar.called-off", "title", was.Called(), "at", when(was))}})
	}
	m.Cancelled = a.Cancelled
	one := step{line: a.Line, as: changed, tell: []transfer.Remark{differs(was, &m)}}
	if was.Cancelled && !a.Cancelled {
		one.do = append(one.do, meeting.Cancel{ID: was.ID, Reach: meeting.Only, Back: true})
	}
	if moved {
		one.do = append(one.do, meeting.Edit{Meeting: m, Reach: meeting.Only})
	}
	return append(out, one)
}

// differs says in what a meeting differs from what stood.
func differs(was, is *meeting.Meeting) transfer.Remark {
	switch {
	case was.Cancelled && !is.Cancelled:
		return transfer.Say("calendar.on-again", "title", is.Called(), "at", when(is))
	case !is.Day.Equal(was.Day) || is.Start != was.Start:
		return transfer.Say("calendar.moved", "title", was.Called(), "was", when(was), "now", when(is))
	}
	return transfer.Say("calendar.altered", "title", was.Called(), "at", when(was))
}

// when is the day and time of a meeting, for people.
func when(m *meeting.Meeting) string {
	text := m.Day.Format("2006-01-02")
	if !m.WholeDay() {
		text += time.Date(2000, 1, 1, 0, m.Start, 0, 0, time.UTC).Format(" 15:04")
	}
	return text
}

// freeDays are the steps that bring whole days in as free days.
func (in *importing) freeDays() (out []step, err error) {
	added, err := free.ReadAdded(in.ctx, in.session)
	if err != nil {
		return nil, err
	}
	was := map[journal.ID]free.Stretch{}
	for _, s := range added {
		was[s.ID] = s
	}
	for i := range in.read.All {
		a := &in.read.All[i]
		uid := a.UID
		if a.Instance != "" {
			uid += "/" + a.Instance
		}
		s := free.Stretch{UID: uid, Name: a.Title, From: a.Start, To: a.Start.AddDate(0, 0, max(a.Days, 1)-1)}
		here, is := was[free.SourceID(uid)]
		is = is && !here.Archived
		switch {
		case a.Cancelled && !is:
			in.report.Unchanged++
			in.counts["calendar.not-here"]++
		case a.Cancelled:
			out = append(out, step{line: a.Line, as: cancelled, do: []model.Action{free.Remove{ID: here.ID}}, tell: []transfer.Remark{transfer.Say("calendar.free-off", "title", here.Name, "at", span(here))}})
		case a.Days == 0:
			in.report.Read--
			in.counts["calendar.timed"]++
		case is:
			out = append(out, step{line: a.Line, as: changed, do: []model.Action{free.Put{Days: s}}, tell: []transfer.Remark{transfer.Say("calendar.moved", "title", here.Name, "was", span(here), "now", span(s))}})
		default:
			out = append(out, step{line: a.Line, do: []model.Action{free.Put{Days: s}}})
		}
	}
	return out, nil
}

// span is the days of a stretch, for people.
func span(s free.Stretch) string {
	if s.From.Equal(s.To) {
		return s.From.Format("2006-01-02")
	}
	return s.From.Format("2006-01-02") + " – " + s.To.Format("2006-01-02")
}
