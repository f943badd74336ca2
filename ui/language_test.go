package ui_test

import (
	"context"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/ui"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text/texttest"
	"leerbalie/ui/uitest"
)

// TestAThirdLanguage goes through every screen in a language that the program does not have, presses every key that does
// something there, and looks into what opens: not one word may be of another language.
func TestAThirdLanguage(t *testing.T) {
	open := func(t *testing.T) (*uitest.Desk, *texttest.Reader) {
		d := uitest.Open(t, uitest.Options{Lang: texttest.Tag, Languages: texttest.Catalogue(), Fill: true, Size: screen.Size{Width: 150, Height: 50},
			With: func(e *screen.Env) {
				e.Files = &screen.LocalFiles{Home: "/home/samira", List: func(context.Context, string) (string, []screen.FileEntry, error) { return "/home/samira", nil, nil }}
				e.Bundles = bundlePowers(nil)
			},
			Act: func(d *uitest.Desk, setup *model.Session) journal.ID {
				if err := modeltest.Everything(context.Background(), setup, uitest.Start()); err != nil {
					t.Fatal(err)
				}
				return setup.Me().ID
			}})
		return d, texttest.NewReader(append(texttest.Data(t, d.Store), "Leerbalie home samira /csv/json/pdf/html Mijn docent laptop Bij mw. Zwart kasof lifer topik rikal sumas")...)
	}
	for _, route := range ui.Routes() {
		if route.Name == screen.Welcome {
			continue // it shows before there is a person who could choose a language
		}
		name := string(route.Name)
		t.Run(name, func(t *testing.T) {
			d, reader := open(t)
			if len(reader.Strange("All is saved, niets ging verloren")) == 0 {
				t.Fatal("the reader knows every language")
			}
			samira := d.Session.Me().ID
			d.Sit(d.Ali) // a student may read less, and is told so
			d.Send(screen.Open{Name: route.Name})
			reader.Check(t, name+" of a student", d.Frame())
			d.Sit(samira)
			d.Send(screen.Open{Name: route.Name})
			reader.Check(t, name, d.Frame())
			for _, k := range d.Env.Keys.All() {
				scope, _, _ := strings.Cut(string(k.Scope), "-")
				if len(k.Keys) == 0 || scope != name && k.Scope != keys.Global || k.ID == keys.Quit {
					continue
				}
				press := "<" + k.Keys[0] + ">"
				d.Press(press)
				where := name + " " + press
				reader.Check(t, where, d.Frame())
				for _, more := range []string{"<down>", "<tab>", "<ctrl+s>", "<enter>"} {
					d.Press(more)
					reader.Check(t, where+" "+more, d.Frame())
				}
				if t.Failed() {
					return
				}
				d.Press("<esc>", "<esc>", "<esc>", "<esc>")
				d.Send(screen.Open{Name: route.Name})
			}
		})
	}
}
