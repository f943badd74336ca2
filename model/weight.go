package model

import (
	"context"
	"strconv"
	"strings"
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

// The fields of a site that say how buddies are chosen there. Numbers are on disk and never reused.
const (
	SiteWeights Field = 18
	SiteLimits  Field = 19
)

// Matching is how buddies are chosen at a site.
type Matching struct {
	Weights []Weight // none: those to begin with
	Limits  MatchLimits
}

// Matching reads how buddies are chosen at a site. Errors: NotFound.
func (v *View) Matching(ctx context.Context, site ID) (m Matching, err error) {
	err = v.ReadClass(ctx, People, func(tx Tx) error {
		rec, err := tx.Record(KindSite, site)
		if err != nil {
			return err
		}
		if rec == nil {
			return Fail(NotFound, "site-unknown", "name", site.String())
		}
		m = Matching{weightsOf(rec.Get(SiteWeights)), limitsOf(rec.Get(SiteLimits))}
		return nil
	})
	return m, err
}

func weightsValue(list []Weight) Value {
	texts := make([]string, len(list))
	for i, w := range list {
		texts[i] = w.Rule + "\t" + strconv.Itoa(w.Weight)
	}
	return Texts(texts)
}

func weightsOf(v Value) (out []Weight) {
	for _, t := range v.Texts() {
		rule, n, _ := strings.Cut(t, "\t")
		if w, err := strconv.Atoi(n); err == nil && rule != "" {
			out = append(out, Weight{rule, w})
		}
	}
	return out
}

// limitsValue keeps a limit one higher than it is, so that zero can be told from none.
func limitsValue(l MatchLimits) Value {
	if l == DefaultMatchLimits() {
		return Value{}
	}
	return List(Int(int64(l.Stated)+1), Int(int64(l.Shared)+1))
}

func limitsOf(v Value) MatchLimits {
	l := v.List()
	if len(l) < 2 {
		return DefaultMatchLimits()
	}
	return MatchLimits{int(l[0].Int()) - 1, int(l[1].Int()) - 1}
}
