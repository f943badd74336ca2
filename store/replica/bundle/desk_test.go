package bundle

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/replica"
	"leerbalie/store/root"
	"leerbalie/store/seal"
)

var monday = time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)

// place is a copy of the store, with its desk and whoever sits there.
type place struct {
	t testing.TB
	*Desk
	s       *store.Store
	me      *model.Session
	stick   string
	now     time.Time
	student journal.ID
	piece   journal.ID
}

func (p *place) clock() time.Time { p.now = p.now.Add(time.Second); return p.now }

func (p *place) open(path string) {
	p.t.Helper()
	s, err := store.Open(path, store.Options{Now: p.clock, Program: "test", Passphrase: seal.Given(passphrase)})
	must(p.t, err)
	p.s = s
	p.t.Cleanup(func() { s.Close() })
	p.Desk = &Desk{Store: func() *store.Store { return p.s }, Keeper: root.Keeper{Cost: root.Cost{Memory: 8, Passes: 1}, Random: rand.Reader},
		Now: p.clock, Factor: 4}
}

func (p *place) as(who string) *model.Session {
	p.t.Helper()
	session, err := model.EnterAs(p.t.Context(), p.s, who)
	must(p.t, err)
	return session
}

func (p *place) do(who string, actions ...model.Action) model.Receipt {
	p.t.Helper()
	r, err := p.as(who).Do(p.t.Context(), actions...)
	must(p.t, err)
	return r
}

// centre is a service point with a class, its teacher Tine, a student with a piece of evidence, and a resident.
func centre(t testing.TB, rooted bool) *place {
	t.Helper()
	p := &place{t: t, now: monday, stick: t.TempDir()}
	path := filepath.Join(t.TempDir(), "centre.db")
	must(t, store.Create(path, monday))
	p.open(path)
	me, err := model.Found(t.Context(), p.s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	if rooted {
		_, err := p.Keeper.New(t.Context(), p.s, me, false)
		must(t, err)
	}
	p.me = p.as("Sam")
	site := p.me.Site()
	group := p.do("Sam", model.AddGroup{Group: model.Group{Name: "Klas 1A", Site: site}}).Entity
	for name, role := range map[string]model.Role{"Tine de Boer": model.RoleTeacher, "Kees": model.RoleCoordinator} {
		p.do("Sam", model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: site, Groups: []journal.ID{group}}})
	}
	p.student = p.do("Sam", model.AddPerson{Person: model.Person{Name: "Noor Haddad", Roles: []model.Role{model.RoleStudent}, Site: site,
		Groups: []journal.ID{group}, Level: "mbo-3"}}).Entity
	p.do("Sam", desk.AddResident{Resident: desk.Resident{Name: "Kanariebewoner", Phone: "0687654321", Keep: desk.KeepRegister}})
	node := competence.BuiltinFrameworks()[2].Nodes[0].ID
	made := p.do("Noor Haddad", learning.AddEvidence{Student: p.student, Evidence: learning.Evidence{Kind: learning.EvidenceProduct, Title: "Gesprek", Note: "Ik heb geluisterd.", Nodes: []journal.ID{node}}})
	p.piece = made.Created[len(made.Created)-1]
	return p
}

// recipient is the one there is for somebody: with is whether for a machine that has a copy.
func (p *place) recipient(name string, with bool) transfer.Recipient {
	p.t.Helper()
	all, err := p.Recipients(p.t.Context(), p.me)
	must(p.t, err)
	for _, to := range all {
		if (to.Name == name || to.Centre && name == "") && to.Invites() != with {
			return to
		}
	}
	p.t.Fatalf("nobody is %q in %+v", name, all)
	return transfer.Recipient{}
}

func (p *place) take(to transfer.Recipient) transfer.Taken {
	p.t.Helper()
	taken, err := p.Take(p.t.Context(), p.me, to, p.stick, nil)
	must(p.t, err)
	return taken
}

func (p *place) bring(path string) transfer.Returned {
	p.t.Helper()
	back, err := p.Return(p.t.Context(), p.me, path, nil)
	must(p.t, err)
	return back
}

func saying(codes ...phrase.Phrase) Code {
	return func(_ context.Context, wrong error) (phrase.Phrase, error) {
		if len(codes) == 0 {
			return "", errors.Join(errors.New("asked once too often"), wrong)
		}
		code := codes[0]
		codes = codes[1:]
		return code, nil
	}
}

const passphrase = "een lange zin voor de laptop"

func choosing(context.Context) (string, error) { return passphrase, nil }

// laptop opens the first bundle on a new laptop.
func (p *place) laptop(taken transfer.Taken) *place {
	p.t.Helper()
	l := &place{t: p.t, now: monday.Add(time.Hour), stick: p.stick, student: p.student, piece: p.piece}
	path := filepath.Join(p.t.TempDir(), "laptop.db")
	o := Opening{Path: path, Options: store.Options{Now: l.clock, Program: "test", Work: 4}}
	c, err := o.Open(p.t.Context(), taken.Path, saying(taken.Code), choosing, nil)
	must(p.t, err)
	if c.To.Name != "Tine de Boer" || c.Residents != 0 || c.Students == 0 {
		p.t.Errorf("it opens as %+v", c)
	}
	l.open(path)
	l.me = l.as("")
	return l
}

func (p *place) judge() {
	p.t.Helper()
	node := competence.BuiltinFrameworks()[2].Nodes[0].ID
	p.do("", learning.Assess{Student: p.student, Evidence: p.piece, Given: []learning.Given{{Node: node, Level: 1}}, Reason: "rustig gebleven"})
}

// TestThereAndBack: a teacher takes her class, opens it, judges, and comes back; each side hears of the other, and nothing comes twice.
func TestThereAndBack(t *testing.T) {
	c := centre(t, true)
	first := c.take(c.recipient("Tine de Boer", false))
	if first.Code == "" || first.Recovery != "" || first.Residents != 0 || first.Students != 1 || first.Evidence != 1 || first.Until.IsZero() ||
		filepath.Base(first.Path) != "leerbalie-2026-11-30-1.bundle" || first.To.Label != "laptop 1" {
		t.Errorf("%+v", first)
	}
	body, err := os.ReadFile(first.Path)
	must(t, err)
	for _, name := range []string{"Tine", "Boer", "Noor", "Kanarie", string(first.Code)} {
		if bytes.Contains(body, []byte(name)) {
			t.Errorf("%s stands on the bundle", name)
		}
	}
	so, err := Peek(first.Path)
	must(t, err)
	if !so.Coded || so.For != "laptop 1" || so.From != "Zuidwest" {
		t.Errorf("%+v", so)
	}
	l := c.laptop(first)
	if all, err := l.Recipients(t.Context(), l.me); err != nil || len(all) != 1 || !all[0].Centre || all[0].Name != "Zuidwest" {
		t.Errorf("%+v, %v", all, err)
	}
	l.judge()
	home := l.take(l.recipient("", true))
	if home.Code != "" || !home.To.Centre || home.Judgements != 1 || filepath.Base(home.Path) != "leerbalie-2026-11-30-2.bundle" {
		t.Errorf("%+v", home)
	}
	back := c.bring(home.Path)
	if back.Came.Judgements != 1 || back.Admitted.Name != "Tine de Boer" || len(back.Waiting) != 0 || back.Answer != home.Path+WordEnding || back.Acknowledged == 0 {
		t.Errorf("%+v", back)
	}
	if again := c.bring(home.Path); again.Came.Changes != 0 || again.Known == 0 || again.Acknowledged != 0 {
		t.Errorf("the second time: %+v", again)
	}
	// the acknowledgement lies on the stick, and is heard at the next take
	if so, err := l.Standing(t.Context(), l.me); err != nil || so.Alone != 1 {
		t.Errorf("before: %+v %v", so, err)
	}
	next := l.take(l.recipient("", true))
	if next.Acknowledged == 0 {
		t.Errorf("nothing was heard: %+v", next)
	}
	if so, err := l.Standing(t.Context(), l.me); err != nil || so.Alone != 0 {
		t.Errorf("after: %+v %v", so, err)
	}
	// the other way round, now for the laptop's own key
	to := c.recipient("Tine de Boer", true)
	c.do("Sam", model.AddPerson{Person: model.Person{Name: "Daan Smit", Roles: []model.Role{model.RoleStudent}, Site: c.me.Site(), Level: "mbo-3"}})
	there := c.take(to)
	if there.Code != "" || there.To.Label != "laptop 1" {
		t.Errorf("%+v", there)
	}
	if got := l.bring(there.Path); got.Came.Changes == 0 || got.Came.Residents != 0 || !got.From.From.Centre {
		t.Errorf("%+v", got)
	}
	_, err = c.Return(t.Context(), c.me, there.Path, nil)
	fails(t, "bundle-other", err)
	if !strings.Contains(argument(err, "label"), "Tine de Boer") {
		t.Errorf("whose it is is not said: %v", err)
	}
}

func argument(err error, name string) string {
	var e *fault.Error
	if errors.As(err, &e) {
		for _, a := range e.Args {
			if a.Name == name {
				return a.Value.(string)
			}
		}
	}
	return ""
}

// TestTheAcknowledgementAlone is brought in by itself.
func TestTheAcknowledgementAlone(t *testing.T) {
	c := centre(t, true)
	l := c.laptop(c.take(c.recipient("Tine de Boer", false)))
	l.judge()
	back := c.bring(l.take(l.recipient("", true)).Path)
	if got := l.bring(back.Answer); got.Acknowledged == 0 || !got.From.ID.IsZero() {
		t.Errorf("%+v", got)
	}
	if got := l.bring(back.Answer); got.Acknowledged != 0 {
		t.Errorf("twice: %+v", got)
	}
	bad := filepath.Join(t.TempDir(), "bad.ack")
	must(t, os.WriteFile(bad, []byte("goed ontvangen, groet Sam"), 0o600))
	if _, err := l.Return(t.Context(), l.me, bad, nil); fault.KindOf(err) != fault.Damaged && fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
}

// TestNobodyAnswersWhoIsNotLetIn: it says that, and not that the stick is to blame; once the laptop is let in the same bundle is answered.
func TestNobodyAnswersWhoIsNotLetIn(t *testing.T) {
	c := centre(t, true)
	taken := c.take(c.recipient("Tine de Boer", false))
	one, two := c.laptop(taken), c.laptop(taken)
	c.bring(one.take(one.recipient("", true)).Path)
	two.judge()
	path := two.take(two.recipient("", true)).Path
	back := c.bring(path)
	if len(back.Second) != 1 || back.Answer != "" {
		t.Fatalf("%+v", back)
	}
	fails(t, transfer.NotAdmitted, back.Unanswered)
	_, err := replica.Accept(t.Context(), c.s, c.me, two.s.Replica())
	must(t, err)
	if back = c.bring(path); back.Answer == "" || back.Unanswered != nil {
		t.Errorf("%+v", back)
	}
}

// TestTheFirstBundleMakesTheRootKey: a store of before there were root keys gets one, and whoever makes the bundle sees the phrase.
func TestTheFirstBundleMakesTheRootKey(t *testing.T) {
	c := centre(t, false)
	c.me = c.as("Kees")
	_, err := c.Take(t.Context(), c.me, c.recipient("Tine de Boer", false), c.stick, nil)
	fails(t, "bundle-no-root", err)
	c.me = c.as("Sam")
	to := c.recipient("Tine de Boer", false)
	if plan, err := c.Plan(t.Context(), c.me, to); err != nil || plan.Students != 1 || plan.Residents != 0 || plan.Until.IsZero() {
		t.Errorf("%+v %v", plan, err)
	}
	gone := filepath.Join(c.stick, "gone", "a.bundle")
	taken, err := c.Take(t.Context(), c.me, to, gone, nil)
	fails(t, "stick-gone", err)
	if taken.Recovery == "" {
		t.Error("the phrase of a key that was made is told to nobody")
	}
	phrase := taken.Recovery
	if taken = c.take(to); taken.Recovery != phrase || taken.Code == "" {
		t.Errorf("%+v", taken)
	}
	if taken = c.take(to); taken.Recovery != "" {
		t.Error("the phrase is shown again")
	}
	must(t, c.Keeper.Succeed(t.Context(), c.s, c.me.Me().ID, phrase))
}

// TestABundleThatCannotBeWritten invites nobody, and leaves nothing.
func TestABundleThatCannotBeWritten(t *testing.T) {
	c := centre(t, true)
	to := c.recipient("Tine de Boer", false)
	_, err := c.Take(t.Context(), c.me, to, filepath.Join(c.stick, "gone", "a.bundle"), nil)
	fails(t, "stick-gone", err)
	_, err = c.Take(t.Context(), c.me, to, filepath.Join(c.stick, "tine"), nil)
	fails(t, "bundle-no-folder", err)
	for code, until := range map[string]time.Time{"bundle-until-past": monday.AddDate(0, 0, -1), "bundle-until-far": monday.AddDate(1, 0, 2)} {
		late := to
		late.Until = until
		_, err = c.Plan(t.Context(), c.me, late)
		fails(t, code, err)
		_, err = c.Take(t.Context(), c.me, late, c.stick, nil)
		fails(t, code, err)
	}
	_, err = c.Return(t.Context(), c.me, filepath.Join(c.stick, "tine.bundle.ack"), nil)
	fails(t, "bundle-missing", err)
	taken := filepath.Join(c.stick, "taken")
	must(t, os.WriteFile(taken, []byte("lijst"), 0o600))
	before, err := c.s.Heads(t.Context())
	must(t, err)
	_, err = c.Take(t.Context(), c.me, to, taken, nil)
	fails(t, "bundle-exists", err)
	if after, err := c.s.Heads(t.Context()); err != nil || !maps.Equal(before, after) {
		t.Errorf("somebody was invited in vain: %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	_, err = c.Take(ctx, c.me, to, c.stick, func(int64, int64) { stop() })
	stop()
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if os.Geteuid() != 0 {
		must(t, os.Chmod(c.stick, 0o500))
		_, err = c.Take(t.Context(), c.me, to, c.stick, nil)
		fails(t, "stick-read-only", err)
		must(t, os.Chmod(c.stick, 0o700))
	}
	left, err := os.ReadDir(c.stick)
	if err != nil || len(left) != 1 {
		t.Errorf("left: %v %v", left, err)
	}
	machines, err := c.Machines(t.Context(), c.me)
	must(t, err)
	for _, m := range machines {
		if m.Invited {
			t.Errorf("somebody is still invited: %+v", m)
		}
	}
}

// TestNamesInAFolder: by day and number, and no number comes back.
func TestNamesInAFolder(t *testing.T) {
	c := centre(t, true)
	to := c.recipient("Tine de Boer", false)
	for n, want := range []string{"leerbalie-2026-11-30-1.bundle", "leerbalie-2026-11-30-2.bundle", "leerbalie-2026-11-30-3.bundle"} {
		if got := c.take(to); filepath.Base(got.Path) != want || !filepath.IsAbs(got.Path) {
			t.Errorf("%d: %s", n, got.Path)
		}
	}
	must(t, os.Remove(filepath.Join(c.stick, "leerbalie-2026-11-30-2.bundle")))
	must(t, os.Rename(filepath.Join(c.stick, "leerbalie-2026-11-30-3.bundle"), filepath.Join(c.stick, "leerbalie-2026-11-30-12.bundle.ack")))
	if got := c.take(to); filepath.Base(got.Path) != "leerbalie-2026-11-30-13.bundle" {
		t.Error(got.Path)
	}
}
