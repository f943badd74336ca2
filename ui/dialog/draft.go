package dialog

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/screen"
)

// draftTime is how long typing may go on before it is written down.
const draftTime = 200 * time.Millisecond

// Draft is what was half typed in a dialog.
type Draft struct {
	Key     string     // of the dialog; on disk the name of the screen stands before it
	About   journal.ID // what it is about, so that an erasure reaches it; may be zero
	Fields  Fields
	SavedAt time.Time // when it was written down last
	Kept    bool      // it is on disk, perhaps without what was typed this moment
}

// draftState is what is known of the draft under one key. Only Update and what it calls touch it: of each key one write is under
// way at a time, and what was typed since stands here until that has ended. So no older text is written after a newer one,
// and nobody waits for the disk but commands.
type draftState struct {
	draft    Draft // as it was typed last; without Fields there is none any more
	number   uint64
	saved    bool   // that is on disk
	writing  *write // nil: none is under way
	announce bool   // say that it is kept, as soon as it is
}

// write is one writing of a draft. Its command fills err and then closes done; Update reads err only after that.
type write struct {
	number uint64 // of what is written
	drop   bool
	sent   bool   // it was given up, as what it writes was sent
	stop   func() // gives it up where it has not begun
	done   chan struct{}
	err    error
}

// wrote says that a write has ended.
type wrote struct{ to *Host }

// recalled is what was left half typed.
type recalled struct {
	to     *Host
	drafts []Draft
}

// Recall reads what was left half typed; a screen asks for it once, in Init. Keys wait until it is known.
func (h *Host) Recall() tea.Cmd {
	h.recalls = true
	session, ctx, prefix := h.Env.Session, h.Env.Ctx, h.Name+"/"
	return func() tea.Msg {
		list, err := session.Drafts(ctx)
		if err != nil { // nothing can be offered again; what is typed from now on is still kept
			return recalled{to: h}
		}
		var drafts []Draft
		for _, d := range list {
			if key, mine := strings.CutPrefix(d.Key, prefix); mine {
				drafts = append(drafts, Draft{Key: key, About: d.About, Fields: unpack(d.Text), SavedAt: d.SavedAt, Kept: true})
			}
		}
		return recalled{h, drafts}
	}
}

// tookRecalled takes in what was read; what was typed since is newer.
func (h *Host) tookRecalled(m recalled) tea.Cmd {
	h.recalls = false
	for _, d := range m.drafts {
		if h.draftStates[d.Key] == nil {
			*h.draftState(d.Key) = draftState{draft: d, saved: true}
		}
	}
	if h.Recalled != nil {
		return h.Recalled()
	}
	return nil
}

func (h *Host) draftState(key string) *draftState {
	if h.draftStates == nil {
		h.draftStates = map[string]*draftState{}
	}
	if h.draftStates[key] == nil {
		h.draftStates[key] = &draftState{draft: Draft{Key: key}}
	}
	return h.draftStates[key]
}

// Unsent is what was typed under a key earlier, nil for nothing. It is not the caller's to alter.
func (h *Host) Unsent(key string) Fields {
	if s := h.draftStates[key]; s != nil {
		return s.draft.Fields
	}
	return nil
}

// Drafts lists what is half typed on this screen, the newest first.
func (h *Host) Drafts() (out []Draft) {
	for _, s := range h.draftStates {
		if s.draft.Fields != nil {
			out = append(out, s.draft)
		}
	}
	slices.SortFunc(out, func(a, b Draft) int {
		return cmp.Or(b.SavedAt.Compare(a.SavedAt), strings.Compare(a.Key, b.Key))
	})
	return out
}

// Typed plans the writing of what is being typed.
func (h *Host) Typed() tea.Cmd {
	if h.saving {
		return nil
	}
	h.saving = true
	return h.Env.After(draftTime, screen.Elapsed{Ticket: h.due.Next()})
}

// Keep writes what was typed in the open dialog now.
func (h *Host) Keep() tea.Cmd {
	d, ok := h.open.(Drafted)
	if !ok {
		return nil
	}
	h.rest()
	key, about, fields := d.Draft()
	if key == "" {
		return nil
	}
	fields = h.masked(fields)
	if len(fields) == 0 {
		return h.Forget(key)
	}
	s := h.draftState(key)
	if maps.Equal(s.draft.Fields, fields) && (s.saved || s.writing != nil) {
		return nil
	}
	s.draft = Draft{Key: key, About: about, Fields: fields, SavedAt: h.Env.Now(), Kept: s.draft.Kept}
	return h.alter(s)
}

// masked is answers without the digits of citizen service numbers, which stand on no disk.
func (h *Host) masked(fields Fields) Fields {
	var out Fields
	for name, answer := range fields {
		if kept := plain.Masked(answer, h.placeOf(name)); kept != answer {
			if out == nil {
				out = maps.Clone(fields)
			}
			out[name] = kept
		}
	}
	if out == nil {
		return fields
	}
	return out
}

// placeOf is what a field of the open dialog says of the numbers in it.
func (h *Host) placeOf(field string) plain.Place {
	if d, ok := h.open.(*Sheet); ok {
		if e := d.Form.Entry(strings.TrimPrefix(field, wasPrefix)); e != nil && e.Number {
			return plain.InNumber
		}
	}
	return plain.InWords
}

// SayBack says that what was left half typed is here again, and where digits of it are not.
func (h *Host) SayBack(left Fields) tea.Cmd {
	for _, answer := range left {
		if strings.ContainsRune(answer, plain.Blank) {
			return screen.Say(screen.Note, h.Env.Words.Say("desk.draft-masked", "blank", string(plain.Blank)))
		}
	}
	return screen.Say(screen.Note, h.Env.Words.Say("desk.draft-back"))
}

// rest plans no writing any more.
func (h *Host) rest() {
	h.due.Drop()
	h.saving = false
}

// Forget throws a draft away that was sent, is not wanted, or says nothing any more.
func (h *Host) Forget(key string) tea.Cmd {
	s := h.draftStates[key]
	if s == nil || s.draft.Fields == nil {
		return nil
	}
	s.draft.Fields, s.draft.Kept, s.announce = nil, false, false
	return h.alter(s)
}

// ForgetAbout throws away what is half typed about somebody or something that was erased.
func (h *Host) ForgetAbout(id journal.ID) tea.Cmd {
	var cmds []tea.Cmd
	for _, d := range h.Drafts() {
		if d.About == id {
			cmds = append(cmds, h.Forget(d.Key))
		}
	}
	return tea.Batch(cmds...)
}

// alter writes a draft that is another one now, at once or as soon as the write before it has ended.
func (h *Host) alter(s *draftState) tea.Cmd {
	s.number++
	s.saved = false
	if s.writing != nil {
		return nil
	}
	w, act := h.begin(s)
	return func() tea.Msg { return w.run(h, act) }
}

// begin notes that a draft is being written as it is now, and gives what does it.
func (h *Host) begin(s *draftState) (*write, func() error) {
	ctx, stop := context.WithCancel(h.Env.Ctx)
	s.writing = &write{number: s.number, drop: s.draft.Fields == nil, stop: stop, done: make(chan struct{})}
	session, key := h.Env.Session, h.Name+"/"+s.draft.Key
	if s.writing.drop {
		return s.writing, func() error { return session.DropDraft(ctx, key) }
	}
	d := model.Draft{Key: key, About: s.draft.About, Text: pack(s.draft.Fields), SavedAt: s.draft.SavedAt}
	return s.writing, func() error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return session.SaveDraft(ctx, d)
	}
}

// sends gives a context in which what was typed in the open dialog is sent: its draft goes in the transaction that keeps it. A writing of
// that draft that has not begun would come after it, and is given up.
func (h *Host) sends(ctx context.Context) context.Context {
	key := h.Drafting()
	if key == "" {
		return ctx
	}
	if s := h.draftStates[key]; s != nil && s.writing != nil && !s.writing.drop {
		s.writing.sent = true
		s.writing.stop()
	}
	return model.Sending(ctx, h.Name+"/"+key)
}

func (w *write) run(h *Host, act func() error) tea.Msg {
	defer close(w.done)
	defer w.stop()
	w.err = act()
	return wrote{h}
}

// over tells whether a write has ended.
func (w *write) over() bool {
	select {
	case <-w.done:
		return true
	default:
		return false
	}
}

// tookWrote goes on where writes have ended: with what was typed since, or by saying what became of it.
func (h *Host) tookWrote() tea.Cmd {
	var cmds []tea.Cmd
	for _, key := range slices.Sorted(maps.Keys(h.draftStates)) {
		s := h.draftStates[key]
		w := s.writing
		if w == nil || !w.over() {
			continue
		}
		s.writing = nil
		newer := w.number != s.number                         // something was typed since
		if w.sent && w.err != nil && h.Env.Ctx.Err() == nil { // what was typed stands here, and is written where it could not be sent
			if newer || h.busy == 0 {
				again, act := h.begin(s)
				cmds = append(cmds, func() tea.Msg { return again.run(h, act) })
			}
			continue
		}
		switch {
		case w.err != nil:
			h.failed = true
			cmds = append(cmds, screen.Send(screen.Saved{Err: w.err}))
		case h.failed:
			h.failed = false
			cmds = append(cmds, screen.Send(screen.Saved{}))
		}
		if w.err == nil {
			s.draft.Kept = !w.drop && s.draft.Fields != nil
		}
		switch {
		case newer:
			again, act := h.begin(s)
			cmds = append(cmds, func() tea.Msg { return again.run(h, act) })
		case w.err != nil:
			s.announce = false
		case w.drop:
			delete(h.draftStates, key)
		default:
			s.saved = true
			if s.announce {
				s.announce = false
				cmds = append(cmds, h.sayKept())
			}
		}
	}
	return tea.Batch(cmds...)
}

func (h *Host) sayKept() tea.Cmd {
	return screen.Say(screen.Note, h.Env.Words.Say("desk.draft-kept"))
}

// finish is Keep for when nobody may be there to hear how it ends: what it gives ends only when everything is on disk.
func (h *Host) finish() tea.Cmd {
	cmds := []tea.Cmd{h.Keep()}
	ended := h.Env.Ctx.Done()
	for _, key := range slices.Sorted(maps.Keys(h.draftStates)) {
		s := h.draftStates[key]
		before := s.writing
		if before == nil {
			continue
		}
		wait := func() {
			select {
			case <-before.done:
			case <-ended:
			}
		}
		if before.number == s.number {
			cmds = append(cmds, func() tea.Msg { wait(); return nil })
			continue
		}
		w, act := h.begin(s)
		cmds = append(cmds, func() tea.Msg {
			wait()
			return w.run(h, act)
		})
	}
	return tea.Batch(cmds...)
}
