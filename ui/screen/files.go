package screen

import (
	"context"
	"io"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
)

// LocalFiles is what a session may do with files on its machine. A path may begin with ~ for the person's own folder. What is
// made is there whole or not at all, and nothing is written over: Conflict for a name that is taken. Progress may be nil;
// it is called from another goroutine, with a total of 0 where that is not known.
type LocalFiles struct {
	Home string // where a new file goes if nothing else is said
	// List gives what stands in a folder, folders first, and the folder's full path.
	List func(ctx context.Context, folder string) (path string, entries []FileEntry, err error)
	// Sticks gives the folders of what is plugged in, such as a USB stick. nil: that is not known.
	Sticks func() []string
	// Backup writes a copy of the whole store and checks it. Errors: Refused for who may not.
	Backup func(ctx context.Context, session *model.Session, path string, progress func(done, total int64)) error
	// Check looks the store over. Errors are for what stopped it.
	Check func(ctx context.Context) ([]Finding, error)
	// Survey looks at a file and brings nothing in.
	Survey func(ctx context.Context, session *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.Survey, error)
	// Import and Export bring requests in and out, as the person of the session may see them.
	Import func(ctx context.Context, session *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.Report, error)
	Export func(ctx context.Context, session *model.Session, path string, o transfer.ExportOptions, progress func(done, total int64)) (transfer.Exported, error)
	// ImportFramework and ExportFramework bring a list of competences in and out.
	ImportFramework func(ctx context.Context, session *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.FrameworkReport, error)
	ExportFramework func(ctx context.Context, f competence.Framework, path string, format transfer.Format) (transfer.Exported, error)
	// ImportDirectory brings the directory of services in from a file or a folder; ExportDirectory writes it to a new zip file.
	ImportDirectory func(ctx context.Context, session *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.DirectoryReport, error)
	ExportDirectory func(ctx context.Context, session *model.Session, path string) (transfer.DirectoryExported, error)
	// LookAt looks at a file that is to be put with evidence, and Altered tells whether one that was put there has changed since, as far as can be
	// seen. nil: they cannot.
	LookAt  func(ctx context.Context, path string) (attachment.File, error)
	Altered func(a learning.Attached) (altered, known bool)
	// ImportCalendar brings a calendar of another program in.
	ImportCalendar func(ctx context.Context, session *model.Session, path string, o transfer.CalendarOptions, progress func(done, total int64)) (transfer.CalendarReport, error)
	// Write makes a new file of what the function writes, such as a report.
	Write func(ctx context.Context, path string, write func(io.Writer) error) error
	// Stands tells whether the file that the session works in is still where it was. Errors: ReadOnly when it was moved, removed or
	// replaced, and nothing can be saved. nil: it cannot be.
	Stands func() error
	// Calendar writes events as iCalendar.
	Calendar func(dst io.Writer, c transfer.Calendar) error
}

// FileEntry is a file or folder in a folder.
type FileEntry struct {
	Name   string
	Folder bool
	Size   int64 // in bytes
}

// Finding is something that a check found wanting: what kind ("chain", "derived", "file" or "altered"), where, and a code for whoever
// looks into it.
type Finding struct {
	Kind, Where, Detail string
	Sequence            uint64    // of what was altered, the change that it begins with, as far as is known
	Seen                time.Time // when that was still whole; zero: not known
	File                string    // the copy that shows it
}

// Edit opens a text in the person's own program while the app waits, and brings what became of it as a message. nil: there
// is no such program. The error is that of the program, or of the disk; the text is then the one that was given.
type Edit func(text string, done func(text string, err error) tea.Msg) tea.Cmd
