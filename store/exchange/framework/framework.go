// Package framework brings lists of competences in from files and out to files: what a file says, and what it has no place for.
package framework

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/learning"
	"leerbalie/model/learning/change"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/caseframework"
	"leerbalie/store/exchange/moodle"
	"leerbalie/store/exchange/tabular"
)

// Import brings a framework in, as a new one or as a new version of the one with its id; what says the same as the
// version that counts changes nothing. What the format has no place for is taken over from the version before, where the
// same node goes on. A refused row stands in the report and the others are taken; with Strict one keeps everything out.
//
// Errors: Invalid for a file that is no framework; Conflict for one that leaves out parts of the list there is on which something hangs, where nobody said yes to that; Refused for somebody who may not keep frameworks; the disk's.
func Import(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.FrameworkReport, error) {
	var report transfer.FrameworkReport
	report.DryRun = o.DryRun
	file, err := readFramework(src, o.Format)
	report.Format, report.Read, report.Refused, report.Remarks = file.Format, file.Read, file.Refused, file.Remarks
	if err != nil {
		return report, err
	}
	f := file.Framework
	if err := known(ctx, session, &f); err != nil {
		return report, err
	}
	report.Framework, report.Title = f.ID, f.Title
	if o.Strict && len(report.Refused) > 0 && !o.DryRun {
		return report, nil
	}
	before, err := competence.ReadFrameworkHistory(ctx, session, f.ID)
	switch {
	case fault.KindOf(err) == fault.NotFound:
		if file.Format == transfer.CASE && !caseframework.Graded(&f) {
			report.Remarks = append(report.Remarks, transfer.Say("framework.no-scale"))
		}
	case err != nil:
		return report, err
	default:
		carry(&before[0], &f, file.Format)
	}
	answers, err := session.Try(model.Vouching(ctx), [][]model.Action{{learning.SaveFramework{Framework: f, Goes: o.Yes}}}, o.DryRun)
	if err != nil {
		return report, err
	}
	if answers[0] != nil {
		return report, answers[0]
	}
	if before != nil {
		report.Remarks = append(report.Remarks, goneNodes(&before[0], &f)...)
	}
	report.Remarks = append(report.Remarks, askedNodes(&f)...)
	if o.DryRun {
		report.Imported = len(f.Nodes)
		return report, nil
	}
	after, err := competence.ReadFrameworkHistory(ctx, session, f.ID)
	if err != nil {
		return report, err
	}
	report.Version = after[0].Version
	if len(after) == len(before) {
		report.Unchanged = len(f.Nodes)
	} else {
		report.Imported = len(f.Nodes)
	}
	return report, nil
}

// mostNamed is how many parts a remark names.
const mostNamed = 30

// goneNodes names the parts that a new version leaves out.
func goneNodes(was, now *competence.Framework) []transfer.Remark {
	gone := change.Between(was, now).Removed
	if len(gone) == 0 {
		return nil
	}
	names, tree := make([]string, 0, len(gone)), was.Tree()
	for _, id := range gone {
		n := tree.Node(id)
		names = append(names, n.Short())
	}
	return []transfer.Remark{transfer.Say("framework.parts-gone", "n", len(gone), "names", plain.Some(names, mostNamed))}
}

// askedNodes tells of the parts in which a number may be a citizen service number.
func askedNodes(f *competence.Framework) []transfer.Remark {
	var names []string
	for _, n := range f.Nodes {
		for _, t := range []string{n.Title, n.Text} {
			if plain.FindBSN(t, plain.InWords) != nil && !slices.Contains(names, n.Key) {
				names = append(names, n.Key)
			}
		}
	}
	if names == nil {
		return nil
	}
	return []transfer.Remark{transfer.Say("framework.bsn-asked", "n", len(names), "names", plain.Some(names, mostNamed))}
}

// readFramework finds out what a file is, unless that is said, and reads it.
func readFramework(src io.Reader, format transfer.Format) (transfer.FrameworkFile, error) {
	if format == "" || format == transfer.Auto {
		in := bufio.NewReader(src)
		head, _ := in.Peek(512)
		head = bytes.TrimLeft(tabular.Decode(head), " \t\r\n")
		format = transfer.Moodle
		if len(head) > 0 && (head[0] == '{' || head[0] == '[') {
			format = transfer.CASE
		}
		src = in
	}
	switch format {
	case transfer.Moodle:
		return moodle.Read(src)
	case transfer.CASE:
		return caseframework.Read(src)
	}
	return transfer.FrameworkFile{}, fault.New(fault.Invalid, "import.format", "format", string(format))
}

// Export writes a framework. Errors: Invalid for an unknown format, and whatever dst says.
func Export(dst io.Writer, f competence.Framework, format transfer.Format, now time.Time) (out transfer.Exported, err error) {
	switch format {
	case transfer.Moodle:
		out.Remarks, err = moodle.Write(dst, &f)
	case transfer.CASE:
		out.Remarks, err = caseframework.Write(dst, &f, now)
	default:
		err = fault.New(fault.Invalid, "export.format", "format", string(format))
	}
	return out, err
}
