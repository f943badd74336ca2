package directory

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/store/exchange/hsds"
	"leerbalie/store/exchange/spoken"
)

// flat is a text as a part of an entry keeps it: on one line.
func flat(text string) string {
	if !strings.ContainsAny(text, "\t\n\r") {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' }), " ")
}

// set writes cells that hold something.
func set(c cells, pairs ...string) cells {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			c[pairs[i]] = pairs[i+1]
		}
	}
	return c
}

// refs are how entries of the directory are found by the ids that tables have.
type refs struct {
	id   func(kind journal.Kind, source string) journal.ID // zero for none
	name func(kind journal.Kind, id journal.ID) string     // the id that an entry goes out under; "" for none
	term func(id string) string                            // what a term of a taxonomy is called
	unit func(id string) string
}

// builder reads the parts of one entry from its rows, and notes at each row what is made of it.
type builder struct {
	refs
	from   rows
	column string // by which its parts belong to it: service_id
	id     string // as it goes out
}

// each goes through the rows of a table; make gives the row that the entry will make of what it took, nil where it took nothing.
func (b *builder) each(table string, make func(raw cells) cells) {
	for i := range b.from.more {
		if l := &b.from.more[i]; l.Table == table {
			l.Made = make(l.Raw)
		}
	}
}

// common reads what all entries have.
func (b *builder) common(e *directory.Entry, url string) {
	own := b.from.own
	e.Name, e.AlternateName, e.Description = strings.Join(strings.Fields(own["name"]), " "), own["alternate_name"], own["description"]
	e.URL, e.Email = own[url], own["email"]
	at := map[string]int{}
	b.each(hsds.Contacts, func(raw cells) cells {
		c := directory.Contact{Name: flat(raw["name"]), Title: flat(raw["title"]), Department: flat(raw["department"]), Email: flat(raw["email"]), Source: raw["id"]}
		at[strings.ToLower(c.Source)] = len(e.Contacts)
		e.Contacts = append(e.Contacts, c)
		return b.contact(c)
	})
	b.each(hsds.Phones, func(raw cells) cells {
		if i, is := at[strings.ToLower(raw["contact_id"])]; is && raw[b.column] == "" && e.Contacts[i].Phone == "" {
			e.Contacts[i].Phone = flat(raw["number"])
			return b.phoneOf(e.Contacts[i])
		}
		p := directory.Phone{Number: flat(raw["number"]), Extension: flat(raw["extension"]), Type: flat(raw["type"]), Department: flat(raw["description"]), Source: raw["id"]}
		e.Phones = append(e.Phones, p)
		return b.phone(p)
	})
}

// part is a row of a part of the entry; one without an id of its own gets one of what it says.
func (b *builder) part(table, id string, pairs ...string) cells {
	c := set(cells{}, append([]string{b.column, b.id}, pairs...)...)
	if id == "" {
		id = hsds.MadeID(table, c)
	}
	c["id"] = id
	return c
}

func (b *builder) phone(p directory.Phone) cells {
	return b.part(hsds.Phones, p.Source, "number", p.Number, "extension", p.Extension, "type", p.Type, "description", p.Department)
}

// phoneOf is the telephone of somebody.
func (b *builder) phoneOf(c directory.Contact) cells {
	out := cells{"contact_id": b.contact(c)["id"], "number": c.Phone}
	out["id"] = hsds.MadeID(hsds.Phones, out)
	return out
}

func (b *builder) contact(c directory.Contact) cells {
	return b.part(hsds.Contacts, c.Source, "name", c.Name, "title", c.Title, "department", c.Department, "email", c.Email)
}

// words reads a list of words from a table, each once.
func (b *builder) words(to *[]string, table string, read func(raw cells) string, make func(word string) cells) {
	seen := map[string]bool{}
	b.each(table, func(raw cells) cells {
		word := flat(strings.TrimSpace(read(raw)))
		if word == "" || seen[word] {
			return nil
		}
		seen[word] = true
		*to = append(*to, word)
		return make(word)
	})
}

func (b *builder) word(table, column string) func(string) cells {
	return func(word string) cells { return b.part(table, "", column, word) }
}

// tongues reads languages, as BCP 47 tags where they are known.
func (b *builder) tongues(to *[]string) {
	b.words(to, hsds.Languages, func(raw cells) string {
		if raw["phone_id"] != "" && raw[b.column] == "" {
			return "" // it is spoken at one telephone
		}
		if code := raw["code"]; code != "" {
			return strings.ToLower(code)
		}
		if tag, ok := spoken.Tag(raw["name"]); ok {
			return tag
		}
		return raw["name"]
	}, b.tongue)
}

func (b *builder) tongue(tag string) cells {
	if _, known := spoken.Tag(tag); known || len(tag) <= 3 {
		return b.part(hsds.Languages, "", "code", tag)
	}
	return b.part(hsds.Languages, "", "name", tag)
}

// schedules reads when it is open.
func (b *builder) schedules(to *[]directory.Schedule) {
	b.each(hsds.Schedules, func(raw cells) cells {
		s := scheduleOf(raw)
		*to = append(*to, s)
		return b.schedule(s)
	})
}

// scheduleOf reads a schedule of HSDS.
func scheduleOf(raw cells) (s directory.Schedule) {
	s.Source = raw["id"]
	s.Opens, _ = hsds.Minutes(raw["opens_at"])
	s.Closes, _ = hsds.Minutes(raw["closes_at"])
	s.ValidFrom, s.ValidTo = dayOf(raw["valid_from"]), dayOf(raw["valid_to"])
	var said []string
	for _, name := range []string{"description", "notes"} {
		if text := strings.TrimSpace(flat(raw[name])); text == hsds.Closed {
			s.Closed = true
		} else if text != "" {
			said = append(said, text)
		}
	}
	s.Note = strings.Join(said, " — ")
	if strings.HasPrefix(raw["valid_from"], "0001-") { // each year
		s.ValidFrom, s.ValidTo = time.Time{}, time.Time{}
		if from, to := raw["valid_from"][5:], strings.TrimPrefix(raw["valid_to"], "0001-"); from == to {
			month, _ := strconv.Atoi(from[:2])
			day, _ := strconv.Atoi(from[3:])
			s.Rule = fmt.Sprintf("FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%d", month, day)
		} else {
			s.Rule = "FREQ=YEARLY"
			s.Note = strings.TrimPrefix(s.Note+" — ", " — ") + from + " / " + to
		}
		return s
	}
	var rule []string
	weekly := raw["freq"] == "" || raw["freq"] == "WEEKLY"
	days, plainly := directory.ParseWeekdays(raw["byday"])
	for _, part := range [][2]string{{"FREQ", "freq"}, {"INTERVAL", "interval"}, {"BYDAY", "byday"}, {"BYWEEKNO", "byweekno"}, {"BYMONTHDAY", "bymonthday"}, {"BYYEARDAY", "byyearday"},
		{"COUNT", "count"}, {"UNTIL", "until"}, {"WKST", "wkst"}, {"DTSTART", "dtstart"}} {
		if value := flat(raw[part[1]]); value != "" {
			rule = append(rule, part[0]+"="+value)
		}
	}
	if weekly && plainly && len(rule) <= 2 && (raw["byday"] != "") == (len(rule) > 0 && strings.HasPrefix(rule[len(rule)-1], "BYDAY")) {
		s.Days = days
		return s
	}
	s.Rule = strings.Join(rule, ";")
	if weekly && plainly {
		s.Days = days
	}
	return s
}

// schedule is a schedule as HSDS has it.
func (b *builder) schedule(s directory.Schedule) cells {
	closed := ""
	if s.Closed {
		closed = hsds.Closed
	}
	freq := ""
	if s.Days != 0 {
		freq = "WEEKLY"
	}
	opens, closes := "", ""
	if s.Opens != 0 || s.Closes != 0 {
		opens, closes = clock(s.Opens), clock(s.Closes)
	}
	c := b.part(hsds.Schedules, s.Source, "freq", freq, "byday", s.Days.String(), "opens_at", opens, "closes_at", closes, "valid_from", day(s.ValidFrom), "valid_to", day(s.ValidTo),
		"description", closed, "notes", s.Note)
	for part := range strings.SplitSeq(s.Rule, ";") {
		if name, value, ok := strings.Cut(part, "="); ok && name != "BYMONTH" {
			c[strings.ToLower(name)] = value
		}
	}
	return c
}

func clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func dayOf(text string) time.Time {
	if len(text) > 10 {
		text = text[:10]
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return time.Time{}
	}
	return t
}
