package exchange

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
)

// batchRows are written in one commit: enough to make the commit's own cost small, few enough to stop soon when asked.
const batchRows = 2000

// batch is rows on their way from the reader to the store.
type batch struct {
	groups  [][]model.Action
	rows    []int      // the row number of each group
	asked   [][]string // and the fields in it that the report tells of; see entry.asked
	told    [][]saying // and what each adds to what is said of the file
	refused []transfer.Refusal
	again   []int // the rows that stood in the file before
	read    int
	err     error // why reading ended; nil for the end of the file or more to come
	broke   error // reading panicked
}

// ImportRequests brings requests from a file in. A refused row stands in the report and the others are taken; with Strict
// one refused row keeps everything out, for which src must be an io.Seeker.
//
// Errors, each beside the report of what was done before it: Invalid for options or a file that cannot be read; Refused for
// somebody who may not add requests; the context's, when it was cancelled; Full and the like from the disk.
func ImportRequests(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
	report := transfer.Report{DryRun: o.DryRun, Refused: []transfer.Refusal{}}
	if err := o.Check(); err != nil {
		return report, err
	}
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	if err := session.Check(ctx, model.ToBringIn); err != nil {
		return report, err
	}
	site, loc, err := at(ctx, session)
	if err != nil {
		return report, err
	}
	if o.Strict && !o.DryRun {
		again, ok := src.(io.Seeker)
		if !ok {
			return report, fault.New(fault.Invalid, "import.strict-stream")
		}
		first := o
		first.DryRun = true
		report, err = run(ctx, session, src, first, site, loc)
		report.DryRun = false
		if err != nil || len(report.Refused) > 0 {
			report.Imported = 0
			return report, err
		}
		if _, err := again.Seek(0, io.SeekStart); err != nil {
			return report, err
		}
	}
	return run(ctx, session, src, o, site, loc)
}

// at is the site that the session works at, and its time zone.
func at(ctx context.Context, session *model.Session) (model.Site, *time.Location, error) {
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return site, nil, err
	}
	loc, err := time.LoadLocation(site.Zone)
	if err != nil {
		return site, nil, fault.New(fault.Invalid, "import.zone", "zone", site.Zone).Because(err)
	}
	return site, loc, nil
}

// run reads in one goroutine and writes in another, so that a commit does not keep the reader waiting.
func run(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions, site model.Site, loc *time.Location) (transfer.Report, error) {
	report := transfer.Report{DryRun: o.DryRun, Refused: []transfer.Refusal{}}
	keep, src, err := keeping(ctx, session, src, o)
	if err != nil {
		return report, err
	}
	rows, format, err := open(src, o, reading{ctx, session, site, loc})
	report.Format = format
	said := newSums()
	if err != nil {
		return report, err
	}
	reading, stop := context.WithCancel(ctx)
	batches := make(chan batch, 1)
	go produce(reading, rows, o, batches)
	for b := range batches {
		if b.broke != nil {
			stop()
			panic(b.broke) // here, where whoever asked for the import ends in order
		}
		if err == nil {
			err = take(ctx, keep, b, o, &report, said)
		}
		if err != nil {
			stop() // and let the reader come to its end, so that nothing reads src behind the caller's back
		}
	}
	stop()
	if err == nil {
		err = ctx.Err()
	}
	report.Remarks = append(rows.remarks(), said.remarks()...)
	slices.SortStableFunc(report.Refused, func(a, b transfer.Refusal) int { return cmp.Compare(a.Row, b.Row) })
	slices.SortStableFunc(report.Asked, func(a, b transfer.Asked) int { return cmp.Compare(a.Row, b.Row) })
	report.SayAsked()
	return report, keep.over(ctx, &report, err)
}

// produce reads rows and checks them, until the file or the context ends.
func produce(ctx context.Context, rows source, o transfer.ImportOptions, out chan<- batch) {
	defer close(out)
	defer func() {
		if p := recover(); p != nil {
			select {
			case out <- batch{broke: fmt.Errorf("reading a file: %v\n%s", p, debug.Stack())}:
			case <-ctx.Done():
			}
		}
	}()
	r := reader{rows: rows, now: o.Now, ids: newIdentities()}
	for end := false; !end; {
		var next stretch
		end = r.read(&next, batchRows, false)
		if !o.DryRun && !next.follows(r.latest) {
			for !end && next.read < mostOrdered && next.text < mostText && ctx.Err() == nil {
				end = r.read(&next, batchRows, true)
			}
			next.order()
		}
		r.latest = max(r.latest, next.latest)
		for b := range next.batches() {
			select {
			case out <- b:
			case <-ctx.Done():
				return
			}
		}
	}
}

// take writes a batch and counts what came of it.
func take(ctx context.Context, keep *importing, b batch, o transfer.ImportOptions, report *transfer.Report, said *sums) error {
	refused := b.refused
	report.Unchanged += len(b.again)
	for _, row := range b.again {
		said.add(row, []saying{{msg: "import.row-again"}})
	}
	if len(b.groups) > 0 {
		answers, err := keep.try(model.Vouching(ctx), b.groups, o.DryRun)
		if err != nil {
			return err
		}
		for i, answer := range answers {
			switch {
			case answer == nil:
				report.Imported++
				comesTo(&report.Tally, b.groups[i])
				said.add(b.rows[i], b.told[i])
				for _, field := range b.asked[i] {
					report.Asked = append(report.Asked, transfer.Asked{Row: b.rows[i], Field: field})
				}
			case known(answer):
				report.Unchanged++
			default:
				refused = append(refused, transfer.Refusal{Row: b.rows[i], Err: answer})
			}
		}
	}
	slices.SortStableFunc(refused, func(a, b transfer.Refusal) int { return cmp.Compare(a.Row, b.Row) })
	report.Refused = append(report.Refused, refused...)
	report.Read += b.read
	if o.Progress != nil {
		o.Progress(*report)
	}
	return b.err
}

// known says whether a row was left because it came in before.
func known(err error) bool {
	e, ok := err.(*fault.Error)
	return ok && e.Msg == "source-known"
}
