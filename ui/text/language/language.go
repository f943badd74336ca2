// Package language is what a language has to bring before the app can speak it. Each language is a folder beside this one,
// which gives one value; ui/text chooses among them.
package language

// Table holds the sentences of one area, by id.
type Table map[string]string

// Language is one language of the app.
type Language struct {
	Tag     string         // BCP 47, as in the settings and in --lang
	Offer   string         // how it is offered: its own name, and behind it a name for who cannot read that
	Decimal string         // what stands between the units and the tenths of a number
	Tables  []func() Table // the sentences, an area each, those first that commands say too; see Sentences
	Codes   func() Table   // what the entries of the lists of the program are called: code.channel.desk
	Said    *Sentences     // all of both, made once for all that speak it; nil: anew for each
	Locales []string       // what a locale begins with that speaks it: nl, for nl_NL.UTF-8
	Yes, No string         // the letters that answer a question
	Dates   Dates
}

// Dates are the words for days and hours that people type, in small letters.
type Dates struct {
	Today, Tomorrow, DayAfter []string
	Weekdays                  [7]string // how the names begin, from Sunday
	Hour, Minute              []string  // what stands behind a number of them
	At                        []string  // what can stand before an hour or a day and says nothing
	Span                      []string  // what can stand before the days that a period runs from and to
}
