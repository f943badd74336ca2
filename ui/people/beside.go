package people

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/plain"
	"leerbalie/ui/text"
)

// fits tells whether a text has what is searched for; every text does while nothing is.
func (p *People) fits() func(string) bool {
	if !p.finding {
		return func(string) bool { return true }
	}
	terms := plain.TermsOf(p.search.Text())
	return func(text string) bool { return terms.In(plain.Searched(text)) }
}

func (p *People) groupText(g model.Group) string { return g.Name + " " + p.siteName(g.Site) }

func (p *People) personText(q model.Person) string {
	return q.Name + " " + p.roleNames(q) + " " + q.Level + " " + p.groupNames(q) + " " + q.Email + " " + q.Number
}

// beside says in which other tabs there is what is searched for, and how many; "" where there is none.
func (p *People) beside(w text.Words) string {
	if !p.finding {
		return ""
	}
	fits := p.fits()
	var out []string
	for i, t := range tabs() {
		n := 0
		switch {
		case i == p.tab:
		case t.kind == residents:
			n = len(p.residents)
		case t.kind == services:
			n = len(p.hits)
		case t.kind == groups:
			for _, g := range p.organisation.groups {
				if fits(p.groupText(g)) {
					n++
				}
			}
		default:
			for _, q := range p.persons(t.kind) {
				if fits(p.personText(q)) {
					n++
				}
			}
		}
		if n > 0 {
			out = append(out, w.Say("found.in-tab", "tab", w.Say(t.word), "n", n))
		}
	}
	if out == nil {
		return ""
	}
	return w.Say("found.beside", "tabs", strings.Join(out, ", "))
}
