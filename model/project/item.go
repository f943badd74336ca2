package project

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// The kinds of item of a project. Numbers are on disk and never reused.
const (
	ItemAgreed  journal.ItemKind = 111 // that somebody agrees with the programme
	ItemSession journal.ItemKind = 112
	ItemResult  journal.ItemKind = 113 // what came of it on the way
	ItemNote    journal.ItemKind = 114 // of a session
	ItemMember  journal.ItemKind = 115 // that somebody takes part, since when and until when
)

// The fields of these items. Numbers are on disk and never reused. The first tells of what it is a version: a later one replaces it.
const (
	itemKey journal.Field = 2
	itemOff journal.Field = 20 // it is taken back

	agreedWho       journal.Field = 3
	agreedParty     journal.Field = 4
	agreedFor       journal.Field = 5
	agreedOn        journal.Field = 6 // days since 1970
	agreedProgramme journal.Field = 7 // with which text; see programmeOf

	sessionDay     journal.Field = 3 // days since 1970
	sessionCame    journal.Field = 4
	sessionMinutes journal.Field = 5
	sessionWhat    journal.Field = 6

	resultDay  journal.Field = 3 // days since 1970
	resultText journal.Field = 4

	noteOf   journal.Field = 3 // the session
	noteText journal.Field = 4

	memberAs    journal.Field = 3
	memberSince journal.Field = 4 // days since 1970
	memberUntil journal.Field = 5 // days since 1970
	memberPair  journal.Field = 6 // the members of a pair
)

// Party is on whose behalf somebody agrees with a programme.
type Party string

// The parties that set a programme together.
const (
	Professional Party = "professional"
	Teacher      Party = "teacher"
	School       Party = "school"
	Partner      Party = "partner"
)

// Parties are those that can be chosen, in their order.
func Parties() []Party { return []Party{Professional, Teacher, School, Partner} }

// Agreement is that somebody agrees with the programme of a project as it was then.
type Agreement struct {
	journal.Mark            // who noted it, when
	Who          journal.ID // somebody who works, learns or takes part here, or a partner
	Party        Party
	For          string    // the school or the organisation, in words
	On           time.Time // UTC midnight
	Current      bool      // the programme says the same now
	programme    journal.ID
}

// Session is a time at which a project was held.
type Session struct {
	journal.Mark            // who noted it last, when
	ID           journal.ID // zero for a new one
	Day          time.Time  // UTC midnight
	Came         int        // how many residents came; nobody is named
	Minutes      int
	What         string
}

// Result is what came of a project on the way, in words.
type Result struct {
	journal.Mark
	ID   journal.ID // zero for a new one
	Day  time.Time  // UTC midnight
	Text string
}

// Note is what somebody noted of a session.
type Note struct {
	journal.Mark
	ID      journal.ID // zero for a new one
	Session journal.ID
	Text    string
}

// As is as what somebody takes part.
type As string

// As what somebody takes part.
const (
	AsStudent As = "student"
	AsPair    As = "pair" // two students who work together, or three; see model/pairs
	AsGuest   As = "guest"
)

// Member is that somebody takes part.
type Member struct {
	journal.Mark
	Who   journal.ID // a person or a pair
	As    As
	Since time.Time    // UTC midnight; zero: from the beginning
	Until time.Time    // UTC midnight, the last day; zero: still
	Pair  []journal.ID // the members of a pair when it joined
}

func items() []together.ItemKind[Project] {
	return []together.ItemKind[Project]{
		{Kind: ItemAgreed, Said: "agreed", Version: itemKey, May: func(p *Project, by *model.Person, f journal.Fields) bool {
			return f.Get(agreedWho).ID() == by.ID
		}},
		{Kind: ItemSession, Said: "session", Version: itemKey},
		{Kind: ItemResult, Said: "result", Version: itemKey, May: mayAdd},
		{Kind: ItemNote, Said: "session-note", Version: itemKey, May: mayAdd},
		{Kind: ItemMember, Said: "takes-part", Version: itemKey, May: func(p *Project, by *model.Person, f journal.Fields) bool {
			return f.Get(itemKey).ID() == by.ID && (!onlyGuest(by) || p.Names(by.ID))
		}},
	}
}

// mayAdd lets every member add a result or a note, and a guest who is named; who wrote one corrects it.
func mayAdd(p *Project, by *model.Person, f journal.Fields) bool {
	key := f.Get(itemKey).ID()
	for _, r := range p.Results {
		if r.ID == key && r.By != by.ID {
			return false
		}
	}
	for _, n := range p.Notes {
		if n.ID == key && n.By != by.ID {
			return false
		}
	}
	return !onlyGuest(by) || p.Names(by.ID)
}

// programmeOf stands for the text of a programme.
func programmeOf(text string) journal.ID {
	return journal.KeyedID("programme", strings.Join(strings.Fields(text), " "))
}

func day(f journal.Fields, on journal.Field) time.Time { return journal.CalendarDay(f.Get(on).Int()) }
func dayValue(t time.Time) journal.Value               { return journal.Int(journal.DayNumber(t)) }

// take reads what stands on a project: of each thing the version that came last.
func take(p *Project, all []journal.Item) {
	last := map[journal.ID]*journal.Item{}
	var keys []journal.ID
	for i := range all {
		it := &all[i]
		key := it.Fields.Get(itemKey).ID()
		if it.Kind < ItemAgreed || it.Kind > ItemMember || key.IsZero() {
			continue
		}
		if key = journal.KeyedID("on-project", string(rune(it.Kind)), string(key[:])); last[key] == nil {
			keys = append(keys, key)
		}
		last[key] = it
	}
	now := programmeOf(p.Programme)
	for _, key := range keys {
		it := last[key]
		f, mark := it.Fields, it.Mark(0)
		id := f.Get(itemKey).ID()
		if f.Get(itemOff).Bool() {
			continue
		}
		switch it.Kind {
		case ItemAgreed:
			a := Agreement{Mark: mark, Who: f.Get(agreedWho).ID(), Party: Party(f.Get(agreedParty).Text()), For: f.Get(agreedFor).Text(), On: day(f, agreedOn), programme: f.Get(agreedProgramme).ID()}
			a.Current = a.programme == now
			p.Agreed = append(p.Agreed, a)
		case ItemSession:
			p.Sessions = append(p.Sessions, Session{mark, id, day(f, sessionDay), int(f.Get(sessionCame).Int()), int(f.Get(sessionMinutes).Int()), f.Get(sessionWhat).Text()})
		case ItemResult:
			p.Results = append(p.Results, Result{mark, id, day(f, resultDay), f.Get(resultText).Text()})
		case ItemNote:
			p.Notes = append(p.Notes, Note{mark, id, f.Get(noteOf).ID(), f.Get(noteText).Text()})
		case ItemMember:
			p.member(Member{mark, id, As(f.Get(memberAs).Text()), day(f, memberSince), day(f, memberUntil), f.Get(memberPair).IDs()})
		}
	}
	slices.SortStableFunc(p.Agreed, func(a, b Agreement) int { return a.On.Compare(b.On) })
	slices.SortStableFunc(p.Sessions, func(a, b Session) int { return a.Day.Compare(b.Day) })
	slices.SortStableFunc(p.Results, func(a, b Result) int { return a.Day.Compare(b.Day) })
}

func (p *Project) member(m Member) {
	if p.Members = append(p.Members, m); !m.Until.IsZero() {
		return
	}
	switch m.As {
	case AsPair:
		p.Pairs = append(p.Pairs, m.Who)
	case AsStudent:
		p.Students = append(p.Students, m.Who)
	default:
		p.Guests = append(p.Guests, m.Who)
	}
}

// Leads tells whether somebody leads the project.
func (p *Project) Leads(person journal.ID) bool { return slices.Contains(p.Leaders, person) }

// Names tells whether somebody leads the project or takes part in it now, by themselves or in a pair.
func (p *Project) Names(person journal.ID) bool {
	if person.IsZero() {
		return false
	}
	return p.Leads(person) || slices.ContainsFunc(p.Members, func(m Member) bool {
		return m.Until.IsZero() && (m.Who == person || slices.Contains(m.Pair, person))
	})
}

// Taking is everybody who takes part now as a student, by themselves or in a pair, each once.
func (p *Project) Taking() (out []journal.ID) {
	for i := range p.Members {
		if m := &p.Members[i]; m.Until.IsZero() {
			for _, id := range m.students() {
				if !slices.Contains(out, id) {
					out = append(out, id)
				}
			}
		}
	}
	return out
}

// students are who takes part by it as a student.
func (m *Member) students() []journal.ID {
	switch m.As {
	case AsStudent:
		return []journal.ID{m.Who}
	case AsPair:
		return m.Pair
	}
	return nil
}

// Of is since when and until when a student takes part, by themselves or in a pair: the membership that runs, or else the last one that ended. ok
// is false for who never did.
func (p *Project) Of(student journal.ID) (out Member, ok bool) {
	for i := range p.Members {
		m := &p.Members[i]
		if !slices.Contains(m.students(), student) {
			continue
		}
		if !ok || !out.Until.IsZero() && (m.Until.IsZero() || m.Until.After(out.Until)) {
			out, ok = *m, true
		}
	}
	return out, ok
}

// Participants is how many residents came, all sessions together: who came twice counts twice.
func (p *Project) Participants() (n int) {
	for _, s := range p.Sessions {
		n += s.Came
	}
	return n
}

// Minutes is how long the sessions of a day were together.
func (p *Project) Minutes(day time.Time) (n int) {
	for _, s := range p.Sessions {
		if s.Day.Equal(day) {
			n += s.Minutes
		}
	}
	return min(n, model.MaxMinutes)
}

// Has tells whether there was a session on a day.
func (p *Project) Has(day time.Time) bool {
	return slices.ContainsFunc(p.Sessions, func(s Session) bool { return s.Day.Equal(day) })
}

// Days are the days with sessions, each once.
func (p *Project) Days() (out []time.Time) {
	for _, s := range p.Sessions {
		if len(out) == 0 || !out[len(out)-1].Equal(s.Day) {
			out = append(out, s.Day)
		}
	}
	return out
}

// Session finds one.
func (p *Project) Session(id journal.ID) (s Session, ok bool) {
	for _, s := range p.Sessions {
		if s.ID == id {
			return s, true
		}
	}
	return s, false
}

// Waits are the parties on whose behalf nobody agreed with the programme as it is now; none where there is no programme.
func (p *Project) Waits() (out []Party) {
	if strings.TrimSpace(p.Programme) == "" {
		return nil
	}
	for _, party := range Parties() {
		if !slices.ContainsFunc(p.Agreed, func(a Agreement) bool { return a.Current && a.Party == party }) {
			out = append(out, party)
		}
	}
	return out
}
