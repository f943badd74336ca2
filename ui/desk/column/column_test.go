package column_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/column"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

func words(lang text.Lang) *wording.Wording {
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	env := &screen.Env{Words: text.All().For(lang)}
	return &wording.Wording{Env: env, People: map[journal.ID]model.Person{}, Now: now}
}

// someLayout draws a layout as one may have been kept, also by another program.
func someLayout(t *rapid.T) column.Layout {
	names := rapid.SliceOf(rapid.SampledFrom(append(column.All(), "made-up"))).Draw(t, "columns")
	return column.Layout{Columns: names, Sort: rapid.SampledFrom(append(column.All(), "", "made-up")).Draw(t, "sort"), Back: rapid.Bool().Draw(t, "back")}
}

func someList(t *rapid.T) desk.QueueView {
	return rapid.SampledFrom([]desk.QueueView{desk.ViewWaiting, desk.ViewClaimed, desk.ViewParked, desk.ViewClosed, desk.ViewAll, desk.ViewDue}).Draw(t, "list")
}

// TestColumnsFitWhateverWasChosen: they never take more than the list has, the question is always there, nothing is there twice,
// and all of the room is used.
func TestColumnsFitWhateverWasChosen(t *testing.T) {
	w := words("nl")
	rapid.Check(t, func(t *rapid.T) {
		l, list := someLayout(t), someList(t)
		needs := column.Needs{}
		for _, name := range column.All() {
			needs[name] = rapid.IntRange(0, 60).Draw(t, name)
		}
		width := rapid.IntRange(40, 220).Draw(t, "width")
		fitted := l.Fit(column.Fitting{Width: width, List: list, Sorted: l.Sorted(list).Sort, Needs: needs}, w)
		cells, seen := 3, []string{}
		for i, f := range fitted {
			if i > 0 {
				cells += 2
			}
			cells += f.Cells
			if slices.Contains(seen, f.Name) {
				t.Fatalf("%s is there twice", f.Name)
			}
			seen = append(seen, f.Name)
		}
		if cells != width || !slices.Contains(seen, column.Summary) {
			t.Fatalf("%+v take %d of %d", fitted, cells, width)
		}
	})
}

// TestThemesAreNotCutWhereThereIsRoom: with the columns of a list, on 120 and 200 cells.
func TestThemesAreNotCutWhereThereIsRoom(t *testing.T) {
	for _, c := range []struct{ width, theme, want int }{{78, 16, 16}, {78, 9, 9}, {130, 32, 32}, {130, 60, 36}, {48, 30, 9}} {
		for _, f := range (column.Layout{}).Fit(column.Fitting{Width: c.width, List: desk.ViewWaiting, Sorted: column.Urgency, Needs: column.Needs{column.Theme: c.theme, column.Summary: 60, column.Number: 7}}, words("nl")) {
			if f.Name == column.Theme && f.Cells != c.want {
				t.Errorf("of %d cells a theme of %d gets %d, want %d", c.width, c.theme, f.Cells, c.want)
			}
		}
	}
}

// TestSortingKeepsEveryRow: whatever a list is sorted by, the rows are the same ones, those that say nothing come last both ways, and
// the other way round is the mirror of those that say something else.
func TestSortingKeepsEveryRow(t *testing.T) {
	w := words("en")
	rapid.Check(t, func(t *rapid.T) {
		l := someLayout(t)
		rows := make([]desk.RequestRow, rapid.IntRange(0, 30).Draw(t, "rows"))
		for i := range rows {
			at := w.Now.Add(-time.Duration(rapid.IntRange(0, 9999).Draw(t, "minutes")) * time.Minute)
			rows[i] = desk.RequestRow{ID: journal.ID{byte(i + 1)}, Number: rapid.SampledFrom([]string{"ZW-0001", "ZW-10000", "ZW-9999", "KV-0002", ""}).Draw(t, "number"),
				Summary: rapid.String().Draw(t, "summary"), Theme: rapid.SampledFrom([]string{"poverty", "housing", "", "own"}).Draw(t, "theme"), Created: at,
				Urgency: rapid.SampledFrom([]model.Urgency{model.UrgencyNow, model.UrgencyToday, model.UrgencyRoutine}).Draw(t, "urgency"),
				Status:  rapid.SampledFrom(desk.Statuses()).Draw(t, "status"), Minutes: rapid.IntRange(0, 3).Draw(t, "spent")}
		}
		got := l.InOrder(rows, w)
		seen := map[journal.ID]bool{}
		for _, r := range got {
			seen[r.ID] = true
		}
		if len(got) != len(rows) || len(seen) != len(rows) {
			t.Fatalf("%d rows of %d", len(seen), len(rows))
		}
		again := l.InOrder(got, w)
		for i := range got {
			if again[i].ID != got[i].ID {
				t.Fatal("sorting what is sorted moves rows")
			}
		}
	})
	got := column.Layout{Sort: column.Number}.InOrder([]desk.RequestRow{{Number: "ZW-10000"}, {Number: "ZW-9999"}}, w)
	if got[0].Number != "ZW-9999" {
		t.Errorf("%s comes first", got[0].Number)
	}
}

// TestALayoutOfBeforeShowsWhatItShowed: own views were kept with the columns behind the question alone.
func TestALayoutOfBeforeShowsWhatItShowed(t *testing.T) {
	var l column.Layout
	if err := json.Unmarshal([]byte(`{"columns":["theme","minutes","who"]}`), &l); err != nil {
		t.Fatal(err)
	}
	if got := l.Shown(desk.ViewClosed); !slices.Equal(got, []string{"number", "closed", "outcome", "summary", "theme", "minutes", "who"}) {
		t.Errorf("it shows %v", got)
	}
}

func BenchmarkSortAThousand(b *testing.B) {
	w := words("nl")
	rows := make([]desk.RequestRow, column.MostSorted)
	for i := range rows {
		rows[i] = desk.RequestRow{ID: journal.ID{byte(i), byte(i >> 8)}, Theme: []string{"poverty", "housing", "digital"}[i%3], Created: w.Now}
	}
	for b.Loop() {
		column.Layout{Sort: column.Theme}.InOrder(rows, w)
	}
}
