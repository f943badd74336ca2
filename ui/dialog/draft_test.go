package dialog

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/plain"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
)

// disk is a store whose drafts can fail to be written.
type disk struct {
	model.Backend
	full bool
}

var errFull = errors.New("full")

// SaveDraft saves, unless the disk is full.
func (d *disk) SaveDraft(ctx context.Context, draft model.Draft) error {
	if d.full {
		return errFull
	}
	return d.Backend.SaveDraft(ctx, draft)
}

// random is the same numbers in every run.
type random struct{ *rand.PCG }

func (r random) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(r.Uint64())
	}
	return len(p), nil
}

// hosted is a host on a store in memory. Its commands run when the test says so, in any order.
type hosted struct {
	*Host
	disk    *disk
	session *model.Session
	now     time.Time
	said    []screen.Toast
	told    []screen.Saved
}

func newHosted(t interface {
	Helper()
	Fatal(...any)
}) *hosted {
	t.Helper()
	d := &hosted{now: time.Date(2026, 11, 21, 13, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return d.now }
	d.disk = &disk{Backend: memory.New(memory.Options{Replica: journal.Replica{7}, Tag: "K7", Now: clock, Random: random{rand.NewPCG(1, 2)}})}
	ctx := context.Background()
	me, err := model.Found(ctx, d.disk, model.Founding{Site: "Zuid", Code: "ZW", Me: "Samira Bouali"})
	if err == nil {
		d.session, err = model.Enter(ctx, d.disk, me)
	}
	if err != nil {
		t.Fatal(err)
	}
	d.again()
	return d
}

// again makes another host on the same store, as after a power cut.
func (d *hosted) again() {
	never := func(time.Duration, tea.Msg) tea.Cmd { return nil }
	d.Host = &Host{Name: "test", Reload: func() tea.Cmd { return nil }, Env: screen.Env{
		Ctx: context.Background(), Session: d.session, Now: func() time.Time { return d.now }, Words: text.All().For("nl"), Timer: never,
		Keys: keys.NewSet(keys.Everywhere()),
	}}
	d.do(d.Recall())
	d.Arrived()
}

// do runs a command and what comes of it.
func (d *hosted) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			d.do(c)
		}
	case screen.Toast:
		d.said = append(d.said, msg)
	case screen.Saved:
		d.told = append(d.told, msg)
	default:
		cmd, _ := d.Update(msg)
		d.do(cmd)
	}
}

// stored is the text on disk under a key.
func (d *hosted) stored(t *rapid.T, key string) string {
	list, err := d.session.Drafts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if e.Key == "test/"+key {
			return unpack(e.Text)[TextField]
		}
	}
	return ""
}

func line(key, text string) *Prompt {
	return &Prompt{Key: key, Prompt: widget.Prompt{Input: widget.NewInput(text, 1)}}
}

// TestNoOlderDraftFollows: whenever commands and their answers come, and whether or not the disk takes a write, what is on
// disk in the end is what was typed last; and of a key never two writes are under way at once.
func TestNoOlderDraftFollows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newHosted(t)
		var waiting []tea.Cmd // commands that did not run yet
		var answers []tea.Msg // what came of those that did
		last := map[string]string{}
		add := func(cmd tea.Cmd) {
			if cmd != nil {
				waiting = append(waiting, cmd)
			}
		}
		pick := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "which") }
		one := func() {
			i := pick(len(waiting))
			cmd := waiting[i]
			waiting = append(waiting[:i:i], waiting[i+1:]...)
			switch msg := cmd().(type) {
			case nil:
			case tea.BatchMsg:
				waiting = append(waiting, msg...)
			case screen.Saved, screen.Toast:
			default:
				answers = append(answers, msg)
			}
		}
		hear := func() {
			i := pick(len(answers))
			msg := answers[i]
			answers = append(answers[:i:i], answers[i+1:]...)
			cmd, _ := d.Update(msg)
			add(cmd)
		}
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			key := rapid.SampledFrom([]string{"a", "b"}).Draw(t, "key")
			switch what := rapid.SampledFrom([]string{"type", "type", "forget", "run", "hear", "full"}).Draw(t, "what"); {
			case what == "type":
				text := rapid.StringMatching("[a-z]{0,3}").Draw(t, "text")
				d.open = line(key, text)
				last[key] = text
				add(d.Keep())
			case what == "forget":
				last[key] = ""
				add(d.Forget(key))
			case what == "run" && len(waiting) > 0:
				one()
			case what == "hear" && len(answers) > 0:
				hear()
			case what == "full":
				d.disk.full = !d.disk.full
			}
		}
		d.disk.full = false
		for len(waiting)+len(answers) > 0 {
			if len(answers) > 0 {
				hear()
			} else {
				one()
			}
		}
		for key, want := range last { // what failed is written with the next chance
			d.open = nil
			if want != "" {
				d.open = line(key, want)
			}
			d.do(d.Keep())
			if got := d.stored(t, key); got != want {
				t.Fatalf("%s is %q on disk, typed %q", key, got, want)
			}
		}
	})
}

// runAll runs a command and those it consists of, and drops what comes of them.
func runAll(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if batch, ok := cmd().(tea.BatchMsg); ok {
		for _, c := range batch {
			runAll(c)
		}
	}
}

// TestDraftIsKeptBeforeLeaving: what was typed while the disk was busy is on disk when what leaving gives has ended.
func TestDraftIsKeptBeforeLeaving(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newHosted(t)
		d.open = line("a", "een")
		under := d.Keep()
		more := rapid.Bool().Draw(t, "more")
		if more {
			d.open = line("a", "een twee")
		}
		leaving, _ := d.Update(screen.Leaving{})
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			runAll(leaving)
		}()
		under()
		<-ended
		want := "een"
		if more {
			want = "een twee"
		}
		if got := d.stored(t, "a"); got != want {
			t.Fatalf("%q is on disk, typed %q", got, want)
		}
	})
}

// TestKeptIsSaidOfWhatIsKept: leaving a dialog says that the text is kept once it is, and never of what the disk refused.
func TestKeptIsSaidOfWhatIsKept(t *testing.T) {
	d := newHosted(t)
	kept := d.Env.Words.Say("desk.draft-kept")
	d.disk.full = true
	d.do(d.Show(line("a", "een")))
	d.do(d.Shut())
	if len(d.said) != 0 || len(d.told) != 1 || !errors.Is(d.told[0].Err, errFull) {
		t.Fatalf("said %v, told %v", d.said, d.told)
	}
	if got := d.Drafts(); len(got) != 1 || got[0].Kept {
		t.Fatalf("drafts are %+v", got)
	}
	d.disk.full = false
	d.do(d.Show(line("a", "een")))
	cmd := d.Shut()
	if len(d.said) != 0 {
		t.Fatalf("said %v before it was written", d.said)
	}
	d.do(cmd)
	if len(d.said) != 1 || d.said[0].Text != kept || len(d.told) != 2 || d.told[1].Err != nil {
		t.Fatalf("said %v, told %v", d.said, d.told)
	}
	d.do(d.Show(line("a", "een")))
	d.do(d.Shut())
	if len(d.said) != 2 || d.said[1].Text != kept {
		t.Fatalf("said %v of what was kept already", d.said)
	}
	if got := d.Drafts(); len(got) != 1 || !got[0].Kept {
		t.Fatalf("drafts are %+v", got)
	}
}

// TestDraftsAreListedInOrder: the newest first, those of one moment by their keys; keys wait until they are known, and
// what is typed meanwhile stays.
func TestDraftsAreListedInOrder(t *testing.T) {
	d := newHosted(t)
	for _, key := range []string{"c", "b", "a"} {
		d.do(d.Show(line(key, "oud")))
		d.do(d.Keep())
	}
	d.now = d.now.Add(time.Minute)
	d.do(d.Show(line("d", "nieuw")))
	d.do(d.Keep())
	d.again()
	order := ""
	for _, e := range d.Drafts() {
		order += e.Key
	}
	if order != "dabc" {
		t.Errorf("listed as %s", order)
	}
	read := d.Recall()()
	if _, took := d.Update(keys.Press("n")); !took || !d.Waits() {
		t.Error("a key went on before the drafts were known")
	}
	d.do(d.Show(line("a", "nieuwer")))
	d.do(d.Keep())
	d.Update(read)
	if got := d.Unsent("a")[TextField]; got != "nieuwer" || len(d.Released()) != 1 {
		t.Errorf("an older draft won: %q", got)
	}
}

// TestNoDraftHoldsACitizenServiceNumber: neither on disk nor when it comes back, which says so; the rest of the text is there,
// and a telephone number that could be one where it is asked for.
func TestNoDraftHoldsACitizenServiceNumber(t *testing.T) {
	d := newHosted(t)
	form := func() *Sheet {
		return &Sheet{Key: "who", Form: widget.Form{Entries: []widget.Entry{widget.TextEntry("note", "Memo", "", 3), widget.TextEntry("phone", "Telefoon", "", 1).Numeral()}}}
	}
	filled := form()
	d.do(d.Fill(filled))
	filled.Form.Entries[0].Input.Set("mevrouw\n123 456\n782 belt 06-12345678")
	filled.Form.Entries[1].Input.Set("612345671")
	d.do(d.Keep())
	d.do(d.Show(line("a", "bsn ١٢٣٤٥٦٧٨٢, over 12-03-2024")))
	d.do(d.Shut())
	list, err := d.session.Drafts(context.Background())
	if err != nil || len(list) != 2 {
		t.Fatal(list, err)
	}
	for _, e := range list {
		for name, answer := range unpack(e.Text) {
			if plain.Refuses(answer, d.placeOf(name)) && name != "phone" {
				t.Errorf("on disk in %s: %s", name, answer)
			}
		}
	}
	d.again()
	again := form()
	d.do(d.Fill(again))
	if got := again.Form.Text("note"); got != "mevrouw\n▯▯▯ ▯▯▯\n▯▯▯ belt 06-12345678" || again.Form.Text("phone") != "612345671" {
		t.Errorf("%q, %q", got, again.Form.Text("phone"))
	}
	said := d.said[len(d.said)-1].Text
	if !strings.Contains(said, "▯") || said == d.Env.Words.Say("desk.draft-back") {
		t.Errorf("said %q", said)
	}
	if got := d.Unsent("a")[TextField]; got != "bsn ▯▯▯▯▯▯▯▯▯, over 12-03-2024" {
		t.Errorf("%q", got)
	}
}
