package transfer

// Survey is what a look at a file found, before anything of it is brought in: for somebody who says which column is what.
type Survey struct {
	What    What
	Format  Format
	Rows    int      // rows of data, rows of totals and empty ones not counted
	Columns []Column // in the order of the file; none where the format itself says what is what
	Mapping string   // the name of the kept mapping by which the columns were recognised; "": none fits
	Remarks []Remark // how dates and amounts are read, which rows are totals, what is left out
}

// Recognised says how it was found out what a column holds.
type Recognised string

// How a column was recognised.
const (
	Unrecognised Recognised = ""        // it was not
	ByMapping    Recognised = "mapping" // somebody said so for an earlier file with these columns
	ByHeading    Recognised = "heading"
	ByContent    Recognised = "content" // by its values: a guess
)

// Column is one column of a file.
type Column struct {
	Name    string   // its heading, as it is written; "" for none
	Samples []string // three of its values at most, no two the same, the first in the file first
	Field   string   // one of the fields of Survey.What; "": it is left out
	By      Recognised
	BSN     bool // it is named as, or holds, citizen service numbers: it is dropped whole, and nothing of it is shown
}

// Map is what the columns say as --map and ImportOptions.Map take it: field → column. Columns without a name or a field are not in it.
func (s Survey) Map() map[string]string {
	out := map[string]string{}
	for _, c := range s.Columns {
		if c.Field != "" && c.Name != "" && !c.BSN {
			out[c.Field] = c.Name
		}
	}
	return out
}
