package frameworks_test

import (
	"slices"
	"testing"

	"leerbalie/model"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/screen"
	"leerbalie/ui/text/texttest"
	"leerbalie/ui/uitest"
)

// TestNamesInThreeLanguages names a part, a list and the levels of a scale in the two languages beside their own.
func TestNamesInThreeLanguages(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Languages: texttest.Catalogue(), Size: wide()})
	d.Do(d.Session, model.AddGroup{Group: model.Group{Name: "2B", Site: d.Session.Site()}})
	show(d)
	d.Press("s", "nieuwe", "<enter>", "drie", "<tab>", "nooit", "<enter>", "soms | zrgf | sometimes", "<enter>", "vaak |  | often | 2,5", "<enter>", "altijd | nygvwq | 9", "<ctrl+s>")
	want := []competence.Level{{Name: "nooit"}, {Name: "soms", Names: model.Labels{"qaa": "zrgf", "en": "sometimes"}, Value: 1},
		{Name: "vaak", Names: model.Labels{"en": "often"}, Value: 2.5}, {Name: "altijd", Names: model.Labels{"qaa": "nygvwq"}, Value: 9}}
	if now := hbo(t, d); len(now.Scales) != 2 || !slices.EqualFunc(now.Scales[1].Levels, want, competence.Level.Same) {
		t.Fatalf("%+v", now.Scales)
	}
	d.Press("s", "drie", "<enter>", "<tab>", "<end>", "0", "<ctrl+s>") // altijd counts for 90, and all names stay
	want[3].Value = 90
	if now := hbo(t, d); !slices.EqualFunc(now.Scales[1].Levels, want, competence.Level.Same) {
		t.Fatalf("%+v", now.Scales[1])
	}
	d.Press("<enter>", "<down>", "e", "<tab>", "<tab>", "Vasbezref", "<ctrl+s>")
	if n := hbo(t, d).Nodes[0]; n.Title != "Informeren" || !n.Titles.Equal(model.Labels{"qaa": "Vasbezref", "en": "Informs oneself"}) {
		t.Errorf("%+v", n)
	}
	d.Shows("In het qaa", "Vasbezref", "In het Engels")
	d.Send(screen.Set{Setting: screen.LangSetting, Value: "qaa"})
	d.Shows("C1  Vasbezref")
}
