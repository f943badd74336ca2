package uitest

import (
	"slices"
	"testing"
	"time"

	"leerbalie/ui/keys"
)

// Place is where actions are tried: Open brings a fresh app there.
type Place struct {
	Name string
	Open func() *Desk
}

// open brings a fresh app there, and waits until what was said on the way has gone.
func (p Place) open() *Desk {
	d := p.Open()
	d.Pass(10 * time.Second)
	return d
}

// TryActions presses the keys of a screen's actions in each place, on a fresh app each time. What the screen says can be
// done is done, by each of its keys alike. What it does not say leaves the screen and the data as they are; why it cannot
// be done may be told. Each action has to do something in one of the places.
func TryActions(t *testing.T, actions []keys.Key, places ...Place) {
	t.Helper()
	did := map[keys.ID]bool{}
	for _, place := range places {
		d := place.open()
		before := d.seen()
		offered := d.Offered()
		for _, k := range actions {
			able := slices.ContainsFunc(offered, func(o keys.Key) bool { return o.ID == k.ID })
			if !able && (before.typing || slices.ContainsFunc(offered, func(o keys.Key) bool { return shareKey(o, k) })) {
				continue // the key is text here, or means something else
			}
			if !able {
				d.leaves(place.Name, k)
				continue
			}
			first := sight{}
			for i, name := range k.Keys {
				d := place.open()
				writes := d.watch.Writes
				d.Press("<" + name + ">")
				switch after := d.seen(); {
				case i == 0:
					first = after
					did[k.ID] = did[k.ID] || after != before || d.watch.Writes != writes
				case after != first:
					t.Errorf("%s: %s does by %s what it does not by %s", place.Name, k.ID, name, k.Keys[0])
				}
			}
		}
	}
	for _, k := range actions {
		if !did[k.ID] {
			t.Errorf("%s does nothing in any of the places", k.ID)
		}
	}
}

// leaves fails the test when the keys of an action that is not offered do something.
func (d *Desk) leaves(place string, k keys.Key) {
	d.T.Helper()
	for _, name := range k.Keys {
		before, writes := d.seen(), d.watch.Writes
		d.Press("<" + name + ">")
		if after := d.seen(); after.screen != before.screen || d.watch.Writes != writes {
			d.T.Errorf("%s: %s is not offered, and %s does something:\n%s", place, k.ID, name, after.screen)
		}
	}
}

// Offered are the keys that the open screen says work now.
func (d *Desk) Offered() (out []keys.Key) {
	shown, _ := d.app.Shown()
	for _, id := range shown.Keys() {
		if k, ok := d.Env.Keys.Get(id); ok {
			out = append(out, k)
		}
	}
	return out
}

func shareKey(a, b keys.Key) bool {
	return slices.ContainsFunc(a.Keys, func(name string) bool { return slices.Contains(b.Keys, name) })
}

// sight is what can be seen of the app.
type sight struct {
	screen string // what the screen draws, and which keys work
	frame  string // the whole window
	typing bool
}

func (d *Desk) seen() sight {
	d.watch.enter("View")
	shown, room := d.app.Shown()
	head, body := shown.Head(room), shown.View(room)
	d.watch.leave()
	return sight{screen: headText(head) + body + "\n" + keyLine(shown), frame: d.Frame(), typing: shown.Typing()}
}

// Writes is how often something was written so far.
func (d *Desk) Writes() int { return d.watch.Writes }

// Typing tells whether key presses are text now, or have to wait.
func (d *Desk) Typing() bool {
	shown, _ := d.app.Shown()
	return shown.Typing()
}
