package demo

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
)

// meetingForms and meetingThemes take turns in the half-year of meetings.
func meetingForms() []string {
	return []string{"carrousel", "casus bespreken", "wereldcafé", "rollenspel"}
}

func meetingThemes() []string {
	return []string{"eenzaamheid", "taal en begrijpelijk schrijven", "schulden zonder schaamte", "positieve gezondheid", "langer thuis", "digitaal meedoen", "grenzen aan hulp", "jonge mantelzorgers"}
}

// meet plans the half-year around now: a meeting each Friday with a group and the professionals of the first site, a holiday in between, one
// that was cancelled, what people answered to those that come, and who came to those that were. It has dice of its own.
func (f *fill) meet(ctx context.Context, seed int64) error {
	d := newDice(seed + 2_000_003)
	boss, err := f.view(ctx, f.me)
	if err != nil {
		return err
	}
	f.stage.clock = f.calendar.now
	today := days.Of(f.calendar.now, f.calendar.now.Location())
	people, err := boss.People(ctx)
	if err != nil {
		return err
	}
	var students, staff []model.Person
	for _, p := range people {
		switch {
		case p.Site != f.sites[0].id:
		case p.Has(model.RoleStudent) && p.Study.At(today) == model.StudyActive && len(p.Groups) > 0:
			students = append(students, p)
		case p.Has(model.RoleSupervisor, model.RoleTeacher):
			staff = append(staff, p)
		}
	}
	if len(students) < 3 || len(staff) == 0 {
		return nil
	}
	group := students[0].Groups[0]
	from, to := meeting.HalfYear(today)
	return f.stage.together(ctx, func() error {
		holiday := today.AddDate(0, 0, 21-int(today.Weekday()))
		if _, err := boss.DoQuietly(ctx, free.Add{Days: free.Stretch{Name: "Schoolvakantie", From: holiday, To: holiday.AddDate(0, 0, 7)}}); err != nil {
			return err
		}
		s := meeting.Series{Meeting: meeting.Meeting{Title: "Overleg leergemeenschap", Start: 9*60 + 30, Minutes: 90, Place: "Zaal 2", Groups: []journal.ID{group}}, Weekday: time.Friday, Every: 1,
			From: from, To: to, Forms: meetingForms()}
		for i := range 3 {
			s.Leaders = append(s.Leaders, []journal.ID{staff[i%len(staff)].ID}, []journal.ID{students[i].ID, staff[(i+1)%len(staff)].ID})
		}
		for _, p := range staff {
			s.Meeting.Expected = append(s.Meeting.Expected, p.ID)
		}
		for n := range 26 {
			s.Themes = append(s.Themes, meetingThemes()[n%len(meetingThemes())])
		}
		_, err := boss.DoQuietly(ctx, meeting.Plan{Series: s})
		if err != nil {
			return err
		}
		return f.attend(ctx, d, boss, today)
	})
}

// attend says of meetings who came, or who answered.
func (f *fill) attend(ctx context.Context, d *dice, boss *model.Session, today time.Time) error {
	from, to := meeting.HalfYear(today)
	roster, err := meeting.Read(ctx, boss, meeting.Query{From: from, To: to})
	if err != nil {
		return err
	}
	coming := 0
	for i := range roster.Rows {
		m := &roster.Rows[i]
		var actions []model.Action
		if m.Day.Before(today) {
			came := map[ledger.State][]journal.ID{}
			for _, id := range m.Invited {
				state := ledger.Present
				if roll := d.between(1, 100); roll <= 8 {
					state = ledger.Excused
				} else if roll <= 18 {
					state = ledger.Absent
				}
				came[state] = append(came[state], id)
			}
			for _, state := range ledger.States() {
				actions = append(actions, meeting.Attend{ID: m.ID, People: came[state], State: state})
			}
		} else if coming++; coming == 4 {
			actions = append(actions, meeting.Cancel{ID: m.ID, Why: "de zaal is bezet"})
		} else if coming < 4 {
			for _, id := range m.Invited {
				if roll := d.between(1, 100); id != f.me && roll <= 70 {
					actions = append(actions, meeting.Answer{ID: m.ID, Person: id, Reply: []meeting.Reply{meeting.Yes, meeting.Yes, meeting.Yes, meeting.Maybe, meeting.No}[roll%5]})
				}
			}
		}
		if len(actions) == 0 {
			continue
		}
		if _, err := boss.DoQuietly(ctx, actions...); err != nil {
			return err
		}
	}
	return nil
}
