package desk_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/pairs"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// loop is a desk on the way round, with what it says in its language.
type loopWalk struct {
	*uitest.Desk
	class
	theme                   string
	taken                   int
	mine, offer, or         string
	much, some, quiet, load string
	closed                  string
}

// TestTheLoop goes all the way round: a request that a pair handles at the desk stands as anonymised evidence a moment
// later, the students look back on it, a teacher judges it, and the next request of that theme is offered first to the pair
// that still has it to learn, with the reason on the screen. All go to who has the least to do first, whatever they teach.
func TestTheLoop(t *testing.T) {
	for lang, wording := range map[text.Lang]loopWalk{
		"nl": {mine: "» Aanbod voor jou: ", offer: "Aanbod: ", or: "of ", much: "leert hiervan veel", some: "leert hiervan iets", quiet: "heeft het minst te doen", load: "1 lopend", closed: "is afgesloten"},
		"en": {mine: "» Offered to you: ", offer: "Offer: ", or: "or ", much: "learns much from this", some: "learns something from this", quiet: "has the least to do", load: "1 running", closed: "is closed"},
	} {
		t.Run(string(lang), func(t *testing.T) {
			l := &wording
			l.Desk = uitest.Open(t, uitest.Options{Lang: lang, Size: screen.Size{Width: 120, Height: 40}})
			l.class = newClass(l.Desk)
			l.theme = strings.Fields(text.All().For(lang).Code("theme", "neighbours"))[0]
			l.handle()
			l.becomesEvidence()
			l.teaches()
			l.urgent()
		})
	}
}

// who is a pair as offers name it.
func (l *loopWalk) who(pair []journal.ID) string {
	l.T.Helper()
	p, err := pairs.ReadRunningPair(context.Background(), l.Session, pair[0])
	if err != nil || p == nil {
		l.T.Fatal(err)
	}
	var names []string
	for _, id := range p.Members {
		names = append(names, l.As(id).Me().Name)
	}
	return strings.Join(names, " + ")
}

// tells looks for a text in the detail pane, where it may be broken over lines.
func (l *loopWalk) tells(text string) {
	l.T.Helper()
	var out []string
	for _, line := range strings.Split(l.Frame(), "\n") {
		if _, right, ok := strings.Cut(line, "│"); ok {
			out = append(out, strings.TrimSpace(right))
		}
	}
	if detail := strings.Join(out, " "); !strings.Contains(detail, text) {
		l.T.Errorf("%q does not stand in %q", text, detail)
	}
}

// take types a question in; the cursor is on it then.
func (l *loopWalk) take(text string) desk.Request {
	l.T.Helper()
	l.Press("n", text+" #"+l.theme, "<enter>")
	l.News()
	l.taken++
	return l.request(l.taken)
}

// request is the nth one that was taken in.
func (l *loopWalk) request(n int) desk.Request {
	l.T.Helper()
	q, err := desk.ReadRequestByNumber(context.Background(), l.Session, fmt.Sprintf("ZW-%04d", n))
	if err != nil || q.Theme != "neighbours" {
		l.T.Fatal(q, err)
	}
	return q
}

// handle: a question comes in, and a student who sits at the desk takes it up for the pair and finishes it.
func (l *loopWalk) handle() {
	l.T.Helper()
	l.take("Ruzie over de heg met Henk @vries")
	l.tells(l.offer + l.who(l.first) + " (" + l.much + "; " + l.quiet + ")")
	sit(l.Desk, l.ali)
	l.tells(l.mine + l.who(l.first))
	l.Press("c", "t", "25", "<enter>", "x", "<right>", "<ctrl+s>")
	l.Shows(l.closed)
	sit(l.Desk, l.Session.Me().ID)
}

// becomesEvidence: the teacher reads what was done, and nothing of who asked it.
func (l *loopWalk) becomesEvidence() {
	l.T.Helper()
	ctx, teacher := context.Background(), l.As(l.teacher)
	p, err := learning.ReadProgress(ctx, teacher, l.ali, journal.ID{})
	if err != nil || len(p.Evidence) != 1 {
		l.T.Fatal(p.Evidence, err)
	}
	e := p.Evidence[0]
	if e.Theme != "neighbours" || e.Channel != "desk" || e.Minutes != 25 || e.Role != learning.RolePair || e.Result != "handled-directly" || len(e.With) != 1 || e.With[0] != l.bo || len(e.Nodes) == 0 || e.Offered != pairs.OfferedFirst {
		l.T.Errorf("%+v", e)
	}
	q := l.request(1)
	seen := fmt.Sprintf("%+v", p)
	for _, secret := range []string{"heg", "Henk", "Vries", q.Number, q.ID.String(), q.Resident.String(), fmt.Sprint(q.ID), fmt.Sprint(q.Resident)} {
		if strings.Contains(seen, secret) {
			l.T.Errorf("%q stands in the evidence: %s", secret, seen)
		}
	}
}

// teaches: the first pair did such work once, and the other one, to whom it is new, comes first; what was judged as good is no reason any more.
func (l *loopWalk) teaches() {
	l.T.Helper()
	ctx := context.Background()
	for _, id := range l.first {
		p, err := learning.ReadProgress(ctx, l.As(id), id, journal.ID{})
		if err != nil || len(p.Evidence) != 1 {
			l.T.Fatal(p.Evidence, err)
		}
		l.Do(l.As(id), learning.Reflect{Evidence: p.Evidence[0].ID, Reflection: learning.Reflection{Situation: "Twee buren", Reflection: "Eerst luisteren"}})
	}
	l.take("Blaffende hond")
	l.tells(l.or + l.who(l.first) + " (" + l.some)
	l.judge()
	l.tells(l.offer + l.who(l.second) + " (" + l.much + "; " + l.quiet + ")")
	l.tells(l.or + l.who(l.first) + " (" + l.quiet + ")")
}

// judge: the teacher goes through what waits, and finds all of it good.
func (l *loopWalk) judge() {
	l.T.Helper()
	teacher := l.As(l.teacher)
	waits, err := learning.ReadWaiting(context.Background(), teacher)
	if err != nil || len(waits) != 2 {
		l.T.Fatal(waits, err)
	}
	for _, w := range waits {
		piece, err := learning.ReadPiece(context.Background(), teacher, w.Student.ID, w.Evidence.ID)
		if err != nil {
			l.T.Fatal(err)
		}
		var given []learning.Given
		for _, n := range piece.Evidence.Nodes {
			for _, leaf := range piece.Tree.Leaves(n) {
				given = append(given, learning.Given{Node: leaf, Level: 2})
			}
		}
		l.Do(teacher, learning.Assess{Student: w.Student.ID, Evidence: w.Evidence.ID, Given: given, Reason: "goed gezien"})
	}
}

// urgent: the second pair is busy; what cannot wait is offered to the first, although it learns nothing from it.
func (l *loopWalk) urgent() {
	l.T.Helper()
	l.Do(l.Session, desk.ClaimRequest{ID: l.take("Lekkage bij de buren").ID, For: l.second})
	fight := l.take("Vechtpartij op straat !!")
	l.tells(l.offer + l.who(l.first) + " (" + l.quiet + ")")
	l.tells(l.or + l.who(l.second) + " (" + l.much + "; " + l.load + ")")
	l.Press("C", "<enter>")
	if q := l.Request(fight.ID); q.Claims[0].Offered != pairs.OfferedFirst {
		l.T.Errorf("who gives it to whom it was offered notes %v", q.Claims[0].Offered)
	}
	other := l.take("Geluid van boven")
	l.Press("C", "<down>", "<enter>")
	if q := l.Request(other.ID); len(q.Claims) != 1 || q.Claims[0].Offered != pairs.OfferedNot {
		l.T.Errorf("who gives it to somebody else notes %+v", q.Claims)
	}
	if q := l.Request(fight.ID); q.Urgency != model.UrgencyNow || len(q.Holder()) != 2 || !slices.Contains(q.Holder(), l.ali) {
		l.T.Errorf("%s is held by %v", q.Urgency, q.Holder())
	}
}
