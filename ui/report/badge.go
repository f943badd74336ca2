package report

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// Badge is an achievement as an Open Badges 3.0 credential (1EdTech, 2024). It carries no proof: it is not signed, and says
// so in its name and description.
type Badge struct {
	Context     []string     `json:"@context"`
	ID          string       `json:"id"`
	Type        []string     `json:"type"`
	Name        string       `json:"name"`
	Description string       `json:"description"`
	Issuer      Issuer       `json:"issuer"`
	ValidFrom   string       `json:"validFrom"`
	Subject     BadgeSubject `json:"credentialSubject"`
}

// Issuer is who gives a badge.
type Issuer struct {
	ID   string   `json:"id"`
	Type []string `json:"type"`
	Name string   `json:"name"`
}

// BadgeSubject is whose achievement it is. People are named by their name, which is not hashed.
type BadgeSubject struct {
	Type        []string     `json:"type"`
	Identifier  []Identity   `json:"identifier"`
	Achievement Achievement  `json:"achievement"`
	Result      []BadgeLevel `json:"result,omitempty"`
}

// Identity names a person.
type Identity struct {
	Type         string `json:"type"`
	IdentityHash string `json:"identityHash"`
	IdentityType string `json:"identityType"`
	Hashed       bool   `json:"hashed"`
}

// Achievement is what was achieved.
type Achievement struct {
	ID          string   `json:"id"`
	Type        []string `json:"type"`
	Kind        string   `json:"achievementType"`
	Name        string   `json:"name"`
	Description string   `json:"description"`
	Criteria    struct {
		Narrative string `json:"narrative"`
	} `json:"criteria"`
}

// BadgeLevel is the level that was reached.
type BadgeLevel struct {
	Type  []string `json:"type"`
	Value string   `json:"value"`
}

// Badges are a student's achievements: every part of the framework that is wholly judged and enough, and every decision that
// stands and was met.
func (m Maker) Badges(p *learning.Progress, site model.Site) []Badge {
	out := []Badge{}
	f := &p.Framework
	issuer := Issuer{"urn:uuid:" + site.ID.String(), []string{"Profile"}, site.Name}
	make1 := func(id journal.ID, kind, name, about, level string, at time.Time) {
		b := Badge{Context: []string{"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"},
			ID:   "urn:uuid:" + journal.KeyedID("badge", p.Student.ID.String(), id.String(), kind).String(),
			Type: []string{"VerifiableCredential", "OpenBadgeCredential"}, Name: name + " " + m.say("badge-mark"), Description: m.say("badge-unsigned"),
			Issuer: issuer, ValidFrom: at.UTC().Format(time.RFC3339)}
		b.Subject = BadgeSubject{Type: []string{"AchievementSubject"}, Identifier: []Identity{{"IdentityObject", p.Student.Name, "name", false}}}
		b.Subject.Achievement = Achievement{ID: "urn:uuid:" + id.String(), Type: []string{"Achievement"}, Kind: kind, Name: name, Description: about}
		b.Subject.Achievement.Criteria.Narrative = m.say("badge-criteria", "title", f.LabelIn(m.lang()), "version", f.Version)
		if level != "" {
			b.Subject.Result = []BadgeLevel{{[]string{"Result"}, level}}
		}
		out = append(out, b)
	}
	for _, id := range p.Tree.Columns() {
		n, s := p.Tree.Node(id), p.State[id]
		if s.Level < 0 || s.Partial || !f.ScaleOf(n).Enough(s.Level) {
			continue
		}
		make1(n.ID, "Competency", n.LabelIn(m.lang()), m.say("badge-about", "title", f.LabelIn(m.lang())), m.Level(f, n, s.Level), judgedOn(p, n.ID))
	}
	given := map[learning.DecisionKind]bool{} // once, also where it was decided at two places
	for i := range p.Decisions {
		if x := &p.Decisions[i]; x.Met && x.Sound && x.Withdrawn == nil && !x.Contested && x.Framework == f.ID && !given[x.Kind] {
			given[x.Kind] = true
			make1(journal.KeyedID("decision", x.Hash), "Assessment", m.Words.Say("decision."+string(x.Kind))+": "+m.Met(true), f.LabelIn(m.lang()), "", x.At)
		}
	}
	return out
}

// judgedOn is the moment of the school's last judgement of a part, or of something below it.
func judgedOn(p *learning.Progress, id journal.ID) (last time.Time) {
	below := map[journal.ID]bool{id: true}
	for _, n := range p.Framework.Nodes { // parents stand before their children
		if below[n.Parent] {
			below[n.ID] = true
		}
	}
	for i := range p.Evidence {
		for _, a := range p.Evidence[i].Assessments {
			if a.As != learning.AssessorSchool || a.Framework != p.Framework.ID || !a.At.After(last) {
				continue
			}
			if slices.ContainsFunc(a.Given, func(g learning.Given) bool { return below[g.Node] }) {
				last = a.At
			}
		}
	}
	return last
}
