package outcome

import (
	"strconv"
	"sync"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// The kinds of entity about outcomes. Numbers are on disk and never reused. What became of a student is an item of the ledger.
const (
	KindComparison journal.Kind = 30 // a figure to lay beside ours
	KindReason     journal.Kind = 32 // why a student left
)

// The fields of a reason and of a figure to compare with. Numbers are on disk and never reused.
const (
	ReasonStudent journal.Field = 1
	ReasonText    journal.Field = 2

	ComparisonOutcome journal.Field = 1 // a code
	ComparisonRate    journal.Field = 2 // in hundredths of a percent
	ComparisonSource  journal.Field = 3
	ComparisonYear    journal.Field = 4
)

// ReasonID is the id of why a student left; it is the same on every replica, so two who write it apart see a conflict and not two reasons.
func ReasonID(student journal.ID) journal.ID {
	return journal.KeyedID("reason-left", string(student[:]))
}

// ComparisonID is the id of a figure: the same outcome, year and source are the same figure on every replica.
func ComparisonID(outcome string, year int, source string) journal.ID {
	return journal.KeyedID("comparison", outcome, strconv.Itoa(year), plain.FoldText(source))
}

var comparisons = sync.OnceValue(func() model.Numbered[Comparison] { return comparisonTable().Numbered() })

func comparisonTable() model.Table[Comparison] {
	return model.Table[Comparison]{
		model.CodeField(ComparisonOutcome, "comparison-outcome", model.Everywhere(Kinds), func(c *Comparison) *string { return &c.Outcome }),
		{On: ComparisonRate, Name: "comparison-rate", Kind: model.OfNumber, Get: func(c *Comparison) journal.Value { return journal.Int(int64(c.Rate)) },
			Put: func(c *Comparison, v journal.Value) { c.Rate = Share(v.Int()) }},
		model.TextField(ComparisonSource, "comparison-source", func(c *Comparison) *string { return &c.Source }),
		model.NumberField(ComparisonYear, "comparison-year", func(c *Comparison) *int { return &c.Year }),
	}
}

// Rows are the rows of these kinds. Why somebody left is theirs, goes with them, and is of the class that coordinators alone hold; the figures
// are everybody's, and coordinators write them.
func Rows() []journal.KindRow {
	return []journal.KindRow{
		{Kind: KindComparison, Name: "comparison", Class: journal.Community, Fields: comparisons().Name},
		{Kind: KindReason, Name: "reason-left", Class: journal.Private, Fields: model.FilledNames(FilledIn(KindReason)), Whose: ReasonStudent,
			Personal: func(f journal.Field) bool { return f == ReasonText }},
	}
}

// FilledIn are the fields that people fill in of these kinds.
func FilledIn(k journal.Kind) []model.Filled {
	switch k {
	case KindComparison:
		return comparisonTable().Filled()
	case KindReason:
		return []model.Filled{{On: ReasonText, Name: "reason-left"}}
	}
	return nil
}
