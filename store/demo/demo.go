package demo

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store"
)

// How big the neighbourhood is.
const (
	Residents = 400
	Students  = 60
	Requests  = 2000
)

// batchSize is how many events are committed together: enough that the disk does not count, few enough that the program
// can be stopped in between.
const batchSize = 2500

// coordinator is who acts in the demo, at the first site.
const coordinator = "Samira Benali"

// fill is a neighbourhood under way.
type fill struct {
	stage    *stage
	dice     *dice
	names    *naming
	calendar *calendar
	topics   []topic
	sites    []*site
	events   []event
	sessions map[journal.ID]*model.Session
	me       journal.ID            // the coordinator
	services map[string]journal.ID // of the directory, by what referrals call them
}

// site is a place with what the store and the dice made of it.
type site struct {
	place
	id        journal.ID
	team      team
	residents []*neighbour
}

// neighbour is a resident, in the store from the first question on.
type neighbour struct {
	desk.Resident
	female bool
	known  bool
}

// event is something that somebody did at a moment.
type event struct {
	at      time.Time
	by      journal.ID
	actions []model.Action
	made    *journal.ID // where what was made is kept; nil: nowhere
}

// Open makes a store with the neighbourhood in a folder for a while; drop removes it, when it is closed. Errors: as Fill and
// store.Open.
func Open(ctx context.Context, o store.Options) (s *store.Store, drop func() error, err error) {
	dir, drop, err := store.Scratch("")
	if err != nil {
		return nil, nil, err
	}
	path := filepath.Join(dir, "demo.db")
	if err = store.Create(path, o.Now()); err == nil {
		s, err = store.Open(path, o)
	}
	if err != nil {
		return nil, nil, errors.Join(err, drop())
	}
	if _, err := Fill(ctx, s, o.Now(), 1, nil); err != nil {
		return nil, nil, errors.Join(err, s.Close(), drop())
	}
	return s, drop, nil
}

// Fill founds an empty store and fills it with the neighbourhood as it is now, and returns who acts in it: a coordinator at
// the first site. progress, which may be nil, is told how many of all events have been written. What was committed stays
// when the context ends. Errors: Conflict for a store that has begun already; the context's; Full or ReadOnly from the disk.
func Fill(ctx context.Context, backend model.Backend, now time.Time, seed int64, progress func(done, total int)) (journal.ID, error) {
	zone, err := time.LoadLocation(days.DefaultZone)
	if err != nil { // a machine that knows no time zones keeps its own time
		zone = now.Location()
	}
	d := newDice(seed)
	f := &fill{stage: &stage{Backend: backend, ids: d.raw}, dice: d, names: newNaming(d), calendar: newCalendar(now, zone),
		topics: topics(), sessions: map[journal.ID]*model.Session{}}
	var me journal.ID
	if err := f.stage.together(ctx, func() error {
		me, err = f.found(ctx, seed)
		return err
	}); err != nil {
		return journal.ID{}, err
	}
	for _, s := range f.sites {
		f.tell(s)
	}
	slices.SortStableFunc(f.events, func(a, b event) int { return a.at.Compare(b.at) })
	if err := f.play(ctx, progress); err != nil {
		return me, err
	}
	if err := f.learn(ctx); err != nil {
		return me, err
	}
	if err := f.regulars(ctx, seed); err != nil {
		return me, err
	}
	if err := f.meet(ctx, seed); err != nil {
		return me, err
	}
	if err := f.teaching(ctx, seed); err != nil {
		return me, err
	}
	if err := f.count(ctx, seed); err != nil {
		return me, err
	}
	if err := f.worth(ctx, seed); err != nil {
		return me, err
	}
	if err := f.became(ctx); err != nil {
		return me, err
	}
	return me, f.community(ctx)
}

// found opens the sites and takes on everybody, two weeks before the first resident comes.
func (f *fill) found(ctx context.Context, seed int64) (journal.ID, error) {
	f.stage.clock = clock(f.calendar.days[0].AddDate(0, 0, -14), 10*time.Hour)
	all := places()
	f.names.taken[coordinator] = true
	me, err := model.Found(ctx, f.stage, model.Founding{Site: all[0].name, Code: all[0].code, Me: coordinator})
	if err != nil {
		return me, err
	}
	f.me = me
	boss, err := model.Enter(ctx, f.stage, me)
	if err != nil {
		return me, err
	}
	f.stage.clock = f.stage.clock.Add(time.Hour) // whoever founds is the first
	profile := boss.Me()
	profile.Languages, profile.Email = []string{"nl", "ar"}, "samira.benali@leerbalie.example"
	if _, err := boss.DoQuietly(ctx, model.EditPerson{Person: profile}); err != nil {
		return me, err
	}
	for i, p := range all {
		s := &site{place: p, id: boss.Site()}
		if i > 0 {
			r, err := boss.DoQuietly(ctx, model.AddSite{Site: model.Site{Name: p.name, Code: p.code}})
			if err != nil {
				return me, err
			}
			s.id = r.Entity
		}
		if err := f.furnish(ctx, boss, s.id); err != nil {
			return me, err
		}
		if err := f.hire(ctx, boss, s); err != nil {
			return me, err
		}
		for range Residents * p.share / 100 {
			r, female := f.dice.resident(f.names, s.id, p, f.calendar.now.Year())
			s.residents = append(s.residents, &neighbour{Resident: r, female: female})
		}
		f.sites = append(f.sites, s)
	}
	return me, f.fillDirectory(ctx, seed, boss)
}

// furnish gives a site its hours and lists, as the coordinator.
func (f *fill) furnish(ctx context.Context, boss *model.Session, id journal.ID) error {
	s, err := boss.SiteByID(ctx, id)
	if err != nil {
		return err
	}
	_, err = boss.DoQuietly(ctx, model.EditSite{Site: furnish(s)})
	return err
}

// play writes the events in the order in which they happened, each as the person who did it.
func (f *fill) play(ctx context.Context, progress func(done, total int)) error {
	for from := 0; from < len(f.events); from += batchSize {
		to := min(from+batchSize, len(f.events))
		if err := f.stage.together(ctx, func() error {
			for _, e := range f.events[from:to] {
				f.stage.clock = e.at
				session, err := f.view(ctx, e.by)
				if err != nil {
					return err
				}
				r, err := session.DoQuietly(ctx, e.actions...)
				if err != nil {
					return err
				}
				if e.made != nil && len(r.Created) > 0 {
					*e.made = r.Created[0]
				}
			}
			return nil
		}); err != nil {
			return err
		}
		if progress != nil {
			progress(to, len(f.events))
		}
	}
	return nil
}

func (f *fill) view(ctx context.Context, who journal.ID) (*model.Session, error) {
	if session, ok := f.sessions[who]; ok {
		return session, nil
	}
	session, err := model.Enter(ctx, f.stage, who)
	if err == nil {
		f.sessions[who] = session
	}
	return session, err
}
