package exchange

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/open311"
)

// mixedRows is a table whose rows go up and down in time, the newest first at its beginning, with rows that are refused and rows that come
// again.
func mixedRows(n int) string {
	var b strings.Builder
	b.WriteString("zaaknummer;datum;afgesloten op;vraag;kanaal;minuten;resultaat\n")
	at := time.Date(2022, 1, 1, 9, 0, 0, 0, time.UTC)
	for i := range n {
		when := at.Add(time.Duration((n-i)*7919%n) * 20 * time.Minute)
		question, source := fmt.Sprintf("vraag %d", i), fmt.Sprint("Z", i)
		switch i % 50 {
		case 7:
			question = "" // refused
		case 9:
			source = fmt.Sprint("Z", i-1) // again, with other words: refused
		case 11:
			question = "bel 111222333" // may be a citizen service number, and is asked
		}
		fmt.Fprintf(&b, "%s;%s;%s;%s;balie;%d;doorverwezen\n", source, when.Format("02-01-2006 15:04"), when.Add(time.Hour).Format("02-01-2006 15:04"), question, i%60+1)
	}
	return b.String()
}

// Rows are written in the order of their moments, and told of in the order of the file: what came of each is what it would be unsorted.
func TestRowsAreSortedByTheirMoment(t *testing.T) {
	const n = batchRows + 500
	session := deskSession(t)
	report := bring(t, session, mixedRows(n), transfer.ImportOptions{})
	if report.Read != n || report.Imported+report.Unchanged+len(report.Refused) != n || report.Unchanged != 0 {
		t.Fatalf("%s", counts(report))
	}
	if !slices.IsSortedFunc(report.Refused, func(a, b transfer.Refusal) int { return a.Row - b.Row }) || len(report.Refused) < 2*(n/50) {
		t.Errorf("%d refused, out of order", len(report.Refused))
	}
	if !slices.IsSortedFunc(report.Asked, func(a, b transfer.Asked) int { return a.Row - b.Row }) {
		t.Error("what is asked is out of order")
	}
	page, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewAll})
	if err != nil {
		t.Fatal(err)
	}
	byNumber := slices.SortedFunc(slices.Values(page.Rows), func(a, b desk.RequestRow) int { return strings.Compare(a.Number, b.Number) })
	if !slices.IsSortedFunc(byNumber, func(a, b desk.RequestRow) int { return a.Created.Compare(b.Created) }) {
		t.Error("they were written in another order than that of their moments")
	}
	for _, r := range page.Rows {
		var i int
		if _, err := fmt.Sscanf(r.Summary, "vraag %d", &i); err == nil && i%50 == 9 {
			t.Fatalf("%q was taken, and not the one before it in the file", r.Summary)
		}
	}
}

// An import that is stopped in the middle, and done again, brings in each row once.
func TestAStoppedSortedImportGoesOn(t *testing.T) {
	const n = batchRows + 500
	session := deskSession(t)
	file := mixedRows(n)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	half, err := ImportRequests(ctx, session, strings.NewReader(file), transfer.ImportOptions{Now: clock, Progress: func(transfer.Report) { stop() }})
	if !errors.Is(err, context.Canceled) || half.Imported == 0 || half.Imported > batchRows {
		t.Fatal(counts(half), err)
	}
	again := bring(t, session, file, transfer.ImportOptions{})
	if again.Unchanged != half.Imported || again.Imported+again.Unchanged+len(again.Refused) != n {
		t.Errorf("%s after %s", counts(again), counts(half))
	}
}

// What was read before the reading ended is brought in, and what ended it is told.
func TestWhatEndsTheReadingIsTold(t *testing.T) {
	cable := errors.New("cable")
	for _, rows := range []int{1000, batchRows + 10} {
		session := deskSession(t)
		src := io.MultiReader(strings.NewReader(manyRows(rows, true)), iotest.ErrReader(cable))
		report, err := ImportRequests(t.Context(), session, src, transfer.ImportOptions{Now: clock})
		if !errors.Is(err, cable) || report.Imported != rows {
			t.Errorf("%v, after %s", err, counts(report))
		}
	}
}

// What waits to be sorted is kept whole.
func TestNothingIsLostWhileItWaits(t *testing.T) {
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2025, 3, 14, 9, 0, 0, 0, amsterdam)
	e := entry{closed: true, closedAt: at.Add(time.Hour), parked: true, dated: true, derived: true, fresh: true, wordless: true, own: journal.ID{9}, staff: []journal.ID{{7}}, referral: "Wijkteam",
		asker: &desk.Resident{Name: "Vos"}, renamed: new(bool), minutes: 700, memos: []open311.Note{{At: at, Text: "memo"}}}
	table := desk.RequestTable()
	for i := range table {
		v := journal.Text(fmt.Sprint("waarde ", i))
		switch table[i].Get(&e.request); table[i].Name {
		case "follow-up", "created":
			v = journal.Int(at.UnixMilli())
		case "resident", "origin":
			id := journal.ID{byte(i + 1)}
			v = journal.Bytes(string(id[:]))
		}
		table[i].Put(&e.request, v)
	}
	e.request.ID, e.request.Created, e.request.FollowUp = journal.ID{9}, at, time.UnixMilli(at.UnixMilli()).UTC()
	e.how.Outcome, e.how.Tags, e.how.WhereFound = "referred", []string{"een", "twee"}, "website"
	got := e.keep().entry()
	got.request.FollowUp = got.request.FollowUp.UTC()
	if !reflect.DeepEqual(got, &e) {
		t.Errorf("kept %+v\nof   %+v", got, &e)
	}
	if !reflect.DeepEqual(got.actions(), e.actions()) {
		t.Error("other actions come of it")
	}
}

// A trial keeps the order of the file: what it says of a row does not hang on others that come later.
func TestATrialIsNotSorted(t *testing.T) {
	session := deskSession(t)
	seen := 0
	bring(t, session, mixedRows(batchRows+500), transfer.ImportOptions{DryRun: true, Progress: func(r transfer.Report) {
		if seen++; r.Read > seen*batchRows {
			t.Errorf("%d rows were read for %d batches", r.Read, seen)
		}
	}})
	if seen != 2 {
		t.Errorf("%d batches", seen)
	}
}
