// Package bring brings the appointments of a calendar in: as meetings, matched by what the other program calls them, or as free days.
package bring

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/incoming"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/calendar"
)

// batch is how many appointments are written in one commit.
const batch = 200

// printed is how much of a file tells it from others.
const printed = 1 << 20

// Import brings a calendar in. What is known is brought to what the file says, an appointment that is refused stands in the report with its
// line, and the others are taken; with Strict one that is refused keeps everything out.
//
// Errors: Invalid for a file that is no calendar; Refused for somebody who may not bring anything in; the context's, when it was cancelled: what
// was done stays, and a second run goes on; those of reading and of the disk.
func Import(ctx context.Context, session *model.Session, src io.Reader, o transfer.CalendarOptions) (transfer.CalendarReport, error) {
	report := transfer.CalendarReport{DryRun: o.DryRun, Refused: []transfer.Refusal{}, Remarks: []transfer.Remark{}}
	if err := session.Check(ctx, model.ToBringIn); err != nil {
		return report, err
	}
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return report, err
	}
	zone := days.Zone(site.Zone)
	from, src, err := source(src, o)
	if err != nil {
		return report, err
	}
	read, err := calendar.Read(ctx, src, calendar.ReadOptions{Zone: zone, Now: o.Now})
	if err != nil {
		return report, err
	}
	in := &importing{ctx: ctx, session: session, o: o, zone: zone, read: read, report: &report}
	if o.Strict && !o.DryRun {
		tried := transfer.CalendarReport{DryRun: true}
		dry := &importing{ctx: ctx, session: session, o: o, zone: zone, read: read, report: &tried}
		if err := dry.all(nil); err != nil {
			return report, err
		}
		if len(tried.Refused) > 0 {
			report.Read, report.Refused, report.Remarks = tried.Read, tried.Refused, tried.Remarks
			return report, nil
		}
	}
	if o.DryRun {
		return report, in.all(nil)
	}
	run, err := incoming.Begin(ctx, session, from)
	if err != nil {
		return report, err
	}
	err = in.all(run)
	report.ID = run.ID()
	if err == nil {
		err = run.End(ctx, incoming.Ended{Read: report.Read, Unchanged: report.Unchanged, Refused: len(report.Refused)})
	}
	run.Over()
	return report, err
}

// source tells the file from others; what was looked at of it is still to be read. Errors: those of reading.
func source(src io.Reader, o transfer.CalendarOptions) (incoming.Source, io.Reader, error) {
	from := incoming.Source{File: o.File, What: string(transfer.CalendarIn)}
	head := make([]byte, printed)
	n, err := io.ReadFull(src, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return from, src, err
	}
	h := sha256.New()
	h.Write(head[:n])
	fmt.Fprintf(h, "\x00%t", o.Free)
	copy(from.Print[:], h.Sum(nil))
	return from, io.MultiReader(bytes.NewReader(head[:n]), src), nil
}

// importing is a calendar on its way in.
type importing struct {
	ctx     context.Context
	session *model.Session
	o       transfer.CalendarOptions
	zone    *time.Location
	read    transfer.Appointments
	report  *transfer.CalendarReport
	told    int // changes that were told one by one
	more    int // and those that were not
	counts  map[string]int
}

// becomes is what becomes of an appointment that is taken.
type becomes int

const (
	imported becomes = iota
	changed
	cancelled
)

// step is what is done for one appointment.
type step struct {
	line   int // 0: none stands in the file
	do     []model.Action
	as     becomes
	tell   []transfer.Remark // where it is done
	counts string            // a remark that counts it, where it is done; ""
}

// mostTold is how many changes are told one by one.
const mostTold = 60

// all brings everything in, or tries to where run is nil.
func (in *importing) all(run *incoming.Run) error {
	in.counts = map[string]int{}
	in.report.Read = in.read.Read
	in.report.Refused = append(in.report.Refused, in.read.Refused...)
	in.report.Remarks = append(in.report.Remarks, in.read.Remarks...)
	var steps []step
	var err error
	if in.o.Free {
		steps, err = in.freeDays()
	} else {
		steps, err = in.meetings()
	}
	for len(steps) > 0 && err == nil {
		some := steps[:min(batch, len(steps))]
		steps = steps[len(some):]
		err = in.commit(run, some)
	}
	in.end()
	return err
}

// commit carries out some steps at once.
func (in *importing) commit(run *incoming.Run, steps []step) error {
	if err := in.ctx.Err(); err != nil {
		return err
	}
	groups := make([][]model.Action, len(steps))
	for i := range steps {
		groups[i] = steps[i].do
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
		return err
	}
	for i, answer := range answers {
		in.became(&steps[i], answer)
	}
	if in.o.Progress != nil {
		r := in.report
		in.o.Progress(transfer.Report{Read: r.Done() + r.Unchanged + len(r.Refused), Imported: r.Done(), Unchanged: r.Unchanged, Refused: r.Refused})
	}
	return nil
}

// became counts and tells what became of a step.
func (in *importing) became(s *step, answer error) {
	r := in.report
	switch {
	case isMsg(answer, known...):
		r.Unchanged++
		return
	case isMsg(answer, never...):
		r.Unchanged++
		in.counts["calendar.not-here"]++
		return
	case answer != nil:
		r.Refused = append(r.Refused, transfer.Refusal{Row: s.line, Err: answer})
		return
	case s.as == imported:
		r.Imported++
	case s.as == changed:
		r.Changed++
	default:
		r.Cancelled++
	}
	if s.counts != "" {
		in.counts[s.counts]++
	}
	for _, m := range s.tell {
		if in.told++; in.told <= mostTold {
			r.Remarks = append(r.Remarks, m)
		} else {
			in.more++
		}
	}
}

// end says what is to be said of all of it.
func (in *importing) end() {
	r := in.report
	if in.more > 0 {
		r.Remarks = append(r.Remarks, transfer.Say("calendar.more", "n", in.more))
	}
	for _, code := range []string{"calendar.no-length", "calendar.not-here", "calendar.stale", "calendar.timed"} {
		if n := in.counts[code]; n > 0 {
			r.Remarks = append(r.Remarks, transfer.Say(code, "n", n))
		}
	}
	slices.SortStableFunc(r.Refused, func(a, b transfer.Refusal) int { return cmp.Compare(a.Row, b.Row) })
}

func (in *importing) refuse(line int, err error) {
	in.report.Refused = append(in.report.Refused, transfer.Refusal{Row: line, Err: err})
}

func isMsg(err error, all ...string) bool {
	var e *fault.Error
	return errors.As(err, &e) && slices.Contains(all, e.Msg)
}
