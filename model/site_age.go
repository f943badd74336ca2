package model

import (
	"strconv"
	"strings"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// SiteAges is the field of a site that holds its AgeLimits, SiteExact the one that says whether its Site.Exact is on.
const (
	SiteAges  journal.Field = 22
	SiteExact journal.Field = 24
)

// AgeLimit is after how many minutes a request waits long at a site, and too long.
type AgeLimit struct {
	Urgency Urgency // "": of every urgency that has no limit of its own
	Long    int
	TooLong int
}

// maxAge is the longest limit in minutes: a year.
const maxAge = 366 * 24 * 60

// Age is how a waiting request stands to the limits of its site.
type Age uint8

// The ages.
const (
	AgeFine Age = iota
	AgeLong
	AgeTooLong
)

// AgeLimit is the limit for an urgency, its own or the general one; ok is false where the site keeps none.
func (s Site) AgeLimit(u Urgency) (limit AgeLimit, ok bool) {
	for _, l := range s.Ages {
		if l.Urgency == u {
			return l, true
		}
		if l.Urgency == "" {
			limit, ok = l, true
		}
	}
	return limit, ok
}

// Age tells how long a request of an urgency has waited by the site's own limits.
func (s Site) Age(u Urgency, waited time.Duration) Age {
	l, ok := s.AgeLimit(u)
	switch minutes := int(waited / time.Minute); {
	case !ok || minutes < l.Long:
		return AgeFine
	case minutes < l.TooLong:
		return AgeLong
	}
	return AgeTooLong
}

// checkAges refuses limits that nothing can be between, that come twice, or that are for an urgency there is not.
func checkAges(ages []AgeLimit) error {
	seen := map[Urgency]bool{}
	for _, l := range ages {
		_, known := Urgencies().Get(string(l.Urgency))
		if l.Long < 1 || l.TooLong <= l.Long || l.TooLong > maxAge || seen[l.Urgency] || !known && l.Urgency != "" {
			return fault.New(fault.Invalid, "site-age", "long", strconv.Itoa(l.Long), "too", strconv.Itoa(l.TooLong))
		}
		seen[l.Urgency] = true
	}
	return nil
}

// agesValue writes limits: a line is the urgency and both numbers of minutes.
func agesValue(ages []AgeLimit) journal.Value {
	lines := make([]journal.Value, len(ages))
	for i, l := range ages {
		// no text: two numbers beside each other can look like another one
		lines[i] = journal.Bytes(strings.Join([]string{string(l.Urgency), strconv.Itoa(l.Long), strconv.Itoa(l.TooLong)}, "\t"))
	}
	return journal.List(lines...)
}

// agesOf reads what agesValue wrote; a line that makes no sense, as a later version may write, is left out.
func agesOf(v journal.Value) (out []AgeLimit) {
	for _, line := range v.List() {
		parts := strings.Split(line.Raw(), "\t")
		if len(parts) != 3 {
			continue
		}
		long, err := strconv.Atoi(parts[1])
		too, also := strconv.Atoi(parts[2])
		if l := (AgeLimit{Urgency(parts[0]), long, too}); err == nil && also == nil && checkAges([]AgeLimit{l}) == nil {
			out = append(out, l)
		}
	}
	return out
}
