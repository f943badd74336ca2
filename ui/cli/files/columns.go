package files

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/mapping"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// recognising is how it is found out which column of a file is what, beside --map and the names of the columns.
type recognising struct {
	guess   bool   // by a kept mapping that fits, and by what is in them
	mapping string // as in this kept mapping
	save    string // it is kept under this name

	survey transfer.Survey
}

// columns settles which column is what, and gives the file to be read from its beginning. What --map says goes before all else.
func (by *recognising) columns(ctx context.Context, r *command.Run, session *model.Session, path string, src io.Reader, o *transfer.ImportOptions) (io.Reader, error) {
	o.File = filepath.Base(path)
	said := o.Map
	if by.mapping != "" {
		m, err := mappingMeant(ctx, session, by.mapping)
		if err != nil {
			return nil, err
		}
		if m.What != o.What.Recalls() {
			return nil, fault.New(fault.Invalid, "mapping-for", "name", m.Name, "what", r.Say("files.what."+m.What))
		}
		o.Map = over(m.Map(), said)
	}
	if !by.guess && by.save == "" {
		return src, nil
	}
	file, again := src.(io.ReadSeeker)
	if path == "-" || !again { // what comes in one by one is held, to be read twice
		all, err := io.ReadAll(src)
		if err != nil {
			return nil, err
		}
		file = bytes.NewReader(all)
	}
	look := *o
	if look.Guess = by.guess; by.guess && by.mapping == "" {
		look.Map = nil
	}
	s, err := r.Powers.Survey(ctx, session, file, look)
	if err != nil {
		return nil, err
	}
	by.survey = s.Settled()
	if by.guess && by.mapping == "" && len(s.Columns) > 0 && s.Format != transfer.OneRoster { // otherwise the format says it
		o.Map = over(by.survey.Map(), said)
		saidOver(by.survey, said)
	}
	if by.guess {
		if err := by.tell(r, *o); err != nil {
			return nil, err
		}
	}
	_, err = file.Seek(0, io.SeekStart)
	return file, err
}

// over is what is said of fields over what was found out; a column that is named there is nothing else any more.
func over(found, said map[string]string) map[string]string {
	out := maps.Clone(found)
	for _, column := range said {
		maps.DeleteFunc(out, func(_, other string) bool { return plain.FoldText(other) == plain.FoldText(column) })
	}
	maps.Copy(out, said)
	return out
}

// saidOver is over for the columns that are shown.
func saidOver(s transfer.Survey, said map[string]string) {
	for i := range s.Columns {
		c := &s.Columns[i]
		if _, other := said[c.Field]; other {
			c.Field, c.By = "", transfer.Unrecognised
		}
		for field, name := range said {
			if !c.BSN && s.Nameable(i) && plain.FoldText(c.Name) == plain.FoldText(name) {
				c.Field, c.By = field, transfer.ByMapping
			}
		}
	}
}

// tell shows the columns: a table on the standard output where the file is only tried, else beside it.
func (by *recognising) tell(r *command.Run, o transfer.ImportOptions) error {
	if r.JSON || len(by.survey.Columns) == 0 {
		return nil
	}
	out := r.Err
	if o.DryRun {
		out = r.Out
	}
	what := o.What.Recalls()
	t := output.NewTable(out, r.Width, r.Say("files.col.heading"), r.Say("files.col.field"), r.Say("files.col.how"), r.Say("files.col.samples"))
	for i, c := range by.survey.Columns {
		name, field, how := plain.Masked(c.Name, plain.InWords), r.Say("files.col.left"), "files.how.none"
		if name == "" {
			name = r.Say("files.col.untitled", "n", i+1)
		}
		switch {
		case c.BSN:
			field = r.Say("files.col.bsn")
		case c.Field != "":
			field = r.Words.MapField(what, c.Field)
		}
		if c.By != transfer.Unrecognised {
			how = "files.how." + string(c.By)
		}
		t.Add(name, field, r.Say(how), strings.Join(c.Samples, " · "))
	}
	if err := t.End(); err != nil {
		return err
	}
	if by.survey.Mapping != "" {
		r.Tell(r.Say("cli.import.by-mapping", "name", by.survey.Mapping))
	}
	_, err := fmt.Fprintln(out)
	return err
}

// columnJSON is a column of a file. The names are a promise to scripts.
type columnJSON struct {
	Name       string   `json:"name"`
	Field      string   `json:"field"`
	Recognised string   `json:"recognised"`
	BSN        bool     `json:"bsn"`
	Samples    []string `json:"samples"`
}

// told adds the columns to what scripts get; nil where nothing was guessed.
func (by *recognising) told(r *command.Run) func(output.Import) any {
	if !by.guess {
		return nil
	}
	return func(i output.Import) any {
		columns := make([]columnJSON, 0, len(by.survey.Columns))
		for _, c := range by.survey.Columns {
			columns = append(columns, columnJSON{plain.Masked(c.Name, plain.InWords), c.Field, string(c.By), c.BSN, output.OrEmpty(c.Samples)})
		}
		return struct {
			output.Import
			Mapping string       `json:"mapping"`
			Columns []columnJSON `json:"columns"`
		}{i, by.survey.Mapping, columns}
	}
}

// kept keeps which column was what, where that is asked for and the file came in.
func (by *recognising) kept(ctx context.Context, r *command.Run, session *model.Session, o transfer.ImportOptions) error {
	if by.save == "" || o.DryRun {
		return nil
	}
	fields := o.Map
	if fields == nil {
		fields = by.survey.Map()
	}
	if _, err := session.Do(ctx, mapping.Keep{As: by.save, What: o.What.Recalls(), Headings: by.survey.Headings(), Fields: fields}); err != nil {
		return err
	}
	r.Tell(r.Say("cli.import.mapping.kept", "name", by.save))
	return nil
}
