package calendar

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/calendar/clock"
	"leerbalie/store/exchange/calendar/line"
	"leerbalie/store/exchange/calendar/repeat"
)

// What is held of a file at most, so that one of any size and any kind takes a bounded place in memory.
const (
	mostEvents  = 50_000    // appointments as they are written, a series counted once
	mostBytes   = 16 << 20  // of their names and words
	mostTimes   = 100_000   // appointments, each of a series counted
	mostDates   = 2_000     // that one appointment names
	mostAlike   = 1_000     // of one series
	mostRules   = 4         // of one appointment
	mostUnknown = 500       // zones
	mostTurns   = 60        // that a zone tells of
	mostWords   = 300       // letters of a name or a place
	mostUID     = 500       // bytes
	mostDeep    = 64        // one in the other
	mostCost    = 200 << 20 // days that are looked at
)

// event is an appointment as it is written.
type event struct {
	line               int
	uid                string
	made               bool // it has no uid of its own
	instance           stamp
	following          bool // it tells of those that follow as well
	start, end         stamp
	long               span
	hasLong, wholeDay  bool
	rules, not         []repeat.Rule
	also, without      []stamp
	title, place       string
	cancelled, private bool
	people             bool
	sequence           int
	changed            time.Time
	dated              bool  // it says when it was altered
	wrong              error // why it is refused
	wrongLine          int
	dates              int
}

// gathering goes through a file and keeps what is to be known of it.
type gathering struct {
	lines  *line.Reader
	out    *transfer.Appointments
	stack  []string
	deeper int // components below those on the stack
	begun  bool

	events  []*event
	now     *event
	bytes   int
	beyond  int // appointments for which there is no room
	method  string
	told    map[string]clock.Clock
	tzid    string
	place   string // that the zone says it is
	turns   []clock.Observance
	turn    *clock.Observance
	cost    repeat.Cost
	counts  map[string]int
	broken  []string // lines
	nBroken int
}

// gather reads a file. each is called at the end of each calendar in it. Errors: Invalid for a file that is none; the context's; those of reading.
func (g *gathering) gather(ctx context.Context, each func()) error {
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		p, err := g.lines.Next()
		var bad *line.Broken
		switch {
		case errors.Is(err, io.EOF):
			return g.ends(each)
		case errors.As(err, &bad):
			if !g.begun {
				return fault.New(fault.Invalid, "calendar.none", "line", bad.Line)
			}
			g.breaks(bad.Line)
			continue
		case err != nil:
			return err
		}
		if !g.begun {
			if p.Name != "BEGIN" || !strings.EqualFold(strings.TrimSpace(p.Value), "VCALENDAR") {
				return fault.New(fault.Invalid, "calendar.none", "line", p.Line)
			}
			g.begun = true
		}
		if err := g.take(&p, each); err != nil {
			return err
		}
	}
}

// ends is the end of the file. One that stops early has told what it told.
func (g *gathering) ends(each func()) error {
	switch {
	case !g.begun:
		return fault.New(fault.Invalid, "calendar.empty")
	case len(g.stack) == 0:
		return nil
	}
	if g.now != nil {
		g.now.refuse(g.now.line, fault.New(fault.Invalid, "calendar.half"))
		g.endEvent()
	}
	g.counts["calendar.stops"]++
	each()
	return nil
}

func (g *gathering) breaks(at int) {
	if g.nBroken++; len(g.broken) < 20 {
		g.broken = append(g.broken, strconv.Itoa(at))
	}
}

// within is the component that is read; "" outside of all.
func (g *gathering) within() string {
	if len(g.stack) == 0 || g.deeper > 0 {
		return ""
	}
	return g.stack[len(g.stack)-1]
}

// take takes a line in.
func (g *gathering) take(p *line.Prop, each func()) error {
	switch p.Name {
	case "BEGIN":
		g.begin(strings.ToUpper(strings.TrimSpace(p.Value)), p.Line, each)
	case "END":
		g.end(strings.ToUpper(strings.TrimSpace(p.Value)), p.Line, each)
	default:
		switch g.within() {
		case "VCALENDAR":
			return g.ofCalendar(p)
		case "VEVENT":
			g.now.take(p)
		case "VTIMEZONE":
			g.ofZone(p)
		case "STANDARD", "DAYLIGHT":
			g.ofTurn(p)
		}
	}
	return nil
}

func (g *gathering) begin(name string, at int, each func()) {
	if len(g.stack) >= mostDeep {
		g.deeper++
		return
	}
	in := g.within()
	switch {
	case name == "VCALENDAR":
		if len(g.stack) > 0 { // the one before has no end
			g.end("VCALENDAR", at, each)
		}
		g.method, g.told = "", map[string]clock.Clock{}
	case name == "VEVENT" && (in == "VEVENT" || in == "VALARM") && g.now != nil: // the one before has no end
		g.now.refuse(g.now.line, fault.New(fault.Invalid, "calendar.half"))
		g.end("VEVENT", at, each)
		g.now = &event{line: at}
	case name == "VEVENT" && in == "VCALENDAR":
		g.now = &event{line: at}
	case name == "VTIMEZONE":
		g.tzid, g.place, g.turns = "", "", nil
	case name == "STANDARD" || name == "DAYLIGHT":
		g.turn = &clock.Observance{}
	case name == "VTODO" || name == "VJOURNAL" || name == "VFREEBUSY":
		g.counts["calendar."+strings.ToLower(name)]++
	}
	g.stack = append(g.stack, name)
}

// end ends a component, with all that was left open in it. One that nobody began is a broken line.
func (g *gathering) end(name string, at int, each func()) {
	if g.deeper > 0 {
		g.deeper--
		return
	}
	i := len(g.stack) - 1
	for i >= 0 && g.stack[i] != name {
		i--
	}
	if i < 0 {
		g.breaks(at)
		return
	}
	for len(g.stack) > i {
		last := g.stack[len(g.stack)-1]
		if last == "VEVENT" && g.now != nil {
			if name != "VEVENT" {
				g.now.refuse(g.now.line, fault.New(fault.Invalid, "calendar.half"))
			}
			g.endEvent()
		}
		g.stack = g.stack[:len(g.stack)-1]
		switch last {
		case "STANDARD", "DAYLIGHT":
			if g.turn != nil && !g.turn.Start.IsZero() && len(g.turns) < mostTurns {
				g.turns = append(g.turns, *g.turn)
			}
			g.turn = nil
		case "VTIMEZONE":
			g.endZone()
		case "VCALENDAR":
			each()
		}
	}
}

// endEvent keeps an appointment, where there is room.
func (g *gathering) endEvent() {
	e := g.now
	g.now = nil
	size := len(e.uid) + len(e.title) + len(e.place) + 48*(len(e.also)+len(e.without))
	if len(g.events) >= mostEvents || g.bytes+size > mostBytes {
		g.beyond++
		return
	}
	g.bytes += size
	g.events = append(g.events, e)
}

func (g *gathering) ofCalendar(p *line.Prop) error {
	switch p.Name {
	case "VERSION":
		if strings.TrimSpace(p.Value) == "1.0" {
			return fault.New(fault.Invalid, "calendar.version")
		}
	case "METHOD":
		g.method = strings.ToUpper(strings.TrimSpace(p.Value))
	case "X-WR-CALNAME":
		if g.out.Name == "" {
			g.out.Name = words(p.Value)
		}
	}
	return nil
}

func (g *gathering) ofZone(p *line.Prop) {
	switch p.Name {
	case "TZID":
		g.tzid = strings.Clone(p.Value)
	case "X-LIC-LOCATION":
		g.place = strings.Clone(p.Value)
	}
}

func (g *gathering) ofTurn(p *line.Prop) {
	o := g.turn
	if o == nil {
		return
	}
	switch p.Name {
	case "DTSTART":
		if t, err := time.Parse("20060102T150405", strings.TrimSuffix(strings.TrimSpace(p.Value), "Z")); err == nil {
			o.Start = t
		}
	case "TZOFFSETFROM":
		o.From, _ = offsetOf(p.Value)
	case "TZOFFSETTO":
		o.To, _ = offsetOf(p.Value)
	case "RRULE":
		if r, err := repeat.Parse(p.Value); err == nil {
			o.Rule = &r
		}
	case "RDATE":
		for _, v := range strings.Split(p.Value, ",") {
			if s, err := stampOf(p, v); err == nil && len(o.Dates) < mostDates {
				o.Dates = append(o.Dates, s.wall)
			}
		}
	}
}

func (g *gathering) endZone() {
	if g.tzid == "" || len(g.told) >= mostUnknown {
		return
	}
	if zone, ok := clock.Named(g.place); ok {
		g.told[g.tzid] = clock.Place{Zone: zone}
	} else if c := clock.Tell(g.turns, &g.cost); c != nil {
		g.told[g.tzid] = c
	}
}
