package demo_test

import (
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs/match"
)

// pairs holds that there are pairs in every state of their life, and students to propose pairs of.
func pairs(t *testing.T, w *town) {
	t.Helper()
	book, err := pairing.Read(t.Context(), w.me)
	if err != nil {
		t.Fatal(err)
	}
	lives(t, book, w.now)
	studies(t, book, w.now)
	p, err := match.Propose(t.Context(), book.Input(book.Choice(w.now)))
	if err != nil {
		t.Fatal(err)
	}
	waits, reasons := map[int]bool{}, map[match.Rule]bool{}
	for _, pair := range p.Pairs {
		for _, days := range match.FactsOf(book.Input(book.Choice(w.now)), pair.Members).Waiting {
			waits[days] = true
		}
	}
	for _, l := range p.Left {
		reasons[l.Reason] = true
	}
	if len(p.Pairs) < 7 || len(waits) < 8 || len(p.Left) < 4 || len(p.Left) > 14 || len(reasons) < 2 {
		t.Errorf("%d pairs proposed, after %d different waits; left %+v", len(p.Pairs), len(waits), p.Left)
	}
}

func lives(t *testing.T, book *pairing.Book, now time.Time) {
	t.Helper()
	running, ended, warned, good, forbidden, said, asked := 0, 0, 0, 0, 0, 0, 0
	for _, p := range book.Pairs {
		if p.Started.After(now) {
			t.Errorf("%s begins at %v", book.Names(p.Members), p.Started)
		}
		said, asked = said+len(p.Agreements), asked+len(p.CheckIns)
		switch s := p.Standing(now); {
		case p.Forbidden:
			forbidden++
		case !p.Running():
			ended++
		case s.Warn:
			warned++
			fallthrough
		default:
			running++
			if s.Good {
				good++
			}
			if p.Score < 2000 || len(p.Points) == 0 {
				t.Errorf("%s began with %d points", book.Names(p.Members), p.Score)
			}
		}
	}
	if running != 15 || ended != 3 || forbidden != 1 || warned < 2 || warned > 6 || good < 5 || said < 25 || asked < 40 {
		t.Errorf("running %d, ended %d, forbidden %d, warned %d, good %d, agreements %d, check-ins %d", running, ended, forbidden, warned, good, said, asked)
	}
}

func studies(t *testing.T, book *pairing.Book, now time.Time) {
	t.Helper()
	stands := map[model.StudyStatus]int{}
	for _, p := range book.Students {
		s := p.Study
		stands[s.At(now)]++
		if s.Programme == "" || s.School == "" || s.NormHours == 0 || s.DayParts == 0 || s.Start.After(now) || len(s.Themes)*len(s.Strong)*len(s.Open) == 0 {
			t.Errorf("%s: %+v", p.Name, s)
		}
		if slices.ContainsFunc(s.Strong, func(w string) bool { return slices.Contains(s.Open, w) }) {
			t.Errorf("%s has what is still to be shown", p.Name)
		}
	}
	if stands[model.StudyTimeOut] != 3 || stands[model.StudyEnded] != 3 {
		t.Errorf("students: %v", stands)
	}
}
