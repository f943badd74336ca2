package files

import (
	"context"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
)

// glance is how often the bar is drawn anew.
const glance = 100 * time.Millisecond

// job is work that runs. The counts are written by the work and read by the screen.
type job struct {
	kind        string
	path        string
	again       func(*Files) tea.Cmd // brings in for good what was tried; nil for other work
	started     time.Time
	cancel      context.CancelFunc
	ended       chan struct{}
	done, total atomic.Int64

	part, whole int64 // as they were at the last glance
}

// outcome is what became of work.
type outcome struct {
	imported *transfer.Report
	exported *transfer.Exported
	found    []screen.Finding
}

// start runs work in a command.
func (f *Files) start(j *job, work func(ctx context.Context, v *model.View, p *screen.LocalFiles, progress func(done, total int64)) (outcome, error)) tea.Cmd {
	ctx, cancel := context.WithCancel(f.env.Ctx)
	j.cancel, j.ended, j.started = cancel, make(chan struct{}), f.env.Now()
	f.job, f.page, f.last, f.top = j, nil, nil, 0
	view, powers := f.env.View, f.env.Files
	ask := screen.Ask(ctx, f.done.Next(), func(ctx context.Context) (outcome, error) {
		defer close(j.ended)
		defer cancel()
		return work(ctx, view, powers, func(done, total int64) {
			j.done.Store(done)
			j.total.Store(total)
		})
	})
	return tea.Batch(f.glance(), ask)
}

// glance looks again at how far the work is.
func (f *Files) glance() tea.Cmd {
	return f.env.After(glance, screen.Rest{Ticket: f.clock.Next()})
}

func (f *Files) looked() tea.Cmd {
	if f.job == nil {
		return nil
	}
	f.job.part, f.job.whole = f.job.done.Load(), f.job.total.Load()
	return f.glance()
}

// took shows what became of the work, also to somebody who looks at another screen by now.
func (f *Files) took(a screen.Answer[outcome]) tea.Cmd {
	if !f.done.Fits(a.Ticket) || f.job == nil {
		return nil
	}
	j := f.job
	f.job, f.last = nil, f.reportOf(j, a.Value, a.Err)
	f.clock.Drop()
	tone := screen.Done
	if f.last.bad {
		tone = screen.Fault
	}
	return screen.Say(tone, f.last.head)
}

// stop asks the work to end.
func (f *Files) stop() {
	if f.job != nil {
		f.job.cancel()
	}
}

// leave stops the work and waits for its end, so that nothing is left half written.
func (f *Files) leave() tea.Cmd {
	j := f.job
	if j == nil {
		return nil
	}
	j.cancel()
	return func() tea.Msg {
		<-j.ended
		return nil
	}
}

func (f *Files) runBackup(path string) tea.Cmd {
	return f.start(&job{kind: backup, path: path}, func(ctx context.Context, _ *model.View, p *screen.LocalFiles, progress func(done, total int64)) (outcome, error) {
		return outcome{}, p.Backup(ctx, path, progress)
	})
}

func (f *Files) runExport(path string, o transfer.ExportOptions) tea.Cmd {
	return f.start(&job{kind: exports, path: path}, func(ctx context.Context, v *model.View, p *screen.LocalFiles, progress func(done, total int64)) (outcome, error) {
		told, err := p.Export(ctx, v, path, o, progress)
		return outcome{exported: &told}, err
	})
}

func (f *Files) runImport(path string, o transfer.ImportOptions) tea.Cmd {
	o.Now = f.env.Now()
	j := &job{kind: imports, path: path}
	if o.DryRun {
		j.again = func(f *Files) tea.Cmd {
			o.DryRun = false
			return f.runImport(path, o)
		}
	}
	return f.start(j, func(ctx context.Context, v *model.View, p *screen.LocalFiles, progress func(done, total int64)) (outcome, error) {
		told, err := p.Import(ctx, v, path, o, progress)
		return outcome{imported: &told}, err
	})
}

func (f *Files) runCheck() tea.Cmd {
	return f.start(&job{kind: check}, func(ctx context.Context, _ *model.View, p *screen.LocalFiles, _ func(done, total int64)) (outcome, error) {
		found, err := p.Check(ctx)
		return outcome{found: found}, err
	})
}
