package exchange

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/caseframework"
	"leerbalie/store/exchange/moodle"
)

// ImportFramework brings a framework in, as a new one or as a new version of the one with its id; what says the same as the
// version that counts changes nothing. What the format has no place for is taken over from the version before, where the
// same node goes on. A refused row stands in the report and the others are taken; with Strict one keeps everything out.
//
// Errors: Invalid for a file that is no framework; Refused for somebody who may not keep frameworks; the disk's.
func ImportFramework(ctx context.Context, view *model.View, src io.Reader, o transfer.ImportOptions) (transfer.FrameworkReport, error) {
	var report transfer.FrameworkReport
	report.DryRun = o.DryRun
	file, err := readFramework(src, o.Format)
	report.Format, report.Read, report.Refused, report.Remarks = file.Format, file.Read, file.Refused, file.Remarks
	if err != nil {
		return report, err
	}
	f := file.Framework
	report.Framework, report.Title = f.ID, f.Title
	if o.Strict && len(report.Refused) > 0 && !o.DryRun {
		return report, nil
	}
	before, err := view.FrameworkHistory(ctx, f.ID)
	switch {
	case model.KindOf(err) == model.NotFound:
	case err != nil:
		return report, err
	default:
		carry(&before[0], &f, file.Format)
	}
	answers, err := view.Try(ctx, [][]model.Action{{model.SaveFramework{Framework: f}}}, o.DryRun)
	if err != nil {
		return report, err
	}
	if answers[0] != nil {
		return report, answers[0]
	}
	if o.DryRun {
		report.Imported = len(f.Nodes)
		return report, nil
	}
	after, err := view.FrameworkHistory(ctx, f.ID)
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

// readFramework finds out what a file is, unless that is said, and reads it.
func readFramework(src io.Reader, format transfer.Format) (transfer.FrameworkFile, error) {
	if format == "" || format == transfer.Auto {
		in := bufio.NewReader(src)
		head, _ := in.Peek(512)
		head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
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
	return transfer.FrameworkFile{}, model.Fail(model.Invalid, "import.format", "format", string(format))
}

// carry takes over from the version before what a format cannot say.
func carry(old, f *model.Framework, format transfer.Format) {
	if f.Key == f.ID.String() { // what had no name of its own went out under its id
		f.Key = old.Key
	}
	if f.Title == old.Title {
		f.English = old.English
	}
	f.Unofficial = old.Unofficial
	f.Extra = foreign(f.Extra, old.Extra, format)
	nodes := make(map[model.ID]*model.Node, len(old.Nodes))
	for i := range old.Nodes {
		nodes[old.Nodes[i].ID] = &old.Nodes[i]
	}
	moodles := format == transfer.Moodle
	if moodles {
		f.Label, f.Language = old.Label, old.Language
		for i := range f.Scales {
			carryScale(old.Scales, &f.Scales[i])
		}
	} else {
		f.Scales = old.Scales
	}
	for i := range f.Nodes {
		n := &f.Nodes[i]
		was := nodes[n.ID]
		if was == nil {
			continue
		}
		if n.Key == n.ID.String() {
			n.Key = was.Key
		}
		n.Title, n.Text = sameLines(was.Title, n.Title), sameLines(was.Text, n.Text)
		if n.Title == was.Title {
			n.English = was.English
		}
		n.Themes = was.Themes
		n.Extra = foreign(n.Extra, was.Extra, format)
		if moodles {
			n.Code = was.Code
			if n.Term == "competency" {
				n.Term = was.Term
			}
		} else {
			n.Scale = was.Scale
		}
	}
}

// sameLines is the text as it was where only the ends of its lines differ: a table has one way to end a line.
func sameLines(was, now string) string {
	plain := strings.NewReplacer("\r\n", "\n", "\r", "\n")
	if plain.Replace(was) == plain.Replace(now) {
		return was
	}
	return now
}

// foreign adds to what a file said what only other formats know. Where a format's own was never there it is left out as far
// as it is only its way of saying nothing, so that a framework of ours does not change by going out and in again.
func foreign(came, was []model.Extra, format transfer.Format) []model.Extra {
	own := string(format) + "."
	is := func(e model.Extra) bool { return len(e.Name) > len(own) && e.Name[:len(own)] == own }
	if !slices.ContainsFunc(was, is) {
		came = nil
	}
	out := slices.Clone(came)
	for _, e := range was {
		if !is(e) {
			out = append(out, e)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// carryScale gives a scale back what Moodle left out of it.
func carryScale(old []model.Scale, s *model.Scale) {
	for _, o := range old {
		same := len(o.Levels) == len(s.Levels) && o.Proficient == s.Proficient
		for i := range s.Levels {
			same = same && o.Levels[i].Name == s.Levels[i].Name
		}
		if same {
			*s = o
			return
		}
	}
}

// ExportFramework writes a framework. Errors: Invalid for an unknown format, and whatever dst says.
func ExportFramework(dst io.Writer, f model.Framework, format transfer.Format, now time.Time) (out transfer.Exported, err error) {
	switch format {
	case transfer.Moodle:
		out.Remarks, err = moodle.Write(dst, &f)
	case transfer.CASE:
		out.Remarks, err = caseframework.Write(dst, &f, now)
	default:
		err = model.Fail(model.Invalid, "export.format", "format", string(format))
	}
	return out, err
}
