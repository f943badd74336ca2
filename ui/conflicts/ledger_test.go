package conflicts_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/ui/report"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// versions writes two versions of one thing on a student's ledger, neither of which knew of the other.
type versions struct {
	student, group journal.ID
	kind           journal.ItemKind
	key            byte
	one, other     journal.Fields
}

func (versions) Name() string { return "act-hours-write" }

func (v versions) Do(d *model.Doing) error {
	for _, f := range []journal.Fields{v.one, v.other} {
		c := d.NewChange(ledger.KindLedger, ledger.ID(v.student, v.group), v.group, journal.OpAdd)
		c.Item = v.kind
		c.Writes = []journal.Write{{Field: 2, Value: journal.Ref(journal.ID{v.key})}, {Field: journal.FieldSaw, Value: journal.Bool(true)}}
		for _, x := range f {
			c.Writes = append(c.Writes, journal.Write{Field: x.Field, Value: x.Value})
		}
		slices.SortFunc(c.Writes, func(a, b journal.Write) int { return int(a.Field) - int(b.Field) })
		if err := d.Emit(c); err != nil {
			return err
		}
	}
	return nil
}

// counted is a store in which each of the five things that count of a student was written in two ways.
func counted(d *uitest.Desk, session *model.Session) journal.ID {
	group := do(d, session, model.AddGroup{Group: model.Group{Name: "3A", Site: session.Site()}})
	kim := do(d, session, model.AddPerson{Person: model.Person{Name: "Kim de Boer", Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Groups: []journal.ID{group}}})
	at := func(day int) journal.Value {
		return journal.Int(journal.DayNumber(time.Date(2026, 11, day, 0, 0, 0, 0, time.UTC)))
	}
	do(d, session, ledger.WriteHours{Student: kim, Own: ledger.Own{Day: time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC), Minutes: 30, What: "begin"}})
	n, t := func(i int64) journal.Value { return journal.Int(i) }, journal.Text
	f := func(values ...journal.Value) (out journal.Fields) {
		for i, v := range values {
			if !v.IsNone() {
				out = append(out, journal.Field(3+i).Is(v))
			}
		}
		return out
	}
	ref := journal.Ref(journal.ID{77})
	do(d, session,
		versions{kim, group, ledger.ItemPresence, 1, f(ref, at(9), t("present"), n(90)), f(ref, at(9), t("excused"))},
		versions{kim, group, ledger.ItemResult, 2, f(ref, t("gesprek"), t("cijfer"), t("goed"), at(9)), f(ref, t("gesprek"), t("cijfer"), t("voldoende"), at(9))},
		versions{kim, group, ledger.ItemOwn, 3, f(at(10), n(60), t("lezen")), f(at(10), n(75), t("lezen"))},
		versions{kim, group, ledger.ItemConfirmed, 4, f(at(9), n(300)), f(at(9), n(360))},
		versions{kim, group, ledger.ItemOutcome, 5, f(t("job"), at(11)), f(t("job"), at(11), journal.Bool(true))})
	return session.Me().ID
}

// TestWhatCountsOfAStudentInWords: both versions of each of the five, in both languages.
func TestWhatCountsOfAStudentInWords(t *testing.T) {
	for lang, want := range map[text.Lang][]string{
		"nl": {"Aanwezig: aanwezig, 1:30 · 09-11-2026 / afgemeld · 09-11-2026", "Resultaat van een toets: gesprek: goed · 09-11-2026 / gesprek: voldoende · 09-11-2026",
			"Eigen uren: 1:00 · lezen · 10-11-2026 / 1:15 · lezen · 10-11-2026", "Uren van een week bevestigd: bevestigd 5:00 · week 2026-W46 (09-11 – 15-11) / bevestigd 6:00 · week 2026-W46 (09-11 – 15-11)",
			"Wat er van de student werd: baan · 11-11-2026 / toch niet: baan · 11-11-2026"},
		"en": {"Was there: excused · 09-11-2026 / was there, 1:30 · 09-11-2026", "Result of a test: gesprek: goed · 09-11-2026 / gesprek: voldoende · 09-11-2026",
			"Own hours: 1:00 · lezen · 10-11-2026 / 1:15 · lezen · 10-11-2026", "Hours of a week confirmed: confirmed 5:00 · week 2026-W46 (09-11 – 15-11) / confirmed 6:00 · week 2026-W46 (09-11 – 15-11)",
			"What became of the student: after all not: job · 11-11-2026 / job · 11-11-2026"},
	} {
		d := open(t, lang, screen.Size{Width: 120, Height: 40}, counted)
		all, err := conflict.Read(context.Background(), d.Session)
		if err != nil || len(all) != 5 {
			t.Fatal(len(all), err)
		}
		m := report.Maker{Words: text.All().For(lang), Zone: time.UTC}
		for i := range all {
			c := &all[i]
			said := []string{m.ConflictValue(c, &c.Values[0]), m.ConflictValue(c, &c.Values[1])}
			slices.Sort(said)
			one := m.ConflictField(c) + ": " + strings.Join(said, " / ")
			if !slices.Contains(want, one) {
				t.Errorf("%s: %q", lang, one)
			}
			if c.Title != "Kim de Boer" {
				t.Errorf("about %q", c.Title)
			}
		}
		d.Picture("counted", lang)
	}
}

// TestWhatCountsOfAStudentIsSettled: a key settles each of the five, and a key takes that back.
func TestWhatCountsOfAStudentIsSettled(t *testing.T) {
	d := open(t, "nl", screen.Size{Width: 80, Height: 24}, counted)
	left := func(n int) {
		t.Helper()
		all, err := conflict.Read(context.Background(), d.Session)
		if err != nil || len(all) != n {
			t.Fatalf("%d left, want %d: %v\n%s", len(all), n, err, d.Frame())
		}
	}
	for n := 5; n > 0; n-- {
		left(n)
		d.Press("<enter>", "<enter>")
		left(n - 1)
		d.Press("u")
		left(n)
		d.Press("<enter>", "<enter>")
	}
	left(0)
}
