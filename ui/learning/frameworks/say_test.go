package frameworks_test

import (
	"testing"

	"leerbalie/ui/say"
	"leerbalie/ui/text"
)

// TestWhatThePagesSay holds the words of a list, of a part with the layer at which it stands in the tree, of a level, a version and a group.
func TestWhatThePagesSay(t *testing.T) {
	for lang, want := range map[text.Lang]struct{ list, group, where, part, above, level, versions, version string }{
		"nl": {
			list:  "> Hbo Social Work in vijf competenties, Versie: 1, Delen: 27, ingebouwd",
			group: "> 2B, nu: naar het niveau, aangevinkt", where: "Hbo Social Work in vijf competenties",
			part:  "> C1.1 Maakt met de bewoner de vraag achter de vraag helder, laag 2",
			above: "C3 Samenwerken, Leert van: buren en buurt, werk en leren, mantelzorg, langer zelfstandig wonen, Eronder: 4 onderdelen, laag 1",
			level: "v: voldoende, 1, genoeg", versions: "Versies van Hbo Social Work in vijf competenties", version: "> Versie: 1, hoort bij Leerbalie",
		},
		"en": {
			list:  "> Social work (hbo) in five competences, Version: 1, Parts: 27, built in",
			group: "> 2B, now: by level, ticked", where: "Social work (hbo) in five competences",
			part:  "> C1.1 Finds the question behind the question together with the resident, layer 2",
			above: "C3 Cooperates and acts sustainably, Learns from: neighbours, work and learning, care for a relative, living independently for longer, Below it: 4 parts, layer 1",
			level: "s: sufficient, 1, enough", versions: "Versions of Social work (hbo) in five competences", version: "> Version: 1, comes with Leerbalie",
		},
	} {
		d := open(t, lang, narrow(), nil)
		d.HearsOne(say.Row, want.list)
		d.Press("g", " ")
		d.HearsOne(say.Row, want.group)
		d.Press("<enter>", "<enter>", "<down>", "<down>")
		d.HearsOne(say.Heading, want.where)
		d.HearsOne(say.Row, want.part)
		d.HearsOne(say.Row, want.above)
		d.HearsOne(say.Aside, want.level)
		d.Press("<esc>", "v")
		d.HearsOne(say.Heading, want.versions)
		d.HearsOne(say.Row, want.version)
	}
}
