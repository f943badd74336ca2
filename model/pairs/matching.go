package pairs

import (
	"context"
	"strconv"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Weight says how much one wish counts at a site when buddies are chosen.
type Weight struct {
	Rule   string
	Weight int // from 0 to 10
}

// MatchLimits are the least that two students must have to be buddies, in day parts a week.
type MatchLimits struct {
	Stated int // that each of them states, so that stating little does not win
	Shared int // that they have in common
}

// DefaultMatchLimits are what a site begins with.
func DefaultMatchLimits() MatchLimits { return MatchLimits{Stated: 2, Shared: 1} }

// Matching is how buddies are chosen at a site.
type Matching struct {
	Weights []Weight // none: those to begin with
	Limits  MatchLimits
}

// ReadMatching reads how buddies are chosen at a site. Errors: NotFound.
func ReadMatching(ctx context.Context, session *model.Session, site journal.ID) (m Matching, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		rec, err := tx.Record(model.KindSite, site)
		if err != nil {
			return err
		}
		if rec == nil {
			return fault.New(fault.NotFound, "site-unknown", "name", site.String())
		}
		m = Matching{weightsOf(rec.Get(model.SiteWeights)), limitsOf(rec.Get(model.SiteLimits))}
		return nil
	})
	return m, err
}

func weightsValue(list []Weight) journal.Value {
	texts := make([]string, len(list))
	for i, w := range list {
		texts[i] = w.Rule + "\t" + strconv.Itoa(w.Weight)
	}
	return journal.Texts(texts)
}

func weightsOf(v journal.Value) (out []Weight) {
	for _, t := range v.Texts() {
		rule, n, _ := strings.Cut(t, "\t")
		if w, err := strconv.Atoi(n); err == nil && rule != "" {
			out = append(out, Weight{rule, w})
		}
	}
	return out
}

// limitsValue keeps a limit one higher than it is, so that zero can be told from none.
func limitsValue(l MatchLimits) journal.Value {
	if l == DefaultMatchLimits() {
		return journal.Value{}
	}
	return journal.List(journal.Int(int64(l.Stated)+1), journal.Int(int64(l.Shared)+1))
}

func limitsOf(v journal.Value) MatchLimits {
	l := v.List()
	if len(l) < 2 {
		return DefaultMatchLimits()
	}
	return MatchLimits{int(l[0].Int()) - 1, int(l[1].Int()) - 1}
}

// SetMatching keeps how buddies are chosen at a site.
type SetMatching struct {
	Site    journal.ID // zero: the session's
	Weights []Weight
	Limits  MatchLimits
}

// Name is the code of the words for this action.
func (SetMatching) Name() string { return "act-set-matching" }

// Do keeps it. Errors: NotFound; Invalid for a weight or a limit that cannot be.
func (a SetMatching) Do(d *model.Doing) error {
	if a.Site.IsZero() {
		a.Site = d.Site()
	}
	rec, err := d.Record(model.KindSite, a.Site)
	if err != nil {
		return err
	}
	if rec == nil {
		return fault.New(fault.NotFound, "site-unknown", "name", a.Site.String())
	}
	for _, w := range a.Weights {
		if w.Weight < 0 || w.Weight > 10 || strings.TrimSpace(w.Rule) == "" {
			return fault.New(fault.Invalid, "match-weight", "rule", w.Rule, "weight", w.Weight, "limit", 10)
		}
	}
	if a.Limits.Stated < 0 || a.Limits.Stated > 21 || a.Limits.Shared < 0 || a.Limits.Shared > 21 {
		return fault.New(fault.Invalid, "match-limits", "stated", a.Limits.Stated, "shared", a.Limits.Shared)
	}
	d.About(a.Site, "")
	return d.Set(model.KindSite, a.Site, rec.Part, journal.Fields{model.SiteWeights.Is(weightsValue(a.Weights)), model.SiteLimits.Is(limitsValue(a.Limits))})
}
