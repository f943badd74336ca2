package visits

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// each visits the arrangements of a site that were not taken back, with their items.
func each(tx model.Tx, site journal.ID, visit func(*Arrangement, []journal.Item) error) error {
	return tx.Each(KindArrangement, func(r *journal.Record) error {
		if r.Part != site || r.Archived() {
			return nil
		}
		items, err := tx.Items(KindArrangement, r.ID)
		if err != nil {
			return err
		}
		a := Of(r, items)
		return visit(&a, items)
	})
}

// Query asks for visits of the session's site.
type Query struct {
	From, To    time.Time  // calendar days, both included
	Today       time.Time  // the calendar day there: what is over has no problems any more
	Resident    journal.ID // only of this one, under whatever page; zero: of all
	Person      journal.ID // only those to which this one goes or went; zero: all
	Arrangement journal.ID // only of this one; zero: all
	Names       bool       // with the residents' names: a look that is noted, once in a session
}

// Week asks for the ISO week of a calendar day.
func Week(day, today time.Time) Query {
	return Query{From: Monday(day), To: Monday(day).AddDate(0, 0, 6), Today: today, Names: true}
}

// WeekCode is the ISO 8601 week of a calendar day: 2026-W49.
func WeekCode(day time.Time) string {
	year, week := day.ISOWeek()
	return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006") + "-W" + string([]byte{'0' + byte(week/10), '0' + byte(week%10)})
}

// ParseWeek reads an ISO 8601 week, and gives its Monday. Errors: Invalid for another form, and for a week that the year has not.
func ParseWeek(text string) (time.Time, error) {
	bad := fault.New(fault.Invalid, "visit-week", "text", text)
	year, week, ok := strings.Cut(strings.ToUpper(strings.TrimSpace(text)), "-W")
	first, err := time.Parse("2006", year)
	if !ok || err != nil || len(week) != 2 || week < "01" || week > "53" {
		return first, bad
	}
	n := int(week[0]-'0')*10 + int(week[1]) - '0'
	day := Monday(time.Date(first.Year(), 1, 4, 0, 0, 0, 0, time.UTC)).AddDate(0, 0, 7*(n-1)) // the fourth is in the first week
	if WeekCode(day) != year+"-W"+week {
		return first, bad
	}
	return day, nil
}

// Read reads visits, by day and part of the day. Errors: Refused for whom the desk is closed; Invalid for days in the wrong order; those
// of noting the look.
func Read(ctx context.Context, session *model.Session, q Query) (out []Visit, err error) {
	if q.To.Before(q.From) {
		return nil, fault.New(fault.Invalid, "visits-until", "from", q.From.Format(time.DateOnly), "until", q.To.Format(time.DateOnly))
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		out, err = readIn(ctx, tx, session, q)
		return err
	})
	if err != nil || !q.Names {
		return out, err
	}
	residents := map[journal.ID]bool{}
	for i := range out {
		residents[out[i].Resident] = true
	}
	if err := desk.NoteLook(ctx, session, "", len(residents)); err != nil {
		return nil, err
	}
	return out, nil
}

func readIn(ctx context.Context, tx model.Tx, session *model.Session, q Query) (out []Visit, err error) {
	pages, whose := pagesIn(tx), journal.ID{}
	if !q.Resident.IsZero() {
		page, err := pages(q.Resident)
		if err != nil {
			return nil, err
		}
		whose = page.ID
	}
	before := keptOf(session)
	err = tx.Each(KindArrangement, func(r *journal.Record) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.Part != session.Site() || r.Archived() || !q.Arrangement.IsZero() && r.ID != q.Arrangement {
			return nil
		}
		t, err := before.told(tx, r, q.From, q.To)
		if err != nil {
			return err
		}
		a := of(r, t.ended)
		found := a.between(t.spoken, q.From, q.To)
		if len(found) == 0 {
			return nil
		}
		page, err := pages(a.Resident)
		if err != nil || !whose.IsZero() && page.ID != whose {
			return err
		}
		for i := range found {
			if found[i].Resident = page.ID; q.Names {
				found[i].ResidentName = page.Name
			}
		}
		out = append(out, found...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(out, func(a, b Visit) int {
		return cmp.Or(a.On.Compare(b.On), cmp.Compare(slices.Index(Parts(), a.Part), slices.Index(Parts(), b.Part)), cmp.Compare(a.ResidentName, b.ResidentName),
			strings.Compare(a.ID(), b.ID()))
	})
	if err := problems(tx, out, q.Today); err != nil {
		return nil, err
	}
	if !q.Person.IsZero() {
		out = slices.DeleteFunc(out, func(v Visit) bool { return !slices.Contains(v.Who, q.Person) })
	}
	return out, nil
}

// pagesIn reads under whose page everything of a resident stands, each once.
func pagesIn(tx model.Tx) func(journal.ID) (desk.Resident, error) {
	known := map[journal.ID]desk.Resident{}
	return func(id journal.ID) (page desk.Resident, err error) {
		if page, ok := known[id]; ok {
			return page, nil
		}
		rec, err := tx.Record(desk.KindResident, id)
		if err != nil {
			return page, err
		}
		if page.ID = id; rec != nil {
			page, err = desk.PageOf(desk.ResidentOf(rec), func(id journal.ID) (*journal.Record, error) { return tx.Record(desk.KindResident, id) })
		}
		known[id] = page
		return page, err
	}
}

// ReadWeek reads the visits of the ISO week of a calendar day at the session's site, with the residents' names. Errors as for Read.
func ReadWeek(ctx context.Context, session *model.Session, day, today time.Time) ([]Visit, error) {
	return Read(ctx, session, Week(day, today))
}

// ReadMine reads the visits of the session's person on days from one to another, both included. Errors as for Read.
func ReadMine(ctx context.Context, session *model.Session, from, to, today time.Time) ([]Visit, error) {
	return Read(ctx, session, Query{From: from, To: to, Today: today, Person: session.Me().ID, Names: true})
}

// Arranged is an arrangement as lists show it.
type Arranged struct {
	Arrangement
	Page  journal.ID // the resident under whose page it stands
	Name  string     // of that one
	Names []string   // of who goes
}

// ReadOf reads what was arranged with a resident, under whatever page: what runs first, then what ended, each in the order in which it
// began; zero reads all of the site. Errors: Refused for whom the desk is closed.
func ReadOf(ctx context.Context, session *model.Session, resident journal.ID) (out []Arranged, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		out = nil
		pages, names := pagesIn(tx), desk.NamesOf(tx)
		whose, err := pages(resident)
		if err != nil {
			return err
		}
		return each(tx, session.Site(), func(a *Arrangement, _ []journal.Item) error {
			page, err := pages(a.Resident)
			if err != nil || !resident.IsZero() && page.ID != whose.ID {
				return err
			}
			one := Arranged{Arrangement: *a, Page: page.ID, Name: page.Name}
			one.Names, err = names(a.Who)
			out = append(out, one)
			return err
		})
	})
	slices.SortStableFunc(out, func(a, b Arranged) int {
		ended := func(a *Arranged) int {
			if a.Ended != nil || a.Erased {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(ended(&a), ended(&b)), a.From.Compare(b.From), strings.Compare(a.ID.String(), b.ID.String()))
	})
	return out, err
}

// FindArrangement finds an arrangement of the session's site by its id or an end of it of four digits or more. Errors: NotFound;
// Conflict where several end so.
func FindArrangement(ctx context.Context, session *model.Session, text string) (found Arrangement, err error) {
	text = strings.ToLower(strings.TrimSpace(text))
	var all []Arrangement
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		all = nil
		return each(tx, session.Site(), func(a *Arrangement, _ []journal.Item) error {
			if id := a.ID.String(); id == text || len(text) >= 4 && strings.HasSuffix(id, text) {
				all = append(all, *a)
			}
			return nil
		})
	})
	switch {
	case err != nil:
		return found, err
	case len(all) == 0:
		return found, fault.New(fault.NotFound, "visits-unknown", "id", text)
	case len(all) > 1:
		return found, fault.New(fault.Conflict, "visits-which", "id", text)
	}
	return all[0], nil
}

// Find finds a visit by Visit.ID or Visit.Short. Errors: Invalid for what names none; NotFound; Conflict where two arrangements end so.
func Find(ctx context.Context, session *model.Session, text string) (v Visit, err error) {
	of, date, err := cutID(text)
	if err != nil {
		return v, err
	}
	a, err := FindArrangement(ctx, session, of)
	if err != nil {
		return v, err
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		items, err := tx.Items(KindArrangement, a.ID)
		if err == nil {
			v, err = a.at(items, date)
		}
		return err
	})
	return v, err
}

// Today is the calendar day of a moment at the session's site.
func Today(ctx context.Context, session *model.Session, now time.Time) (day time.Time, err error) {
	site, err := session.SiteByID(ctx, session.Site())
	return days.Of(now, site.Location()), err
}

// ReadOne reads one visit of the session's site by its own day, with the resident's name. Errors: NotFound; those of Read.
func ReadOne(ctx context.Context, session *model.Session, arrangement journal.ID, date, today time.Time) (v Visit, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		rec, err := tx.Record(KindArrangement, arrangement)
		if err != nil {
			return err
		}
		if rec == nil || rec.Part != session.Site() {
			return fault.New(fault.NotFound, "visits-unknown", "id", arrangement.String())
		}
		items, err := tx.Items(KindArrangement, arrangement)
		if err != nil {
			return err
		}
		a := Of(rec, items)
		if v, err = a.at(items, date); err != nil {
			return err
		}
		page, err := pagesIn(tx)(a.Resident)
		if err != nil {
			return err
		}
		one := []Visit{v}
		one[0].Resident, one[0].ResidentName = page.ID, page.Name
		err = problems(tx, one, today)
		v = one[0]
		return err
	})
	if err != nil {
		return v, err
	}
	return v, desk.NoteLook(ctx, session, "", 1)
}
