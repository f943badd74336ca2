package judging

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// judge is judging one piece of evidence: a key for each indicator, a line of reasons, and on to the next. It lies over the
// whole page. What was chosen and typed is kept as a draft until it is sent.
type Judge struct {
	c     Around
	walk  Walk
	of    learning.Awaiting
	fetch screen.Tickets

	ready  bool
	piece  learning.Piece
	rows   []competence.Node // what is judged, in the order of the tree
	given  map[journal.ID]int
	at     int // the row the cursor is on
	top    int // the first row that shows
	reason widget.Input
	writes bool // the reason has the keys
	just   int  // the row that the last key gave a level, from 1; 0 for none
	chose  bool // a level was given here, beside what stood already
	fault  string
	alike  alike

	width  int // for which lines was drawn
	lines  []string
	heard  say.Lines // the evidence as structure, once it is asked for
	scroll int       // of the evidence
}

var (
	_ dialog.Dialog  = (*Judge)(nil)
	_ dialog.Drafted = (*Judge)(nil)
	_ dialog.Worded  = (*Judge)(nil)
)

// New opens the judging of what a walk has come to; its piece is asked for with the ticket.
func New(c Around, w Walk) (*Judge, screen.Ticket) {
	j := &Judge{c: c, walk: w, of: w.List[w.At], given: map[journal.ID]int{}, reason: widget.NewInput("", 2)}
	return j, j.fetch.Next()
}

// Waits tells whether an answer is the piece that judging waits for.
func (j *Judge) Waits(t screen.Ticket) bool { return j.fetch.Fits(t) }

// Of is what is judged.
func (j *Judge) Of() learning.Awaiting { return j.of }

// Ready tells whether the piece was read.
func (j *Judge) Ready() bool { return j.ready }

// Begin shows the piece, with what was chosen earlier: in a draft, or in the own judgement that stands.
func (j *Judge) Begin(p learning.Piece) tea.Cmd {
	j.ready, j.piece, j.rows = true, p, indicators(p)
	me := j.c.Env.User.ID
	for _, a := range p.Evidence.Latest(j.of.As) {
		if a.By == me && a.Framework == p.Framework.ID {
			for _, g := range a.Given {
				j.set(g.Node, g.Level)
			}
		}
	}
	key, _, _ := j.Draft()
	cmd := tea.Cmd(nil)
	if left := j.c.Unsent(key); left != nil {
		j.refill(left)
		cmd = j.c.SayBack(left)
	}
	j.at = max(slices.IndexFunc(j.rows, func(n competence.Node) bool {
		_, done := j.given[n.ID]
		return !done
	}), 0)
	j.c.Settled()
	return cmd
}

// indicators are what a piece is judged on: the indicators below what it points at, or all there are where it points at
// nothing of this list.
func indicators(p learning.Piece) (out []competence.Node) {
	var on []journal.ID
	for _, id := range p.Evidence.Nodes {
		on = append(on, p.Tree.Leaves(id)...)
	}
	for _, n := range p.Framework.Nodes {
		if p.Tree.Leaf(n.ID) && (len(on) == 0 || slices.Contains(on, n.ID)) {
			out = append(out, n)
		}
	}
	return out
}

// set gives a node a level; one that it does not have is left out.
func (j *Judge) set(node journal.ID, level int) {
	for _, n := range j.rows {
		if n.ID == node && level >= 0 && level < len(j.piece.Framework.ScaleOf(n).Levels) {
			j.given[node] = level
		}
	}
}

// Update takes a key press. Levels that are typed fast come several at once; each of them is a key.
func (j *Judge) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if msg.Type != tea.KeyRunes || len(msg.Runes) < 2 || j.writes {
		return j.press(h, msg)
	}
	if msg.Paste {
		return nil
	}
	var cmds []tea.Cmd
	for i, r := range msg.Runes {
		if j.writes { // after the last level, the rest is the reason
			return tea.Batch(append(cmds, j.press(h, tea.KeyMsg{Type: tea.KeyRunes, Runes: msg.Runes[i:]}))...)
		}
		cmds = append(cmds, j.press(h, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}))
	}
	return tea.Batch(cmds...)
}

// The keys of judging.
const (
	Alike keys.ID = "learning-alike"
	Clear keys.ID = "learning-clear"
	Skip  keys.ID = "learning-skip"
	Prior keys.ID = "learning-prior"
	Why   keys.ID = "learning-why"
)

// Keys gives the keys of judging.
func Keys() []keys.Key { return judgeActions().Keys() }

// judgeActions is what keys do while judging; the keys of levels come from the scale.
func judgeActions() screen.Actions[*Judge] {
	const scope = "learning-judging"
	choosing := func(j *Judge) bool { return !j.writes }
	many := func(j *Judge) bool { return !j.writes && len(j.walk.List) > 1 }
	alone := func(j *Judge) string {
		if j.writes {
			return ""
		}
		return j.c.Env.Words.Say("learning.judge.end")
	}
	return screen.Actions[*Judge]{
		{ID: keys.Accept, Do: (*Judge).accept},
		{ID: Alike, Scope: scope, Keys: []string{"="}, Word: "key.learning.alike", When: choosing, Do: (*Judge).allAlike},
		{ID: Why, Scope: scope, Keys: []string{"tab"}, Word: "key.learning.why", Do: (*Judge).toReason},
		{ID: Clear, Scope: scope, Keys: []string{"backspace", "delete"}, Word: "key.learning.clear", When: choosing, Do: (*Judge).clear},
		{ID: Skip, Scope: scope, Keys: []string{"right"}, Word: "key.learning.skip", When: many, Do: func(j *Judge) tea.Cmd { return j.turn(1) }, Why: alone},
		{ID: Prior, Scope: scope, Keys: []string{"left"}, Word: "key.learning.prior", When: many, Do: func(j *Judge) tea.Cmd { return j.turn(-1) }, Why: alone},
		{ID: keys.Save, Do: (*Judge).send},
		{ID: keys.Cancel, Do: (*Judge).leave},
	}
}

// pageOfEvidence is how many lines the evidence scrolls at once.
const pageOfEvidence = 5

func (j *Judge) press(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	set := h.Env.Keys
	j.fault, j.just = "", 0
	j.alike.next()
	if level, ok := j.level(msg); ok {
		j.chose = true
		j.given[j.rows[j.at].ID], j.just = level, j.at+1
		if j.at++; j.at == len(j.rows) {
			j.at, j.writes = len(j.rows)-1, true
		}
		return h.Typed()
	}
	if cmd, took := judgeActions().Press(set, j, msg); took {
		return cmd
	}
	switch {
	case msg.Type == tea.KeyPgDown:
		j.scroll += pageOfEvidence
	case msg.Type == tea.KeyPgUp:
		j.scroll = max(j.scroll-pageOfEvidence, 0)
	case j.writes:
		return j.typeReason(h, msg)
	case set.Is(msg, keys.Up):
		j.at = max(j.at-1, 0)
	case set.Is(msg, keys.Down):
		j.at = max(min(j.at+1, len(j.rows)-1), 0)
	case set.Is(msg, keys.First):
		j.at = 0
	case set.Is(msg, keys.Last):
		j.at = max(len(j.rows)-1, 0)
	}
	return nil
}

// accept goes on to the reason, and from there to the next piece; straight to the next where every line got its level here and none of
// them wants a reason.
func (j *Judge) accept() tea.Cmd {
	if j.writes || j.chose && len(j.given) == len(j.rows) && len(j.wantReason()) == 0 {
		return j.send()
	}
	return j.toReason()
}

// toReason gives the keys to the reason, or takes them back.
func (j *Judge) toReason() tea.Cmd {
	j.writes = !j.writes
	return nil
}

// clear takes the level away of what the cursor is on.
func (j *Judge) clear() tea.Cmd {
	if len(j.rows) > 0 {
		delete(j.given, j.rows[j.at].ID)
	}
	return j.c.Typed()
}

// leave goes from the reason back to the levels, and from there back to the page.
func (j *Judge) leave() tea.Cmd {
	if j.writes {
		return j.toReason()
	}
	return j.c.Shut()
}

func (j *Judge) typeReason(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if msg.Type == tea.KeyUp && !strings.Contains(j.reason.Text(), "\n") {
		j.writes = false
		return nil
	}
	if changed, _ := j.reason.Update(msg); changed {
		return h.Typed()
	}
	return nil
}

// level reads the key of a level on the row the cursor is on; ok is false for another key, or while the reason is typed.
func (j *Judge) level(msg tea.KeyMsg) (level int, ok bool) {
	if j.writes || msg.Type != tea.KeyRunes || len(msg.Runes) != 1 || len(j.rows) == 0 {
		return 0, false
	}
	letters := j.piece.Framework.ScaleOf(j.rows[j.at]).Letters(string(j.c.Env.Words.Lang()))
	level = slices.Index(letters, strings.ToLower(string(msg.Runes)))
	return level, level >= 0
}

// turn goes to another piece of the walk; what was chosen for this one stays as a draft.
func (j *Judge) turn(by int) tea.Cmd {
	w := j.walk
	if w.At += by; w.At < 0 || w.At >= len(w.List) {
		return screen.Say(screen.Note, j.c.Env.Words.Say("learning.judge.end"))
	}
	return j.c.Step(w)
}

// send gives the judgement, and goes on: to what has to be talked over, or to the next piece.
func (j *Judge) send() tea.Cmd {
	a := learning.Assess{Student: j.of.Student.ID, Evidence: j.of.Evidence.ID, Framework: j.piece.Framework.ID, As: j.of.As, Given: j.chosen(), Reason: j.reason.Text()}
	if len(a.Given) == 0 {
		j.fault, j.writes = j.c.Env.Words.Say("learning.judge.none"), false
		return nil
	}
	if short := j.wantReason(); len(short) > 0 {
		j.fault, j.writes = j.c.Env.Words.Say("learning.judge.short", "nodes", strings.Join(short, ", ")), true
		return nil
	}
	second := j.of.Second || j.piece.Evidence.Hidden > 0
	return j.c.Do(func(model.Receipt) tea.Cmd {
		if second && j.of.As == learning.AssessorSchool {
			return j.c.Talk(j.of, j.walk.Next())
		}
		return j.c.Step(j.walk.Next())
	}, a)
}

// chosen are the levels that were chosen, in the order of the lines.
func (j *Judge) chosen() (out []learning.Given) {
	for _, n := range j.rows {
		if level, ok := j.given[n.ID]; ok {
			out = append(out, learning.Given{Node: n.ID, Level: level})
		}
	}
	return out
}

// wantReason are the lines whose level is not enough, while no reason has been written.
func (j *Judge) wantReason() []string {
	if strings.TrimSpace(j.reason.Text()) != "" {
		return nil
	}
	return learning.WantReason(&j.piece.Framework, j.of.As, j.chosen())
}

// Refused shows why the judgement cannot be given.
func (j *Judge) Refused(h *dialog.Host, err error) {
	j.fault = h.Env.Words.Error(err)
	if fault.KindOf(err) == fault.Invalid && len(j.given) > 0 {
		j.writes = true
	}
}

// Keys gives the keys of judging.
func (j *Judge) Keys() []keys.ID {
	return judgeActions().Now(j, keys.Accept, Alike, Clear)
}

// LongText is the reason, while it has the keys.
func (j *Judge) LongText() *widget.Input {
	if j.writes {
		return &j.reason
	}
	return nil
}
