package incoming

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Source is what is known of a file before it is brought in.
type Source struct {
	File  string // its name, without a folder
	What  string
	Print Print
}

// Run is an import that is under way. A run of a file that was stopped goes on with the same import.
type Run struct {
	session *model.Session
	from    Source
	id      journal.ID
	began   bool // the import is kept
	rows    int  // that came in
	before  int  // and of them in earlier runs
}

// Begin begins to bring a file in. Nothing is written until rows are: then the import is, with the first of them. Errors: Refused.
func Begin(ctx context.Context, session *model.Session, from Source) (*Run, error) {
	all, err := Read(ctx, session)
	if err != nil {
		return nil, err
	}
	r := &Run{session: session, from: from}
	for _, im := range all {
		if im.State == Unfinished && im.print == from.Print && im.What == from.What {
			r.id, r.began, r.before, r.rows = im.ID, true, im.Imported, im.Imported
			break
		}
	}
	return r, nil
}

// ID is the import; zero while nothing came in.
func (r *Run) ID() journal.ID { return r.id }

// Try brings rows in, as model.Session.Try does, and notes which they are. Errors: those of Try; Conflict where the import is taken back
// meanwhile.
func (r *Run) Try(ctx context.Context, groups [][]model.Action, dry bool) ([]error, error) {
	return r.bring(ctx, groups, dry, true)
}

// Beside brings in what rows need and is none, such as the groups of students.
func (r *Run) Beside(ctx context.Context, groups [][]model.Action) ([]error, error) {
	return r.bring(ctx, groups, false, false)
}

func (r *Run) bring(ctx context.Context, groups [][]model.Action, dry, rows bool) ([]error, error) {
	var id journal.ID
	n := 0
	refused, err := r.session.TryNoted(ctx, groups, dry, func(d *model.Doing, taken int, wrote []model.Stretch) (err error) {
		n, id = 0, r.id
		if rows {
			n = taken
		}
		switch {
		case !r.began:
			if id, err = r.keep(d); err != nil {
				return err
			}
		default:
			im, err := importIn(d, d.Site(), id)
			if err != nil {
				return err
			}
			if im.State == Undoing || im.State == Undone {
				return fault.New(fault.Conflict, "import-undone")
			}
		}
		_, err = d.Add(KindImport, id, d.Site(), ItemBatch, append(stretchFields(wrote), partRows.Is(journal.Int(int64(n)))))
		return err
	})
	if err == nil && !id.IsZero() {
		r.id, r.began, r.rows = id, true, r.rows+n
	}
	return refused, err
}

// keep keeps the import itself. A name that cannot be kept, such as one with a citizen service number in it, is left out.
func (r *Run) keep(d *model.Doing) (journal.ID, error) {
	id, err := d.NewID(d.Now())
	if err != nil {
		return id, err
	}
	file := r.from.File
	if model.CheckText(file, plain.InWords) != nil {
		file = ""
	}
	return id, d.Set(KindImport, id, d.Site(), journal.Fields{ImportFile.Is(journal.Text(file)), ImportWhat.Is(journal.Text(r.from.What)),
		ImportPrint.Is(journal.Bytes(string(r.from.Print[:])))})
}

// Ended are the counts of a run that came to the end of its file.
type Ended struct{ Read, Unchanged, Refused int }

// End says that the file was read to its end. Where nothing came in, nothing is kept.
func (r *Run) End(ctx context.Context, n Ended) error {
	if !r.began {
		return nil
	}
	_, err := r.session.DoQuietly(ctx, ended{r.id, Ended{n.Read, max(n.Unchanged-r.before, 0), n.Refused}})
	return err
}

// Over puts the import where Undo finds it next, whether or not it came to its end.
func (r *Run) Over() {
	if r.began {
		r.session.Did(model.Receipt{Name: "act-import", Entity: r.id, Count: r.rows})
	}
}

// ended notes that a file was read to its end.
type ended struct {
	id journal.ID
	n  Ended
}

// Name is the code of the words for this action.
func (ended) Name() string { return "act-import" }

// Do writes the counts.
func (a ended) Do(d *model.Doing) error {
	d.About(a.id, "")
	_, err := d.Add(KindImport, a.id, d.Site(), ItemEnded, journal.Fields{endRead.Is(journal.Int(int64(a.n.Read))),
		endUnchanged.Is(journal.Int(int64(a.n.Unchanged))), endRefused.Is(journal.Int(int64(a.n.Refused)))})
	return err
}
