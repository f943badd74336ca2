// Package intake takes requests in: the one line that is understood while it is typed, the full form, who is asking and
// whether somebody like that is known already, and several intakes beside each other. The form of a request that is there
// already is the same.
package intake

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Intake takes requests in. What it asks of the list is handed to it.
type Intake struct {
	Host *dialog.Host
	*wording.Wording

	// Look hands over a request as it is now.
	Look func(id journal.ID, then func(detail.Request) tea.Cmd) tea.Cmd
	// Arrive brings the cursor to a request that was just taken in.
	Arrive func(id journal.ID) tea.Cmd
}

// The kinds of intake: the line and the form. The key of a draft begins with one.
const (
	lineKind = "line"
	formKind = "new"
)

// place is which of several intakes one is: each has a draft of its own. The first place is "", the others are numbers from 2.
type place string

func (p place) key(kind string) string {
	if p == "" {
		return kind
	}
	return kind + "/" + string(p)
}

// unfinished is an intake that was left before it was done.
type unfinished struct {
	place place
	kind  string
}

// unfinished gives those that were left, in the order of their places.
func (in *Intake) unfinished() (all []unfinished) {
	for _, d := range in.Host.Drafts() {
		if kind, at, _ := strings.Cut(d.Key, "/"); kind == lineKind || kind == formKind {
			all = append(all, unfinished{place(at), kind})
		}
	}
	number := func(p place) int { n, _ := strconv.Atoi(string(p)); return n }
	slices.SortFunc(all, func(a, b unfinished) int {
		if a.place != b.place {
			return number(a.place) - number(b.place)
		}
		return strings.Compare(a.kind, b.kind)
	})
	return all
}

// free is a place at which nothing is unfinished.
func (in *Intake) free() (p place) {
	taken := in.unfinished()
	for n := 2; slices.ContainsFunc(taken, func(u unfinished) bool { return u.place == p }); n++ {
		p = place(strconv.Itoa(n))
	}
	return p
}

// Start begins to take a request in, or goes on with the one that was left last; a text that was pasted begins a new one.
func (in *Intake) Start(pasted string) tea.Cmd {
	if pasted != "" {
		return in.openLine(in.free(), pasted)
	}
	for _, d := range in.Host.Drafts() {
		kind, at, _ := strings.Cut(d.Key, "/")
		if cmd, ok := in.Resume(kind, at); ok {
			return cmd
		}
	}
	return in.openLine("", "")
}

// Resume goes on with what was left; ok is false for a draft that is no intake.
func (in *Intake) Resume(kind, at string) (cmd tea.Cmd, ok bool) {
	switch kind {
	case lineKind:
		return in.openLine(place(at), ""), true
	case formKind:
		return in.openForm(&line{intake: in, picked: -1, place: place(at)}), true
	}
	return nil, false
}

// Keys gives the keys of the line and of the form, in the order of the cheat sheet.
func Keys() []keys.Key {
	return slices.Concat(lineActions().Keys(), []keys.Key{{ID: key.Pick, Scope: scope, Keys: []string{"up", "down"}, Word: "key.desk.pick"}}, several().Keys())
}

const scope keys.Scope = "desk-line"

// several is what can be done in the line and in the form where more than one request is taken in.
func several() screen.Actions[*Intake] {
	return screen.Actions[*Intake]{
		{ID: key.Another, Scope: scope, Keys: []string{"ctrl+n"}, Word: "key.desk.beside", Do: (*Intake).another},
		{ID: key.NextIntake, Scope: scope, Keys: []string{"ctrl+t"}, Word: "key.desk.turn", Do: (*Intake).next},
	}
}

// another puts the open intake away and begins one beside it.
func (in *Intake) another() tea.Cmd {
	kept := in.Host.Keep()
	return tea.Batch(kept, in.openLine(in.free(), ""))
}

// next puts the open intake away and goes on with the next that is unfinished.
func (in *Intake) next() tea.Cmd {
	here, kept := in.Host.Drafting(), in.Host.Keep()
	all := in.unfinished()
	at := slices.IndexFunc(all, func(u unfinished) bool { return u.place.key(u.kind) == here })
	if len(all) == 0 || len(all) == 1 && at == 0 {
		return kept
	}
	next := all[(at+1)%len(all)]
	cmd, _ := in.Resume(next.kind, string(next.place))
	return tea.Batch(kept, cmd)
}

// title says which of several intakes is open.
func (in *Intake) title(here place) string {
	w := in.Env.Words
	var places []place
	for _, u := range in.unfinished() {
		places = append(places, u.place)
	}
	places = slices.Compact(places)
	at := slices.Index(places, here)
	if at < 0 {
		places, at = append(places, here), len(places)
	}
	if len(places) < 2 {
		return w.Say("intake.title")
	}
	return w.Say("intake.title") + " " + w.Say("intake.of", "n", at+1, "of", len(places))
}
