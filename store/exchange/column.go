package exchange

import (
	"maps"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/tabular"
)

// The fields of a request whose columns are read in a way of their own, by their names in transfer.RequestFields.
const (
	sourceID  = "source_id"
	createdAt = "created_at"
	closedAt  = "closed_at"
	summary   = "summary"
	details   = "details"
	minutes   = "minutes"
	hours     = "hours"
	status    = "status"
	outcome   = "outcome"
	clockTime = "time"
	resident  = "resident"
	phone     = "phone"
	staff     = "staff"
	referral  = "referral"
	remarks   = "remarks"
)

// columns says in which column of a table each field stands that has one.
type columns struct {
	at      map[string]int
	asked   map[string]string // what somebody named; nil: by the names of the columns
	own     int               // the column with the ids that requests have in the store that wrote the file; -1 for none
	running bool              // ids are numbers that may begin again in every file
	guessed []string          // fields that were found by what is in a column
	hidden  []int             // that hold citizen service numbers under another name
	remarks []transfer.Remark
}

// target is a field that has a column in a file.
type target[E any] struct {
	name  string // see transfer.Key
	at    int
	field *model.Field[E]
}

// targets are the fields of a table that have columns.
func targets[E any](c columns, fields model.Table[E]) (out []target[E]) {
	for i := range fields {
		name := transfer.Key(fields[i].Name)
		if at, ok := c.at[name]; ok {
			out = append(out, target[E]{name, at, &fields[i]})
		}
	}
	return out
}

func (c *columns) say(msg string, pairs ...any) {
	c.remarks = append(c.remarks, transfer.Remark{Msg: msg, Args: fault.New(fault.Invalid, msg, pairs...).Args})
}

// has tells whether a field has a column.
func (c *columns) has(field string) bool {
	_, ok := c.at[field]
	return ok
}

// taken tells whether a column is a field's.
func (c *columns) taken(column int) bool {
	for _, at := range c.at {
		if at == column {
			return true
		}
	}
	return false
}

// place finds the columns: as asked, or else by their names. Errors: Invalid for a column that is not there.
func place(t *tabular.Reader, asked map[string]string) (columns, error) {
	c := columns{at: map[string]int{}, asked: asked, own: ownColumn(t), remarks: sayAbove(t)}
	var err error
	if asked == nil {
		c.byName(t)
	} else {
		err = c.byMap(t, asked)
	}
	if err != nil {
		return c, err
	}
	if at, ok := c.at[sourceID]; ok {
		c.running = isRunning(t.Header()[at])
	}
	return c, nil
}

// ownID is the column of an export by which a request is known again in the store that it was written from.
const ownID = "id"

// ownColumn finds it in a table that an export of this program wrote: -1 in any other.
func ownColumn(t *tabular.Reader) int {
	for _, name := range []string{sourceID, "number", createdAt, status, ownID} {
		if !slices.Contains(t.Header(), name) {
			return -1
		}
	}
	return slices.Index(t.Header(), ownID)
}

// isRunning tells whether a heading is one under which files count their rows: the next file begins at 1 again.
func isRunning(name string) bool {
	switch headingKey(name) {
	case "volgnummer", "volgnr", "vnr", "nummer", "nr", "no", "number", "":
		return true
	}
	return false
}

// sayLeft says which columns are left out, and what there is none for.
func (c *columns) sayLeft(header []string) {
	var left []string
	for i, name := range header {
		switch {
		case name == "" || i == c.own || c.own >= 0 && (name == "number" || name == "supervision") || c.taken(i) || slices.Contains(c.hidden, i):
		case transfer.IsBSN(name):
			c.say("import.bsn-column", "column", name)
		default:
			left = append(left, name)
		}
	}
	if len(left) > 0 {
		c.say("import.columns-left", "columns", strings.Join(left, ", "))
	}
	if !c.has(sourceID) {
		c.say("import.no-source-id")
	}
	if !c.has(createdAt) {
		c.say("import.no-created-at")
	}
}

// byName goes by the headings: by all of one first, and then by its parts ("Vraag / hulpvraag", "Tijd (min)").
func (c *columns) byName(t *tabular.Reader) {
	whole, parts := map[string]int{}, map[string]int{}
	for i, name := range t.Header() {
		if transfer.IsBSN(name) {
			continue
		}
		put := func(in map[string]int, key string) {
			if _, taken := in[key]; !taken && key != "" {
				in[key] = i
			}
		}
		put(whole, headingKey(name))
		if pieces := strings.FieldsFunc(name, betweenParts); len(pieces) > 1 {
			for _, part := range pieces {
				put(parts, headingKey(part))
			}
		}
	}
	known := headers()
	for _, in := range []map[string]int{whole, parts} {
		for _, f := range transfer.RequestFields() {
			if c.has(f) {
				continue
			}
			for _, name := range append([]string{f}, known[f]...) {
				if at, ok := in[headingKey(name)]; ok && !c.taken(at) {
					c.at[f] = at
					break
				}
			}
		}
	}
}

func (c *columns) byMap(t *tabular.Reader, asked map[string]string) error {
	for _, name := range slices.Sorted(maps.Keys(asked)) {
		column := asked[name]
		at := t.Column(column)
		if at < 0 {
			return fault.New(fault.Invalid, "import.no-column", "target", name, "column", column, "columns", strings.Join(t.Header(), ", "))
		}
		switch {
		case transfer.IsBSN(name) || transfer.IsBSN(t.Header()[at]):
			if !transfer.IsBSN(t.Header()[at]) { // otherwise it is said with the columns that are left
				c.say("import.bsn-column", "column", t.Header()[at])
			}
		case !slices.Contains(transfer.RequestFields(), name):
			return fault.New(fault.Invalid, "import.field", "target", name)
		default:
			c.at[name] = at
		}
	}
	return nil
}
