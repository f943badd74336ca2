package directory

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/incoming"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/hsds"
)

// batch is how many entries are written in one commit.
const batch = 200

// Import brings a directory in from a file, or, where src is nil, from the folder whose files o.Beside opens. What is known is brought to what
// the file says, as far as it says anything; what it leaves out stays. A row that cannot be taken stands in the report with the name of its
// file, and the others are taken; with Strict one refused row keeps everything out.
//
// Errors: Invalid for options, or a file that is no directory; Refused for somebody who may not bring anything in; the context's, when it was
// cancelled: what was done stays, and a second run goes on; those of reading and of the disk.
func Import(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.DirectoryReport, error) {
	report := transfer.DirectoryReport{DryRun: o.DryRun, Refused: []transfer.DirectoryRefusal{}}
	for field := range o.Map {
		if !slices.Contains(transfer.DirectoryFields(), field) && !transfer.IsBSN(field) {
			return report, fault.New(fault.Invalid, "import.field", "target", field)
		}
	}
	if err := session.Check(ctx, model.ToBringIn); err != nil {
		return report, err
	}
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	all, err := directory.ReadAll(ctx, session)
	if err != nil {
		return report, err
	}
	w := wholeOf(all)
	set, err := hsds.Read(ctx, hsds.Input{Name: o.File, Src: src, Folder: o.Beside}, hsds.Options{Map: o.Map, Now: o.Now, Known: w.known, At: w.at})
	if err != nil {
		return report, err
	}
	report.Format = set.Format
	in := &importing{ctx: ctx, session: session, o: o, whole: w, set: set, report: &report, row: map[key]hsds.Row{}, touched: map[key]bool{}}
	in.merge()
	return report, in.write()
}

// known tells whether a row of a table is kept, whatever holds it.
func (w *whole) known(table, id string) bool {
	if kind, is := kindOfTable(table); is {
		_, there := w.ids[key{kind, strings.ToLower(id)}]
		return there
	}
	_, there := w.holder[rowKey(table, id)]
	return there || table == hsds.Terms && w.terms[strings.ToLower(id)] != ""
}

// at is the organisation of a location that is kept.
func (w *whole) at(location string) string {
	return w.own[key{directory.KindLocation, strings.ToLower(location)}]["organization_id"]
}

// importing is a directory on its way in.
type importing struct {
	ctx     context.Context
	session *model.Session
	o       transfer.ImportOptions
	whole   *whole
	set     *hsds.Set
	report  *transfer.DirectoryReport
	row     map[key]hsds.Row // where the file has each entry
	touched map[key]bool     // entries of which the file says something else than is kept
	order   []key            // entries of the file, in its order
}

// write writes the entries that differ, organisations first.
func (in *importing) write() (err error) {
	report := in.report
	for _, r := range in.set.Refused {
		in.refuse(r.File, r.Row, r.Err)
	}
	report.Remarks = append(report.Remarks, in.set.Remarks...)
	report.Read += in.set.Read[hsds.Services]
	report.Organizations.Read, report.Locations.Read = in.set.Read[hsds.Organizations], in.set.Read[hsds.Locations]
	if in.o.Strict && !in.o.DryRun {
		dry := *in
		copied := *report
		copied.Refused = slices.Clone(report.Refused)
		dry.report, dry.o.DryRun = &copied, true
		if err := dry.take(nil); err != nil {
			return err
		}
		if len(copied.Refused) > 0 {
			report.Refused = copied.Refused
			in.sort()
			return nil
		}
	}
	var run *incoming.Run
	if !in.o.DryRun {
		if run, err = incoming.Begin(in.ctx, in.session, incoming.Source{File: in.o.File, What: "directory", Print: in.print()}); err != nil {
			return err
		}
	}
	err = in.take(run)
	in.sort()
	if run == nil {
		return err
	}
	report.ID = run.ID()
	if err == nil {
		err = run.End(in.ctx, incoming.Ended{Read: report.Read, Unchanged: report.Unchanged, Refused: len(report.Refused)})
	}
	run.Over()
	return err
}

func (in *importing) sort() {
	slices.SortStableFunc(in.report.Refused, func(a, b transfer.DirectoryRefusal) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		return a.Row - b.Row
	})
}

func (in *importing) refuse(file string, row int, err error) {
	in.report.Refused = append(in.report.Refused, transfer.DirectoryRefusal{File: file, Refusal: transfer.Refusal{Row: row, Err: err}})
}

// print tells the file from others.
func (in *importing) print() (p incoming.Print) {
	h := sha256.New()
	for _, t := range hsds.Schema() {
		for _, r := range in.set.Tables[t.Name] {
			fmt.Fprintf(h, "%s %s:%d", t.Name, r.File, r.Number)
			for _, name := range slices.Sorted(maps.Keys(r.Cells)) {
				fmt.Fprintf(h, " %q=%q", name, r.Cells[name])
			}
		}
	}
	copy(p[:], h.Sum(nil))
	return p
}

// take writes entries, or tries to.
func (in *importing) take(run *incoming.Run) error {
	for _, kind := range kinds() {
		var groups [][]model.Action
		var keys []key
		flush := func() error {
			if len(groups) == 0 {
				return nil
			}
			err := in.commit(run, groups, keys)
			groups, keys = nil, nil
			return err
		}
		for _, k := range in.order {
			if k.kind != kind {
				continue
			}
			if !in.touched[k] {
				in.count(k.kind).Unchanged++
				continue
			}
			groups, keys = append(groups, []model.Action{in.action(k)}), append(keys, k)
			if len(groups) == batch {
				if err := flush(); err != nil {
					return err
				}
			}
		}
		if err := flush(); err != nil {
			return err
		}
	}
	in.total()
	return nil
}

// count is where entries of a kind are counted; those of services last, by total.
func (in *importing) count(kind journal.Kind) *transfer.DirectoryCount {
	switch kind {
	case directory.KindOrganization:
		return &in.report.Organizations
	case directory.KindLocation:
		return &in.report.Locations
	}
	return &in.report.Services
}

func (in *importing) total() {
	r := in.report
	r.Imported, r.Changed, r.Unchanged = r.Services.Imported, r.Services.Changed, r.Services.Unchanged
}

// commit writes some entries at once.
func (in *importing) commit(run *incoming.Run, groups [][]model.Action, keys []key) error {
	if err := in.ctx.Err(); err != nil {
		in.total()
		return err
	}
	ctx := model.Vouching(in.ctx)
	var answers []error
	var err error
	if run == nil {
		answers, err = in.session.Try(ctx, groups, true)
	} else {
		answers, err = run.Try(ctx, groups, false)
	}
	if err != nil {
		in.total()
		return err
	}
	for i, answer := range answers {
		k := keys[i]
		n := in.count(k.kind)
		_, here := in.whole.ids[k]
		switch {
		case answer == nil && here:
			n.Changed++
		case answer == nil:
			n.Imported++
		case isMsg(answer, directory.PutKnown):
			n.Unchanged++
		default:
			at := in.row[k]
			in.refuse(at.File, at.Number, answer)
		}
	}
	in.total()
	if in.o.Progress != nil {
		in.o.Progress(transfer.Report{Read: in.report.Organizations.Done() + in.report.Locations.Done() + in.report.Services.Done()})
	}
	return nil
}

func isMsg(err error, msg string) bool {
	var e *fault.Error
	return errors.As(err, &e) && e.Msg == msg
}

// action is what brings an entry in.
func (in *importing) action(k key) model.Action {
	w, at := in.whole, in.whole.refs()
	r := rows{own: w.own[k], more: slices.Clone(w.parts[k])}
	for i := range r.more {
		r.more[i].Made = nil
	}
	switch k.kind {
	case directory.KindOrganization:
		o := organization(k.id, r, at)
		if was := in.here(k); was != nil {
			o.Entry = edited(*was, o.Entry)
			return directory.EditOrganization{Organization: o}
		}
		return directory.PutOrganization{Organization: o}
	case directory.KindLocation:
		l := location(k.id, r, at)
		if was := in.here(k); was != nil {
			l.Entry = edited(*was, l.Entry)
			return directory.EditLocation{Location: l}
		}
		return directory.PutLocation{Location: l}
	}
	s := service(k.id, r, at)
	if was := in.here(k); was != nil {
		s.Entry = edited(*was, s.Entry)
		return directory.EditService{Service: s}
	}
	return directory.PutService{Service: s}
}

// here is the entry that somebody added here by hand; nil for one of a file.
func (in *importing) here(k key) *directory.Entry {
	if !in.whole.local[k] {
		return nil
	}
	id := in.whole.ids[k]
	all := &in.whole.all
	for i := range all.Organizations {
		if e := &all.Organizations[i].Entry; e.ID == id {
			return e
		}
	}
	for i := range all.Locations {
		if e := &all.Locations[i].Entry; e.ID == id {
			return e
		}
	}
	for i := range all.Services {
		if e := &all.Services[i].Entry; e.ID == id {
			return e
		}
	}
	return nil
}

// edited is an entry that was added here with what a file says of it.
func edited(was, says directory.Entry) directory.Entry {
	was.Name, was.AlternateName, was.Description, was.URL, was.Email = says.Name, says.AlternateName, says.Description, says.URL, says.Email
	was.Phones, was.Contacts = says.Phones, says.Contacts
	return was
}

// alike tells whether two names may be of the same: they share a word of more than two letters.
func alike(a, b string) bool {
	words := plain.Fold(b)
	for _, w := range plain.Fold(a) {
		if len(w) > 2 && slices.Contains(words, w) {
			return true
		}
	}
	return plain.FoldText(a) == plain.FoldText(b)
}
