package exchange

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// arrive takes a row in as a request, with who asks where nobody here knew that resident yet. A row that is here already is refused: as
// known where it says nothing else than it did, and as changed where it does.
type arrive struct{ row entry }

// Name is the code of the words for this action.
func (arrive) Name() string { return "act-add-request" }

// Do adds the request. Errors: Conflict with source-known, or source-changed; and as for desk.AddResident and desk.AddRequest.
func (a arrive) Do(d *model.Doing) error {
	e := &a.row
	if e.renamed != nil {
		*e.renamed = false
	}
	here, err := e.here(d)
	if err != nil {
		return err
	}
	if !here.IsZero() {
		if err := e.compare(d, here); !e.another(err) {
			return err
		}
		if here, err = desk.IndexOf(d).BySource(d.Site(), e.request.Source); err != nil || !here.IsZero() {
			return cmp.Or(err, e.compare(d, here))
		}
	}
	if e.asker != nil {
		e.request.Resident = e.asker.ID
		if err := e.introduce(d); err != nil {
			return err
		}
	}
	err = desk.AddRequest{Request: e.request}.Do(d)
	if isFault(err, "source-known") {
		if here, err = desk.IndexOf(d).BySource(d.Site(), e.request.Source); err == nil {
			err = e.compare(d, here)
		}
	}
	return err
}

// another tells whether a row is another question than the one that has its running number: both what is asked and when are others. It has
// the day beside its number then.
func (e *entry) another(err error) bool {
	wrong, is := err.(*fault.Error)
	if !is || wrong.Msg != "source-changed" || e.renamed == nil {
		return false
	}
	fields := fmt.Sprint(wrong.Args)
	if !strings.Contains(fields, summary) || !strings.Contains(fields, "created") {
		return false
	}
	*e.renamed = true
	e.request.Source += " (" + e.request.Created.Format(time.DateOnly) + ")"
	return true
}

// here is the request that the row is, zero where there is none, as far as that has to be known before anything is written: by what an
// export of this store tells of it, and by its source where who asks would be added first.
func (e *entry) here(d *model.Doing) (journal.ID, error) {
	index := desk.IndexOf(d)
	if !e.own.IsZero() {
		rec, err := d.Record(desk.KindRequest, e.own)
		if err != nil || rec != nil && rec.Part == d.Site() {
			return e.own, err
		}
	} else if strings.Contains(e.request.Source, "-") && !e.derived {
		id, err := index.ByNumber(e.request.Source)
		if err != nil {
			return id, err
		}
		if !id.IsZero() {
			row, ok, err := index.Row(d.Site(), id)
			again := ok && row.Created.Truncate(time.Second).Equal(e.request.Created.Truncate(time.Second))
			if err != nil || again && !sameSeries(row.Source, e.request.Source) {
				return id, err
			}
		}
	}
	if e.asker == nil && e.renamed == nil {
		return journal.ID{}, nil
	}
	return index.BySource(d.Site(), e.request.Source)
}

// sameSeries tells whether two ids are numbers that one store gave out: what came from there is not what has such a number here.
func sameSeries(a, b string) bool {
	i, j := strings.LastIndex(a, "-"), strings.LastIndex(b, "-")
	return i >= 0 && j >= 0 && a[:i] == b[:j]
}

// introduce adds who asks, unless a row before did.
func (e *entry) introduce(d *model.Doing) error {
	if !e.fresh {
		return nil
	}
	rec, err := d.Record(desk.KindResident, e.asker.ID)
	if err != nil || rec != nil {
		return err
	}
	if err := (desk.AddResident{Resident: *e.asker}).Do(d); err != nil {
		return err
	}
	d.AboutNext()
	return nil
}

// compare refuses the row as known, or as changed: where it says something else than the request does, and nobody here altered that since.
// What it leaves open says nothing.
func (e *entry) compare(d *model.Doing, id journal.ID) error {
	known := fault.New(fault.Conflict, "source-known", "source", e.request.Source)
	rec, err := d.Record(desk.KindRequest, id)
	if err != nil || rec == nil {
		return err
	}
	items, err := d.Items(desk.KindRequest, id)
	if err != nil {
		return err
	}
	r := desk.RequestOf(rec, items)
	if e.wordless || r.Erased || r.Merged != nil {
		return known
	}
	count := map[journal.ItemKind]int{}
	for i := range items {
		count[items[i].Kind]++
	}
	var changed []string
	table := desk.Editable()
	for i := range table {
		f := &table[i]
		is, was := f.Get(&e.request), f.Get(r)
		if f.Name == "resident" || is.IsNone() || is.Equal(was) || sameText(is.Text(), was.Text()) && is.Text() != "" {
			continue
		}
		if since := f.Name == details && count[desk.ItemDetails] > 1 || altered(rec, f.On); !since {
			changed = append(changed, f.Name)
		}
	}
	if e.dated && !near(e.request.Created, r.Created) {
		changed = append(changed, "created")
	}
	switch {
	case e.closed && r.Closed == nil && count[desk.ItemReopen] == 0:
		changed = append(changed, status)
	case e.closed && r.Closed != nil && near(r.Closed.At, e.closedAt) && e.how.Outcome != noOutcome && !sameText(e.how.Outcome, r.Closed.Outcome):
		changed = append(changed, outcome)
	}
	if len(changed) == 0 {
		return known
	}
	return fault.New(fault.Conflict, "source-changed", "source", e.request.Source, "number", r.Number, "changed", strings.Join(changed, ", "))
}

// altered tells whether a field was written again after the request was taken in: personal fields are written in the change that follows
// the first.
func altered(rec *journal.Record, f journal.Field) bool {
	first, of := rec.Register(desk.RequestNumber), rec.Register(f)
	if first == nil || len(first.Live) == 0 || of == nil || len(of.Live) == 0 {
		return false
	}
	a, b := first.Live[0].Stamp, of.Live[0].Stamp
	return a.Replica != b.Replica || b.Seq > a.Seq+1
}

// near tells whether two moments are the same to the minute, or one is just the day of the other.
func near(a, b time.Time) bool {
	if apart := a.Sub(b); apart < time.Minute && apart > -time.Minute {
		return true
	}
	day := days.Midnight(b, a.Location())
	return a.Equal(day)
}

// sameText tells whether two texts say the same, however their spaces stand.
func sameText(a, b string) bool {
	return a == b || strings.Join(strings.Fields(plain.Harmless(a)), " ") == strings.Join(strings.Fields(plain.Harmless(b)), " ")
}
