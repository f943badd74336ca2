package transfer

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Format names how a file is written.
type Format string

// The formats of requests. Auto finds out, and is for reading only; JSON is for writing only.
const (
	Auto    Format = "auto"
	CSV     Format = "csv"
	Open311 Format = "open311" // GeoReport v2, JSON or XML
	Bulk    Format = "bulk"    // Open311 Bulk CSV
	JSON    Format = "json"
)

// RequestFormats are the formats that requests can be read from.
func RequestFormats() []Format { return []Format{Auto, CSV, Open311, Bulk} }

// ExportFormats are the formats that requests can be written in.
func ExportFormats() []Format { return []Format{CSV, JSON, Bulk} }

// RequestFields are the fields of a request that a column of a file can be mapped to: what lists hold of one is written to files,
// and read back from them, but for who may help, which is for the desk that takes it over to say; and at the end what only a spreadsheet
// of an office has, the time of day at which it came in, who asked, who helped, and to whom it was handed over.
func RequestFields() []string {
	out := []string{
		"source_id", "created_at", "closed_at", "summary", "details", "channel", "theme", "life_domain", "urgency", "language",
		"minutes", "hours", "status", "outcome",
	}
	for _, f := range desk.RowFields() {
		if key := Key(f.Name); !slices.Contains(out, key) && f.Name != "supervision" {
			out = append(out, key)
		}
	}
	return append(out, "time", "resident", "phone", "staff", "referral", "remarks")
}

// ImportOptions say how to read a file.
type ImportOptions struct {
	What   What
	Format Format
	Map    map[string]string // field → column; nil goes by the names of the columns
	Guess  bool              // where no name says what a column holds, go by what is in it; what was guessed is a remark
	File   string            // the name of the file, without its folder, for people
	// Beside opens a file that stands beside the one that is read, by its name; nil: none can be. Errors: fs.ErrNotExist.
	Beside   func(name string) (io.ReadCloser, error)
	DryRun   bool         // check everything and keep nothing
	Yes      bool         // what the file leaves out may go: parts of a list of competences, with what hangs on them
	Strict   bool         // one refused row: keep nothing at all
	Now      time.Time    // the clock: rows without a date get it, later ones are refused; zero is the machine's
	Progress func(Report) // called now and then with the counts so far; may be nil
}

// Check refuses options that make no sense, with kind Invalid.
func (o ImportOptions) Check() error {
	return o.What.check(o.Format, o.Map)
}

// IsBSN says whether a field or column is named as one that holds citizen service numbers: by that name in Dutch or English, in any
// spelling (B.S.N., bsn-nr, clientBSN), or by one that it had (sofinummer, fiscaal nummer, social security number).
func IsBSN(name string) bool {
	words := plain.Fold(name)
	joined := strings.Join(words, "")
	for _, whole := range [...]string{"bsn", "sofi"} {
		if slices.Contains(words, whole) {
			return true
		}
	}
	for _, part := range [...]string{
		"burgerservice", "sofinummer", "sofinr", "sofino", "bsnnummer", "bsnnr", "citizenservice", "persoonsnummer", "persoonsnr", "socialsecurity", "fiscaalnummer",
		"nationalid",
	} {
		if strings.Contains(joined, part) {
			return true
		}
	}
	return strings.HasPrefix(joined, "bsn") || strings.HasSuffix(joined, "bsn") || strings.HasPrefix(joined, "ssn") && len(joined) < 6
}

// Report is what came of an import.
type Report struct {
	ID        journal.ID // under which the whole of it can be undone; zero where nothing was kept
	Format    Format
	Read      int // rows in the file
	Imported  int
	Unchanged int       // known from an earlier import
	Refused   []Refusal // in the order of the rows
	Remarks   []Remark
	Asked     []Asked // numbers that were kept and may be citizen service numbers, in the order of the rows
	DryRun    bool    // nothing was kept
	Tally     Tally   // what the rows that were imported come to
}

// Asked is a field of a row that was taken with a number in it that may be a citizen service number: see plain.FindBSN.
type Asked struct {
	Row   int
	Field string
}

// mostRows is how many rows a remark names.
const mostRows = 20

// SayAsked adds a remark for each field in which such numbers were kept, with their rows.
func (r *Report) SayAsked() {
	rows := map[string][]string{}
	var fields []string
	for _, a := range r.Asked {
		if rows[a.Field] == nil {
			fields = append(fields, a.Field)
		}
		rows[a.Field] = append(rows[a.Field], strconv.Itoa(a.Row))
	}
	for _, f := range fields {
		r.Remarks = append(r.Remarks, Say("import.bsn-asked", "field", f, "n", len(rows[f]), "rows", plain.Some(rows[f], mostRows)))
	}
}

// Refusal is a row that was not taken.
type Refusal struct {
	Row int   // of a table as a spreadsheet shows it, the header is 1; in other files the record's number
	Err error // kind Invalid mostly; its code names the sentence
}

// Remark is something to know about the whole file: a column that was not taken, values kept as they were written.
type Remark struct {
	Msg  string // the code of the sentence
	Args []fault.Arg
}
