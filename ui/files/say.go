package files

import (
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
)

// Said gives the list as structure, and how far the work is that runs.
func (f *Files) Said() (l say.Lines) {
	if over, open := f.OverSaid(); open {
		return over
	}
	l.Add(f.Head(f.size).Said())
	for i, kind := range kinds() {
		l.Row(kind, i+1, i == f.cursor, say.Join(f.Env.Words.Say("files."+kind), f.about(kind)))
	}
	if work := f.Working(); work != nil {
		l.Add(work.Runs(f.Env))
		l.Help(f.runningHint())
	}
	return l
}

// about says what a piece of work is for, or why whoever sits here may not do it.
func (f *Files) about(kind string) string {
	if why := f.barred(kind); why != "" {
		return f.Env.Words.Say(why)
	}
	return f.Env.Words.Say("files." + kind + ".about")
}

// runningHint says what keys do with the work that runs.
func (f *Files) runningHint() string {
	return f.Env.Words.Say("files.running.hint", "stop", f.Env.Keys.Label(Stop), "back", f.Env.Keys.Label(keys.Back))
}
