package local

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/desk"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
)

// Kept is what a store does with files for a session: it reads and writes their contents, and makes files that are whole.
type Kept struct {
	Check     func(ctx context.Context) ([]screen.Finding, error)
	WriteFile func(path string, over bool, write func(io.Writer) error) error
	Stands    func() error

	Survey          func(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Survey, error)
	Import          func(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Report, error)
	Export          func(ctx context.Context, session *model.Session, dst io.Writer, o transfer.ExportOptions) (transfer.Exported, error)
	ImportFramework func(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.FrameworkReport, error)
	ExportFramework func(dst io.Writer, f competence.Framework, format transfer.Format) (transfer.Exported, error)
	Calendar        func(dst io.Writer, c transfer.Calendar) error

	ImportDirectory func(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.DirectoryReport, error)
	ImportCalendar  func(ctx context.Context, session *model.Session, src io.Reader, o transfer.CalendarOptions) (transfer.CalendarReport, error)
	ExportDirectory func(ctx context.Context, session *model.Session, dst io.Writer, create func(name string, write func(io.Writer) error) error) (transfer.DirectoryExported, error)
}

// besideFile opens what stands in the folder of a file, by its name.
func besideFile(path string) func(name string) (io.ReadCloser, error) {
	return func(name string) (io.ReadCloser, error) { return Open(filepath.Join(filepath.Dir(path), name), nil) }
}

// Files are the powers over files of a session on this machine; home is the person's own folder, and typed gives a path as people
// write it in full.
func Files(home string, typed func(path string) string, kept Kept) *screen.LocalFiles {
	write := func(ctx context.Context, path string, write func(io.Writer) (transfer.Exported, error)) (told transfer.Exported, err error) {
		err = kept.WriteFile(typed(path), false, func(w io.Writer) error {
			told, err = write(w)
			return errors.Join(err, ctx.Err())
		})
		return told, err
	}
	return &screen.LocalFiles{
		Home: home,
		List: func(ctx context.Context, folder string) (string, []screen.FileEntry, error) {
			folder = typed(folder)
			entries, err := List(ctx, folder)
			return folder, entries, err
		},
		Sticks: func() []string { return Sticks(filepath.Base(home)) },
		Backup: func(ctx context.Context, session *model.Session, path string, progress func(done, total int64)) error {
			return session.Backup(ctx, typed(path), progress)
		},
		Check: kept.Check, Altered: Altered,
		LookAt: func(_ context.Context, path string) (attachment.File, error) { return Look(typed(path)) },
		Survey: func(ctx context.Context, session *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.Survey, error) {
			src, err := Open(typed(path), progress)
			if err != nil {
				return transfer.Survey{}, err
			}
			o.Beside = besideFile(typed(path))
			found, err := kept.Survey(ctx, session, Until(ctx, src), o)
			return found, errors.Join(err, src.Close())
		},
		Import: func(ctx context.Context, session *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.Report, error) {
			src, err := Open(typed(path), progress)
			if err != nil {
				return transfer.Report{}, err
			}
			o.Beside = besideFile(typed(path))
			report, err := kept.Import(ctx, session, src, o)
			return report, errors.Join(err, src.Close())
		},
		ImportFramework: func(ctx context.Context, session *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.FrameworkReport, error) {
			src, err := Open(typed(path), progress)
			if err != nil {
				return transfer.FrameworkReport{}, err
			}
			report, err := kept.ImportFramework(ctx, session, Until(ctx, src), o)
			return report, errors.Join(err, src.Close())
		},
		ExportFramework: func(ctx context.Context, f competence.Framework, path string, format transfer.Format) (transfer.Exported, error) {
			return write(ctx, path, func(w io.Writer) (transfer.Exported, error) { return kept.ExportFramework(w, f, format) })
		},
		ImportDirectory: func(ctx context.Context, session *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.DirectoryReport, error) {
			path = typed(path)
			o.File = filepath.Base(path)
			src, err := Open(path, progress)
			if info, stat := os.Stat(path); stat == nil && info.IsDir() {
				o.Beside = func(name string) (io.ReadCloser, error) { return Open(filepath.Join(path, name), nil) }
				return kept.ImportDirectory(ctx, session, nil, o)
			}
			if err != nil {
				return transfer.DirectoryReport{}, err
			}
			report, err := kept.ImportDirectory(ctx, session, Until(ctx, src), o)
			return report, errors.Join(err, src.Close())
		},
		ExportDirectory: func(ctx context.Context, session *model.Session, path string) (told transfer.DirectoryExported, err error) {
			err = kept.WriteFile(typed(path), false, func(w io.Writer) error {
				told, err = kept.ExportDirectory(ctx, session, w, nil)
				return err
			})
			return told, err
		},
		ImportCalendar: func(ctx context.Context, session *model.Session, path string, o transfer.CalendarOptions, progress func(done, total int64)) (transfer.CalendarReport, error) {
			o.File = filepath.Base(typed(path))
			src, err := Open(typed(path), progress)
			if err != nil {
				return transfer.CalendarReport{}, err
			}
			report, err := kept.ImportCalendar(ctx, session, Until(ctx, src), o)
			return report, errors.Join(err, src.Close())
		},
		Write: func(_ context.Context, path string, write func(io.Writer) error) error {
			return kept.WriteFile(typed(path), false, write)
		},
		Stands:   kept.Stands,
		Calendar: kept.Calendar,
		Export: func(ctx context.Context, session *model.Session, path string, o transfer.ExportOptions, progress func(done, total int64)) (transfer.Exported, error) {
			if n, err := desk.ReadCounts(ctx, session); err == nil {
				total := int64(n.Waiting + n.Claimed + n.Parked + n.Closed)
				o.Progress = func(written int) { progress(int64(written), total) }
			}
			return write(ctx, path, func(w io.Writer) (transfer.Exported, error) { return kept.Export(ctx, session, w, o) })
		},
	}
}
