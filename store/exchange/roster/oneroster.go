package roster

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"time"

	"leerbalie/store/exchange/tabular"
)

// Beside is what the other files of OneRoster say of the users in users.csv. Each may lack.
type Beside struct {
	Read     []string            // the names of the files that were there
	students map[string]bool     // by the users' ids: whether they learn; nil: no roles.csv
	schools  map[string]string   // names, by the organisations' ids
	groups   map[string][]string // names of classes, by the users' ids
}

// ReadBeside reads the files beside users.csv that open gives; nil opens none. Roles that are over at now do not count. Errors: those of
// a file that is there and cannot be read.
func ReadBeside(open func(name string) (io.ReadCloser, error), now time.Time) (*Beside, error) {
	b := &Beside{schools: map[string]string{}, groups: map[string][]string{}}
	primary, other := map[string]bool{}, map[string]bool{}
	found, err := b.each(open, "roles.csv", func(cell func(string) string) {
		if Gone(cell("status")) || over(cell("endDate"), now) {
			return
		}
		of := other
		if strings.EqualFold(cell("roleType"), "primary") {
			of = primary
		}
		user := cell("userSourcedId")
		of[user] = of[user] || Student(cell("role"))
	})
	if err != nil {
		return b, err
	}
	if found {
		b.students = other
		for user, learns := range primary { // what somebody is first of all
			b.students[user] = learns
		}
	}
	if _, err := b.each(open, "orgs.csv", func(cell func(string) string) {
		b.schools[cell("sourcedId")] = cell("name")
	}); err != nil {
		return b, err
	}
	titles := map[string]string{}
	if found, err = b.each(open, "classes.csv", func(cell func(string) string) {
		if !Gone(cell("status")) {
			titles[cell("sourcedId")] = cell("title")
		}
	}); err != nil || !found {
		return b, err
	}
	_, err = b.each(open, "enrollments.csv", func(cell func(string) string) {
		if title := titles[cell("classSourcedId")]; title != "" && Student(cell("role")) && !Gone(cell("status")) && !over(cell("endDate"), now) {
			user := cell("userSourcedId")
			b.groups[user] = append(b.groups[user], title)
		}
	})
	return b, err
}

// over tells whether a day is before now; one that cannot be read is not.
func over(day string, now time.Time) bool {
	at, err := tabular.Moment(day, time.UTC)
	return err == nil && !now.IsZero() && now.Sub(at) >= 24*time.Hour
}

// each reads a file beside row by row; one that is not there, or is empty, has none.
func (b *Beside) each(open func(string) (io.ReadCloser, error), name string, row func(cell func(string) string)) (found bool, err error) {
	if open == nil {
		return false, nil
	}
	src, err := open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, src.Close()) }()
	b.Read = append(b.Read, name)
	table, err := tabular.NewReader(src, tabular.Options{})
	if err != nil {
		return false, err
	}
	for {
		r, err := table.Next()
		var torn *tabular.RowError
		switch {
		case errors.As(err, &torn):
			continue
		case errors.Is(err, io.EOF):
			return true, nil
		case err != nil:
			return true, err
		}
		row(func(column string) string {
			if at := table.Column(column); at >= 0 {
				return strings.TrimSpace(r.Cells[at])
			}
			return ""
		})
	}
}

// HasRoles tells whether roles.csv was there.
func (b *Beside) HasRoles() bool { return b.students != nil }

// Learns tells whether a user is a student by roles.csv.
func (b *Beside) Learns(user string) bool { return b.students[user] }

// Schools are the names of organisations, of a cell with their ids; an id that orgs.csv does not name stays as it is.
func (b *Beside) Schools(ids string) string {
	var out []string
	for _, id := range strings.FieldsFunc(ids, func(r rune) bool { return r == ',' || r == ';' }) {
		id = strings.TrimSpace(id)
		if name := b.schools[id]; name != "" {
			id = name
		}
		if id != "" {
			out = append(out, id)
		}
	}
	return strings.Join(out, ", ")
}

// Groups are the names of the classes in which a user learns.
func (b *Beside) Groups(user string) []string { return b.groups[user] }
