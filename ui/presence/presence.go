// Package presence is who is at work on one store now, and what each of them reads or types.
//
// All sessions of one process share a Hall. A session enters it once, tells where it is, and leaves. It knows no screen and no
// store: a request is an id here, and who may know more of it reads that where rights are asked.
//
// Nothing in it waits: telling is a short write in memory, and whoever listens is told that something changed, not what, so that
// the latest is what is read.
package presence

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"leerbalie/model/journal"
)

// Most is how many sessions a hall shows. Whoever comes in later sees the others and is not seen.
const Most = 512

// longest is how many bytes of a name are kept.
const longest = 200

// Present is somebody who is here, as others see them.
type Present struct {
	Who     journal.ID
	Name    string
	Request journal.ID // that is read or written about; zero: none
	Typing  bool       // something is typed about it
	Away    bool       // the screen is locked
}

// Hall is where the sessions of one store meet. It may be used from any goroutine. A nil Hall is empty, and nobody comes in.
type Hall struct {
	mu     sync.Mutex
	guests []*Guest // in the order in which they came
}

// Guest is one session in a hall. It may be used from any goroutine. A nil Guest is alone: it tells nobody anything.
type Guest struct {
	hall *Hall
	is   Present
	news chan struct{} // holds at most one
	gone bool
}

// NewHall makes a hall with nobody in it.
func NewHall() *Hall { return &Hall{} }

// Enter lets a session in, and tells all, the newcomer too. Whoever is nobody yet (a zero id) sees the others and is not seen. It gives nil for a nil hall.
func (h *Hall) Enter(who journal.ID, name string) *Guest {
	if h == nil {
		return nil
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	g := &Guest{hall: h, is: Present{Who: who, Name: shorten(name)}, news: make(chan struct{}, 1)}
	h.guests = append(h.guests, g)
	h.tell(nil)
	return g
}

// shorten bounds a name, at a whole character.
func shorten(name string) string {
	if len(name) > longest {
		return strings.ToValidUTF8(name[:longest], "")
	}
	return strings.Clone(name)
}

// Others gives the other people who are here, by name; of one with several sessions each. Whoever is away reads nothing.
func (h *Hall) Others(g *Guest) []Present {
	if h == nil || g == nil {
		return nil
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	var out []Present
	for i, o := range h.guests {
		if i >= Most {
			break
		}
		if o == g || o.is.Who.IsZero() || o.is.Who == g.is.Who {
			continue
		}
		p := o.is
		if p.Away {
			p.Request, p.Typing = journal.ID{}, false
		}
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b Present) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), slices.Compare(a.Who[:], b.Who[:]), slices.Compare(a.Request[:], b.Request[:]))
	})
	return out
}

// tell says to everybody, or to everybody but one, that something changed. The hall is locked.
func (h *Hall) tell(but *Guest) {
	for _, o := range h.guests {
		if o == but {
			continue
		}
		select {
		case o.news <- struct{}{}:
		default: // something is waiting there already, and what is read then is the latest
		}
	}
}

// alter changes how a guest is seen, and tells the others where that made a difference.
func (g *Guest) alter(change func(*Present)) {
	if g == nil {
		return
	}
	g.hall.mu.Lock()
	defer g.hall.mu.Unlock()
	before := g.is
	change(&g.is)
	switch {
	case g.gone || g.is == before:
	case g.is.Who != before.Who:
		g.hall.tell(nil) // the others are others now, to the guest as well
	default:
		g.hall.tell(g)
	}
}

// At tells which request is read, and whether something is typed about it; a zero id is none.
func (g *Guest) At(request journal.ID, typing bool) {
	g.alter(func(p *Present) { p.Request, p.Typing = request, typing && !request.IsZero() })
}

// Away tells that the screen is locked, or is not any more.
func (g *Guest) Away(away bool) { g.alter(func(p *Present) { p.Away = away }) }

// Become tells that somebody else sits there now, who is at nothing yet.
func (g *Guest) Become(who journal.ID, name string) {
	g.alter(func(p *Present) { *p = Present{Who: who, Name: shorten(name)} })
}

// Others gives the other people who are here; see Hall.Others.
func (g *Guest) Others() []Present {
	if g == nil {
		return nil
	}
	return g.hall.Others(g)
}

// Sessions is how many sessions are in the hall; 0 for a nil guest.
func (g *Guest) Sessions() int {
	if g == nil {
		return 0
	}
	g.hall.mu.Lock()
	defer g.hall.mu.Unlock()
	return len(g.hall.guests)
}

// News gives the channel that says that the others changed. It is closed when the guest leaves, and nil for a nil guest.
func (g *Guest) News() <-chan struct{} {
	if g == nil {
		return nil
	}
	return g.news
}

// Leave ends the session in the hall; again it does nothing.
func (g *Guest) Leave() {
	if g == nil {
		return
	}
	h := g.hall
	h.mu.Lock()
	defer h.mu.Unlock()
	if g.gone {
		return
	}
	g.gone = true
	h.guests = slices.DeleteFunc(h.guests, func(o *Guest) bool { return o == g })
	close(g.news)
	h.tell(g)
}

// AtWork gives how many people of a list are here and not away.
func AtWork(all []Present) int {
	seen := map[journal.ID]bool{}
	for i := range all {
		if !all[i].Away {
			seen[all[i].Who] = true
		}
	}
	return len(seen)
}

// At gives who of a list reads or types about a request: each person once, and as typing where one of their sessions types.
func At(all []Present, request journal.ID) (out []Present) {
	if request.IsZero() {
		return nil
	}
	for i := range all {
		if all[i].Request != request {
			continue
		}
		if n := slices.IndexFunc(out, func(p Present) bool { return p.Who == all[i].Who }); n >= 0 {
			out[n].Typing = out[n].Typing || all[i].Typing
			continue
		}
		out = append(out, all[i])
	}
	return out
}
