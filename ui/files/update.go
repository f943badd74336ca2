package files

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Init asks what was said of the columns of a file and never sent; there is nothing else to fetch.
func (f *Files) Init() tea.Cmd { return f.Recall() }

// Update takes in a message.
func (f *Files) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return f, f.take(msg) }

func (f *Files) take(msg tea.Msg) tea.Cmd {
	cmd, took := f.Host.Update(msg)
	if took {
		return cmd
	}
	switch msg := msg.(type) {
	case screen.Resized:
		f.size = msg.Size
	case screen.Mouse:
		return f.mouse(msg)
	case tea.KeyMsg:
		return f.key(msg)
	}
	return cmd
}

func (f *Files) key(msg tea.KeyMsg) tea.Cmd {
	if steps, ok := f.Env.Keys.Steps(msg, len(kinds())); ok {
		f.move(steps)
		return nil
	}
	cmd, _ := f.actions.Press(f.Env.Keys, f, msg)
	return cmd
}

func (f *Files) move(n int) {
	f.cursor = max(min(f.cursor+n, len(kinds())-1), 0)
	f.settle()
}

// settle keeps the cursor among the rows that show.
func (f *Files) settle() {
	room := f.shown()
	f.top = max(min(f.top, f.cursor, len(kinds())-room), f.cursor-room+1, 0)
}

// shown is how many rows show: work that runs stands below them.
func (f *Files) shown() int {
	room := f.size.Height
	if f.working() {
		room -= workLines
	}
	return max(min(room, len(kinds())), 1)
}

// mouse moves the cursor or the report; a click on the row that has the cursor begins.
func (f *Files) mouse(m screen.Mouse) tea.Cmd {
	if d, ok := f.Open().(interface{ Wheel(n int) }); ok {
		d.Wheel(m.Wheel)
	}
	switch {
	case f.Open() != nil:
	case m.Wheel != 0:
		f.move(m.Wheel / 3)
	case m.Click && m.Y+f.top == f.cursor:
		return f.press(keys.Choose)
	case m.Click && m.Y < f.shown() && m.Y+f.top < len(kinds()):
		f.cursor = m.Y + f.top
	}
	return nil
}

// press does what a key of an action does.
func (f *Files) press(id keys.ID) tea.Cmd {
	k, _ := f.Env.Keys.Get(id)
	return f.key(keys.Press(k.Keys[0]))
}

func (f *Files) working() bool { return f.Working() != nil }

func (f *Files) idle() bool { return f.Working() == nil }

// whyBusy says what has to end before something else can begin.
func (f *Files) whyBusy() string {
	return f.Env.Words.Say("files.busy", "what", f.Working().Title, "key", f.Env.Keys.Label(Stop))
}

func (f *Files) stop() tea.Cmd {
	f.Working().Stop()
	return nil
}

// back leaves the screen. Work goes on, and its end is told.
func (f *Files) back() tea.Cmd {
	if f.working() {
		return screen.Send(screen.Open{Name: screen.Desk})
	}
	return screen.Send(screen.Close{})
}

// startKind begins the work that the cursor is on, with what has to be asked first.
func (f *Files) startKind() tea.Cmd {
	kind := kinds()[f.cursor]
	if why := f.barred(kind); why != "" {
		return screen.Say(screen.Fault, f.Env.Words.Say(why))
	}
	switch kind {
	case backup:
		return f.startBackup()
	case exports:
		return f.startExport()
	case promises:
		return f.startPromises()
	case imports:
		return f.wizard.Start()
	case came:
		return f.listImports()
	case take:
		return screen.Send(screen.Open{Name: screen.Laptops, With: screen.AtTake{}})
	case returns:
		return screen.Send(screen.Open{Name: screen.Laptops, With: screen.AtReturn{}})
	case machines:
		return screen.Send(screen.Open{Name: screen.Laptops, With: screen.AtMachines{}})
	}
	return f.check()
}
