package demo

import (
	"context"
	"fmt"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
)

// retiredOffer is a service of the demo to which one no longer refers.
const retiredOffer = "Meubels voor weinig"

// fillDirectory brings in the directory of the town, as a file would, and plans who says when that something still is right. Its dice are
// its own, and its ids are made of names, so that all the rest of the neighbourhood is as it was without.
func (f *fill) fillDirectory(ctx context.Context, seed int64, boss *model.Session) error {
	d := newDice(seed + 2_000_003)
	f.services = map[string]journal.ID{}
	do := func(a model.Action) error {
		_, err := boss.DoQuietly(ctx, a)
		return err
	}
	places := make([]journal.ID, 0, len(venues()))
	for _, v := range venues() {
		l := directory.Location{Entry: directory.Entry{Name: v.name, Source: "plek:" + v.name}, Address: []string{v.street}, Postcode: v.postcode, City: city}
		places = append(places, directory.SourceID(directory.KindLocation, l.Source))
		if err := do(directory.PutLocation{Location: l}); err != nil {
			return err
		}
	}
	for _, p := range providers() {
		o := directory.Organization{Entry: directory.Entry{Name: p.name, Source: "organisatie:" + p.name, Phones: []directory.Phone{{Number: d.phone()}}}}
		if err := do(directory.PutOrganization{Organization: o}); err != nil {
			return err
		}
		for _, x := range p.offers {
			s := f.service(d, x)
			s.Organization, s.Source = directory.SourceID(directory.KindOrganization, o.Source), "aanbod:"+p.name+"/"+x.name
			if x.venue >= 0 {
				s.Locations = places[x.venue : x.venue+1]
			} else {
				s.Areas = []string{city}
			}
			if err := do(directory.PutService{Service: s}); err != nil {
				return err
			}
			id := directory.SourceID(directory.KindService, s.Source)
			for _, called := range []string{x.called, directory.Called(o, s)} {
				if called != "" {
					f.services[called] = id
				}
			}
			f.lifeOf(d, id, x)
		}
	}
	return nil
}

// service is a service as a file has it.
func (f *fill) service(d *dice, x offer) directory.Service {
	s := directory.Service{Entry: directory.Entry{Name: x.name}, Needs: strings.Split(x.needs, ", "), Languages: strings.Split(x.languages, ","), Fees: x.fees}
	if x.opens > 0 {
		hours := directory.Schedule{Opens: x.opens * 60, Closes: x.closes * 60}
		for day := x.days[0]; day <= x.days[1]; day++ {
			hours.Days = hours.Days.On(day)
		}
		s.Schedules = []directory.Schedule{hours}
	}
	if x.free >= 0 { // what was said of the room is mostly as old as the last look, sometimes older
		ago := max(x.checked, 0) + d.between(0, 9)
		s.Capacities = []directory.Capacity{{Available: x.free, Maximum: x.free + d.between(2, 12), Unit: "plekken", On: days.Of(f.calendar.now, f.calendar.now.Location()).AddDate(0, 0, -ago)}}
		if x.free == 0 {
			s.Wait = fmt.Sprintf("ongeveer %d weken", d.between(4, 12))
		}
	}
	return s
}

// lifeOf plans what is said of a service: that it is right, sometimes a note, and of one that it is no more.
func (f *fill) lifeOf(d *dice, id journal.ID, x offer) {
	at := func(ago int) time.Time {
		day := f.calendar.days[max(len(f.calendar.days)-1-ago*5/7, 0)]
		when := clock(day, time.Duration(d.between(opensEarly, closesLate))*time.Minute)
		if when.After(f.calendar.now) {
			when = f.calendar.now.Add(-time.Minute)
		}
		return when
	}
	said := func(ago int, a model.Action) {
		f.events = append(f.events, event{at: at(ago), by: f.me, actions: []model.Action{a}})
	}
	if x.checked >= 0 && x.checked < history*30 {
		said(x.checked, directory.Assure{ID: id})
	}
	if d.chance(20) {
		said(d.between(5, 200), directory.Note{ID: id, Text: one(d, []string{"Bellen werkt beter dan mailen.", "Vraag naar de baliemedewerker, dan gaat het sneller.", "Men wil graag een kopie van de brief.", "Er is een drempel bij de voordeur."})})
	}
	if x.name == retiredOffer {
		said(14, directory.Retire{ID: id, Why: "De winkel is gestopt."})
	}
}

// When somebody looks a service over, in minutes after midnight.
const (
	opensEarly = 9*60 + 10
	closesLate = 9*60 + 50
)

// referral hands a question over: to a service of the directory, where what is named is one.
func (f *fill) referral(id journal.ID, to string, warm, consent bool) desk.ReferRequest {
	return desk.ReferRequest{ID: id, To: to, Warm: warm, Consent: consent, Service: f.services[to]}
}
