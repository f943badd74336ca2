// Package retention is how long a site keeps what it knows of residents: its rules, who is due by them and since when, who is never due
// while something runs, and how those who are due lose their names and words together while the counts stay.
package retention

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// What a rule is about.
const (
	Throwaway  = "throwaway"  // contact data that are kept until the call-back is done
	Short      = "short"      // somebody of whom a name is known and no reason to keep more
	Individual = "individual" // the register: individual social work
	OfTheme    = "theme:"     // with the code of a theme behind it: the register, where all requests are of themes with such a rule
)

// Never is the number of months of what a site keeps for good.
const Never = -1

// mostMonths is the longest that can be asked for: a hundred years.
const mostMonths = 1200

// Rule is for how many months after the last thing that happened something is kept; 0: until that is done.
type Rule struct {
	Of     string
	Months int
}

// starts are the rules that a site begins with: contact data for a call-back and short contacts go at once, individual social work after
// fifteen years, as the Wmo 2015 has it for its files, and mediation between neighbours after two. A site says what is right for it.
var starts = sync.OnceValue(func() []Rule {
	return []Rule{{Throwaway, 0}, {Short, 0}, {Individual, 15 * 12}, {OfTheme + "neighbours", 24}}
})

// Rules are the rules of a site.
type Rules []Rule

// Months is for how many months something is kept; ok is false where there is no rule for it.
func (r Rules) Months(of string) (months int, ok bool) {
	if i := slices.IndexFunc(r, func(rule Rule) bool { return rule.Of == of }); i >= 0 {
		return r[i].Months, true
	}
	return 0, false
}

// RulesOf are the rules of a site by its record: those to begin with where it says nothing.
func RulesOf(site *journal.Record) (out Rules) {
	if site != nil {
		for _, line := range site.Get(model.SiteRetention).Texts() {
			of, months, _ := strings.Cut(line, "\t")
			if n, err := strconv.Atoi(months); err == nil && of != "" && n >= Never && n <= mostMonths {
				out = append(out, Rule{of, n})
			}
		}
	}
	if len(out) == 0 {
		return slices.Clone(starts())
	}
	for _, start := range starts() { // what a site says of themes is all of it
		if _, said := out.Months(start.Of); !said && !strings.HasPrefix(start.Of, OfTheme) {
			out = append(out, start)
		}
	}
	return out
}

// Read reads the rules of the session's site. Errors: NotFound.
func Read(ctx context.Context, session *model.Session) (out Rules, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		rec, err := tx.Record(model.KindSite, session.Site())
		out = RulesOf(rec)
		return err
	})
	return out, err
}

// SetRules keeps the rules of the session's site.
type SetRules struct{ Rules Rules }

// Name is the code of the words for this action.
func (SetRules) Name() string { return "act-retention" }

// Do keeps them. Errors: Invalid for one that comes twice, that is about nothing, and for a number of months that cannot be; Refused for who
// does not lead.
func (a SetRules) Do(d *model.Doing) error {
	rec, err := d.Record(model.KindSite, d.Site())
	if err != nil {
		return err
	}
	if rec == nil {
		return fault.New(fault.NotFound, "site-unknown", "name", d.Site().String())
	}
	site := model.SiteOf(rec)
	var lines []string
	for i, r := range a.Rules {
		theme, isTheme := strings.CutPrefix(r.Of, OfTheme)
		_, known := site.ThemeCodes().Get(theme)
		_, shipped := model.Themes().Get(theme)
		switch {
		case r.Months < Never || r.Months > mostMonths:
			return fault.New(fault.Invalid, "retention-months", "months", strconv.Itoa(r.Months))
		case isTheme && !known && !shipped, !isTheme && r.Of != Throwaway && r.Of != Short && r.Of != Individual,
			slices.ContainsFunc(a.Rules[:i], func(o Rule) bool { return o.Of == r.Of }):
			return fault.New(fault.Invalid, "retention-of", "of", r.Of)
		}
		lines = append(lines, r.Of+"\t"+strconv.Itoa(r.Months))
	}
	d.About(site.ID, "")
	return d.Set(model.KindSite, site.ID, rec.Part, journal.Fields{model.SiteRetention.Is(journal.Texts(lines))})
}
