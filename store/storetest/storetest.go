// Package storetest is the conformance suite of stores: whatever keeps Leerbalie's data must pass it.
package storetest

import (
	"context"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/storetest/counting"
)

// Open makes an empty store with the given clock; it is closed when the test ends.
type Open func(t *testing.T, now func() time.Time) model.Backend

// Run holds a store to the contract of model.Backend.
func Run(t *testing.T, open Open) {
	for name, test := range map[string]func(*testing.T, *bench){
		"a request from walk-in to closed": walkIn,
		"lists stand in their order":       lists,
		"pages join without a gap":         pages,
		"what fails leaves nothing":        whole,
		"one refused among many":           try,
		"one thing done to many":           toMany,
		"undo and redo":                    undo,
		"undo stops at others' work":       undoConflict,
		"two claims at once":               overtaken,
		"what people wrote apart":          conflicting,
		"searching":                        searching,
		"finding in stretches":             finding,
		"however it is written":            spelling,
		"residents":                        residents,
		"every resident of a site":         eachResident,
		"erasing a student's records":      eraseStudent,
		"erasing where one person leads":   eraseAlone,
		"erasing who works here now":       eraseColleague,
		"where else a student is named":    studentElsewhere,
		"clearance":                        clearance,
		"supervision":                      supervision,
		"citizen service numbers":          bsn,
		"tasks and referrals":              openEnds,
		"erasure":                          erasing,
		"who is named elsewhere":           named,
		"the journal in stretches":         inStretches,
		"erasing under any page":           everyPage,
		"drafts and settings":              local,
		"many tries of a PIN at once":      pins,
		"watching":                         watching,
		"history":                          history,
		"splitting and merging":            splitMerge,
		"a merged request counts once":     mergedCountsOnce,
		"taken away":                       takenAway,
		"what is due":                      due,
		"what is promised":                 promised,
		"checklists":                       ticks,
		"informing a colleague":            informing,
		"what waits until it is seen":      noticing,
		"text blocks":                      textBlocks,
		"an import, from begin to undo":    undoImport,
		"what an undone import leaves":     undoImportAgain,
		"residents of an undone import":    undoImportResidents,
		"students of an undone import":     undoImportStudents,
		"kept mappings":                    keptMappings,
		"the directory":                    referredTo,
		"prices":                           prices,
		"a regular client":                 regularClient,
		"the clock of a notification":      wmoClock,
		"whom a notification is on":        wmoOnSomebody,
		"who can be informed":              informable,
		"messages apart and together":      messagesMerge,
		"what is on somebody":              onSomebody,
		"a promise gets another time":      taskMoves,
		"handing over":                     handingOver,
		"what stays at handing over":       handingOverStays,
		"handing over is one thing":        handingOverBack,
		"erasing what a message is about":  messagesErased,
		"merging residents":                mergeResidents,
		"evidence follows a merge":         evidenceFollowsMerge,
		"what students take away":          studentsTakeAway,
		"erasing what is away":             erasingWhatIsAway,
		"a site's own lists":               siteLists,
		"frameworks and their versions":    frameworkVersions,
		"handled work becomes evidence":    evidence,
		"who sees what was learned":        learningClearance,
		"judging, and the second is blind": judging,
		"fellow students judge":            peers,
		"versions of a list":               versions,
		"who is blind stays blind":         staysBlind,
		"a decision freezes":               deciding,
		"the matrix and growth":            matrix,
		"offers":                           offers,
		"who leaves and comes back":        leaving,
		"a page that is open":              openPage,
		"pairs from proposal to the end":   pairLife,
		"publishing pairs is one change":   pairUndo,
		"who sees what of a pair":          pairClearance,
		"a pair takes up a request":        pairClaim,
		"a time-out and its reason":        timeOut,
		"a pair that lies still":           pausedPair,
		"days are those of the site":       localDays,
		"days that cannot be":              daysThatCannotBe,
		"figures of a site":                func(t *testing.T, b *bench) { counting.Site(t, &b.now, b.store, b.sam) },
		"figures over time":                func(t *testing.T, b *bench) { counting.Time(t, &b.now, b.store, b.sam) },
		"a clock that is far ahead":        clockFarAhead,
		"a store that was long unused":     longUnused,
		"a clock that was set back":        clockBehind,
	} {
		t.Run(name, func(t *testing.T) {
			now := time.Date(2026, 3, 2, 14, 0, 0, 0, time.UTC)
			b := &bench{t: t, now: now}
			b.store = open(t, func() time.Time { return b.now })
			me, err := model.Found(b.ctx(), b.store, model.Founding{Site: "Servicepunt Zuidwest", Code: "ZW", Me: "Sam"})
			b.must(err)
			b.sam = b.enter(me)
			test(t, b)
		})
	}
}

// bench is a store with a coordinator on it.
type bench struct {
	t     *testing.T
	now   time.Time
	store model.Backend
	sam   *model.Session
}

func (b *bench) ctx() context.Context { return b.t.Context() }

func (b *bench) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) wait(d time.Duration) { b.now = b.now.Add(d) }

func (b *bench) enter(id journal.ID) *model.Session {
	b.t.Helper()
	session, err := model.Enter(b.ctx(), b.store, id)
	b.must(err)
	return session
}

func (b *bench) do(session *model.Session, actions ...model.Action) model.Receipt {
	b.t.Helper()
	r, err := session.Do(b.ctx(), actions...)
	b.must(err)
	return r
}

func (b *bench) refused(kind fault.Kind, msg string, session *model.Session, actions ...model.Action) {
	b.t.Helper()
	_, err := session.Do(b.ctx(), actions...)
	b.fails(kind, msg, err)
}

func (b *bench) fails(kind fault.Kind, msg string, err error) {
	b.t.Helper()
	var e *fault.Error
	if err == nil {
		b.t.Fatalf("wanted %s, got no error", msg)
	}
	if !asError(err, &e) || e.Kind != kind || e.Msg != msg {
		b.t.Fatalf("wanted %s of kind %d, got %v", msg, kind, err)
	}
}

// ask takes a question in and returns its id.
func (b *bench) ask(summary string, urgency model.Urgency) journal.ID {
	b.t.Helper()
	return b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: summary, Urgency: urgency}}).Entity
}

func (b *bench) person(name string, roles ...model.Role) *model.Session {
	b.t.Helper()
	r := b.do(b.sam, model.AddPerson{Person: model.Person{Name: name, Roles: roles, Site: b.sam.Site()}})
	return b.enter(r.Entity)
}

func (b *bench) request(id journal.ID) desk.Request {
	b.t.Helper()
	r, err := desk.ReadRequest(b.ctx(), b.sam, id)
	b.must(err)
	return r
}

func (b *bench) list(view desk.QueueView) (numbers []string) {
	b.t.Helper()
	p, err := desk.ReadPage(b.ctx(), b.sam, desk.PageQuery{View: view})
	b.must(err)
	for _, r := range p.Rows {
		numbers = append(numbers, r.Number)
	}
	return numbers
}

func (b *bench) counts(waiting, claimed, parked, closed int) {
	b.t.Helper()
	c, err := desk.ReadCounts(b.ctx(), b.sam)
	b.must(err)
	if c.Waiting != waiting || c.Claimed != claimed || c.Parked != parked || c.Closed != closed {
		b.t.Fatalf("counts %+v, want %d %d %d %d", c, waiting, claimed, parked, closed)
	}
}

func (b *bench) same(got, want any) {
	b.t.Helper()
	if g, w := show(got), show(want); g != w {
		b.t.Fatalf("got %s, want %s", g, w)
	}
}
