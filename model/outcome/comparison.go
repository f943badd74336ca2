package outcome

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Share is a share in hundredths of a percent: 10,000 is all. A figure that somebody entered is kept as it was entered, never as a
// floating-point number.
type Share int64

// all is the whole.
const all Share = 10_000

// firstYear is the first year that a figure can be of.
const firstYear = 1990

// Fraction is the share from 0 to 1.
func (s Share) Fraction() float64 { return float64(s) / float64(all) }

// ParseShare reads a percentage as people write it: 67, 67%, 67,5 and 67.25. Errors: Invalid for what is none, what is over a hundred, and a
// number between 0 and 1 without a sign, which may be a share of one as well as less than a percent.
func ParseShare(text string) (Share, error) {
	said := strings.TrimSpace(text)
	number, sign := strings.CutSuffix(said, "%")
	number = strings.Replace(strings.TrimSpace(number), ",", ".", 1)
	whole, part, _ := strings.Cut(number, ".")
	digits := func(s string) bool { return strings.Trim(s, "0123456789") == "" }
	if whole == "" || len(whole) > 3 || len(part) > 2 || !digits(whole) || !digits(part) || strings.HasSuffix(number, ".") {
		return 0, fault.New(fault.Invalid, "outcome-rate", "text", shortened(said))
	}
	n, _ := strconv.ParseInt(whole+(part + "00")[:2], 10, 64) // digits alone, five at most
	switch s := Share(n); {
	case s > all:
		return 0, fault.New(fault.Invalid, "outcome-rate", "text", shortened(said))
	case !sign && s > 0 && s < 100:
		return 0, fault.New(fault.Invalid, "outcome-rate-either", "text", shortened(said))
	default:
		return s, nil
	}
}

func shortened(text string) string {
	if r := []rune(text); len(r) > 30 {
		return string(r[:30]) + "…"
	}
	return text
}

// Comparison is a figure to lay beside ours: of how many of others something became, who says so, and of which year that is.
type Comparison struct {
	ID       journal.ID
	Outcome  string
	Rate     Share
	Source   string
	Year     int
	Archived bool
}

// ComparisonOf reads a figure from its record.
func ComparisonOf(r *journal.Record) Comparison {
	c := Comparison{ID: r.ID, Archived: r.Archived()}
	comparisons().Read(&c, r)
	return c
}

// Compare enters a figure. The same outcome, year and source are the same figure: another rate replaces it.
type Compare struct{ Comparison Comparison }

// Name is the code of the words for this action.
func (Compare) Name() string { return "act-outcome-compare" }

// Do enters it. Errors: Invalid for an unknown outcome, a figure without a source, a year or a share that cannot be, a citizen service number;
// Refused for who is no coordinator.
func (a Compare) Do(d *model.Doing) error {
	c := a.Comparison
	if err := d.Allowed(KindComparison, journal.Organisation()); err != nil {
		return err
	}
	if err := known(c.Outcome); err != nil {
		return err
	}
	today, err := d.Today()
	if err != nil {
		return err
	}
	switch c.Source = strings.Join(strings.Fields(c.Source), " "); {
	case c.Source == "":
		return fault.New(fault.Invalid, "outcome-source")
	case utf8.RuneCountInString(c.Source) > mostWords:
		return fault.New(fault.Invalid, "outcome-long", "most", mostWords)
	case c.Rate < 0 || c.Rate > all:
		return fault.New(fault.Invalid, "outcome-rate", "text", int64(c.Rate/100))
	case c.Year < firstYear || c.Year > today.Year():
		return fault.New(fault.Invalid, "outcome-year", "year", c.Year, "from", firstYear, "to", today.Year())
	}
	id := ComparisonID(c.Outcome, c.Year, c.Source)
	rec, err := d.Record(KindComparison, id)
	if err != nil {
		return err
	}
	d.Made(id, "")
	if rec != nil && !rec.Archived() { // the spelling of its source stays
		return d.Set(KindComparison, id, journal.Organisation(), journal.Fields{ComparisonRate.Is(journal.Int(int64(c.Rate)))})
	}
	fields := comparisons().Values(&c)
	if rec != nil {
		fields = append(fields, journal.FieldArchived.Is(journal.Bool(false)))
	}
	return d.Set(KindComparison, id, journal.Organisation(), fields.Sorted())
}

// RemoveComparison takes a figure away.
type RemoveComparison struct{ ID journal.ID }

// Name is the code of the words for this action.
func (RemoveComparison) Name() string { return "act-outcome-uncompare" }

// Do archives it. Errors: NotFound; Refused for who is no coordinator.
func (a RemoveComparison) Do(d *model.Doing) error {
	if err := d.Allowed(KindComparison, journal.Organisation()); err != nil {
		return err
	}
	rec, err := d.Record(KindComparison, a.ID)
	if err != nil {
		return err
	}
	if rec == nil || rec.Archived() {
		return fault.New(fault.NotFound, "outcome-comparison-unknown")
	}
	d.About(a.ID, "")
	return d.Set(KindComparison, a.ID, journal.Organisation(), journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
}

// ReadComparisons reads the figures, in the order of the outcomes, the latest year of each first. Errors: Refused.
func ReadComparisons(ctx context.Context, session *model.Session) (out []Comparison, err error) {
	err = session.ReadScope(ctx, journal.Scope{Class: journal.Community, Part: journal.Organisation()}, func(tx model.Tx) error {
		out, err = comparisonsIn(tx)
		return err
	})
	return out, err
}

func comparisonsIn(tx model.Tx) (out []Comparison, err error) {
	err = tx.Each(KindComparison, func(r *journal.Record) error {
		if c := ComparisonOf(r); !c.Archived {
			out = append(out, c)
		}
		return nil
	})
	slices.SortFunc(out, func(a, b Comparison) int {
		return cmp.Or(cmp.Compare(place(a.Outcome), place(b.Outcome)), cmp.Compare(b.Year, a.Year), cmp.Compare(plain.FoldText(a.Source), plain.FoldText(b.Source)), slices.Compare(a.ID[:], b.ID[:]))
	})
	return out, err
}

func place(outcome string) int {
	return slices.IndexFunc(Kinds(), func(c model.Code) bool { return c.Code == outcome })
}

// newest is the figure of the latest year for an outcome; nil where nobody entered one. figures are in the order of ReadComparisons.
func newest(figures []Comparison, outcome string) *Comparison {
	for i := range figures {
		if figures[i].Outcome == outcome {
			return &figures[i]
		}
	}
	return nil
}
