package pairs

import (
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/text"
)

// beside says in which of the other lists there is what is searched for, how often, and with which key to go there; "" where in none.
func (p *Pairs) beside(w text.Words) string {
	terms := plain.TermsOf(p.search.Text())
	if len(terms) == 0 || p.book == nil {
		return ""
	}
	var n [tabs]int
	count := func(tab int, name string) {
		if terms.In(plain.Searched(name)) {
			n[tab]++
		}
	}
	names := func(members []journal.ID) string { return p.book.Names(members) }
	for i := range p.book.Pairs {
		switch pair := &p.book.Pairs[i]; {
		case pair.Forbidden:
		case pair.Running():
			count(running, names(pair.Members))
		default:
			count(ended, names(pair.Members))
		}
	}
	for _, s := range p.unpaired() {
		count(running, s.Name)
	}
	if p.made != nil {
		for i := range p.made.proposal.Pairs {
			count(proposed, names(p.made.proposal.Pairs[i].Members))
		}
		for i := range p.made.proposal.Left {
			s, _ := p.book.Person(p.made.proposal.Left[i].Student)
			count(proposed, s.Name)
		}
	}
	var out []string
	for tab, word := range tabWords() {
		switch {
		case tab == p.tab || n[tab] == 0:
		case tab == (p.tab+1)%tabs:
			out = append(out, w.Say("found.in-next", "tab", w.Say(word), "n", n[tab]))
		default:
			out = append(out, w.Say("found.in-previous", "tab", w.Say(word), "n", n[tab]))
		}
	}
	if out == nil {
		return ""
	}
	return w.Say("found.also", "tabs", strings.Join(out, ", "))
}
