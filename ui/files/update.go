package files

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Init has nothing to fetch.
func (f *Files) Init() tea.Cmd { return nil }

// Update takes in a message.
func (f *Files) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return f, f.take(msg) }

func (f *Files) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Resized:
		f.size = msg.Size
	case screen.Renewed:
		f.env = msg.Env
	case screen.Rest:
		if f.clock.Fits(msg.Ticket) {
			return f.looked()
		}
	case screen.Answer[outcome]:
		return f.took(msg)
	case screen.Answer[dialog.Folder]:
		return f.listed(msg)
	case screen.Leaving:
		return f.leave()
	case screen.Mouse:
		return f.mouse(msg)
	case tea.KeyMsg:
		return f.key(msg)
	}
	return nil
}

func (f *Files) key(msg tea.KeyMsg) tea.Cmd {
	if f.page != nil {
		return f.page.update(f, msg)
	}
	set := f.env.Keys
	switch {
	case set.Is(msg, keys.Up):
		f.move(-1)
	case set.Is(msg, keys.Down):
		f.move(1)
	case set.Is(msg, keys.PageUp):
		f.top -= f.reportHeight()
	case set.Is(msg, keys.PageDown):
		f.top += f.reportHeight()
	case set.Is(msg, keys.First, keys.Last):
		f.toEnd(set.Is(msg, keys.Last))
	case set.Is(msg, Stop):
		f.stop()
	case set.Is(msg, Really) && f.job == nil && f.last != nil && f.last.again != nil:
		return f.last.again(f)
	case set.Is(msg, keys.Back):
		if f.job != nil {
			return screen.Send(screen.Open{Name: screen.Queue}) // the work goes on, and its end is told
		}
		return screen.Send(screen.Close{})
	case set.Is(msg, keys.Choose):
		return f.open()
	}
	return nil
}

func (f *Files) move(n int) { f.cursor = max(min(f.cursor+n, len(kinds())-1), 0) }

// toEnd goes to the beginning or the end of the report, or of the list where no report shows.
func (f *Files) toEnd(last bool) {
	at := 0
	if last {
		at = 1 << 20
	}
	if f.last != nil && len(f.last.Text) > 0 {
		f.top = at
		return
	}
	f.cursor = min(at, len(kinds())-1)
}

// mouse moves the cursor or the report; a click on the row that has the cursor begins.
func (f *Files) mouse(m screen.Mouse) tea.Cmd {
	switch {
	case f.page != nil:
	case m.Wheel != 0 && m.Y > len(kinds()):
		f.top += m.Wheel
	case m.Wheel != 0:
		f.move(m.Wheel / 3)
	case m.Click && m.Y < len(kinds()) && !f.narrow():
		if m.Y == f.cursor {
			return f.open()
		}
		f.cursor = m.Y
	}
	return nil
}

// open begins the work that the cursor is on, with what has to be asked first.
func (f *Files) open() (cmd tea.Cmd) {
	w, kind := f.env.Words, kinds()[f.cursor]
	if why := f.allowed(kind); why != "" {
		return screen.Say(screen.Fault, w.Say(why))
	}
	if f.job != nil {
		return screen.Say(screen.Note, w.Say("files.busy", "what", w.Say("files."+f.job.kind), "key", f.env.Keys.Label(Stop)))
	}
	switch kind {
	case backup:
		f.page = f.backupPage()
	case exports:
		f.page = f.exportPage()
	case imports:
		f.page, cmd = f.pickPage()
	case check:
		cmd = f.runCheck()
	}
	return cmd
}
