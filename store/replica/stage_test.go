package replica_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
	_ "time/tzdata"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/digest"
	"leerbalie/store/replica"
	"leerbalie/store/root"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func code(err error) string {
	var e *fault.Error
	if errors.As(err, &e) {
		return e.Msg
	}
	return ""
}

func fails(t testing.TB, want string, err error) {
	t.Helper()
	if code(err) != want {
		t.Fatalf("wanted %s, got %v", want, err)
	}
}

// copyOf is one copy of the store, with a clock of its own.
type copyOf struct {
	state string // where notes of it are kept; "": nowhere
	t     testing.TB
	s     *store.Store
	now   time.Time
	path  string
	me    journal.ID
}

var monday = time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)

func (c *copyOf) clock() time.Time { c.now = c.now.Add(time.Second); return c.now }

func (c *copyOf) open() {
	c.t.Helper()
	var err error
	c.s, err = store.Open(c.path, store.Options{Now: c.clock, Program: "test", State: c.state, Machine: "here"})
	must(c.t, err)
	s := c.s
	c.t.Cleanup(func() { s.Close() })
}

func empty(t testing.TB, name string) *copyOf {
	t.Helper()
	c := &copyOf{t: t, now: monday, path: filepath.Join(t.TempDir(), name+".db")}
	must(t, store.Create(c.path, monday))
	c.open()
	return c
}

func (c *copyOf) as(who journal.ID) *model.Session {
	c.t.Helper()
	session, err := model.Enter(c.t.Context(), c.s, who)
	must(c.t, err)
	return session
}

func (c *copyOf) do(who journal.ID, actions ...model.Action) model.Receipt {
	c.t.Helper()
	r, err := c.as(who).Do(c.t.Context(), actions...)
	must(c.t, err)
	return r
}

// school is a centre with two groups, a teacher of each, two students in each, and a piece of evidence of every student.
type school struct {
	*copyOf
	groups   []journal.ID
	teachers []journal.ID
	students []journal.ID // 0 and 1 in the first group
	evidence []journal.ID
	site     journal.ID
	phrase   phrase.Phrase
}

// keeper makes root keys at a price that keeps the tests fast.
var keeper = root.Keeper{Cost: root.Cost{Memory: 8, Passes: 1}, Random: rand.Reader}

func newSchool(t testing.TB) *school {
	t.Helper()
	c := &school{copyOf: empty(t, "centre")}
	me, err := model.Found(t.Context(), c.s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	c.me = me
	c.phrase, err = keeper.New(t.Context(), c.s, me, false)
	must(t, err)
	c.site = c.as(me).Site()
	for _, name := range []string{"Klas 1A", "Klas 1B"} {
		c.groups = append(c.groups, c.do(me, model.AddGroup{Group: model.Group{Name: name, Site: c.site}}).Entity)
	}
	for i, name := range []string{"Tine de Boer", "Joost Vos"} {
		c.teachers = append(c.teachers, c.do(me, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleTeacher}, Site: c.site,
			Groups: []journal.ID{c.groups[i]}}}).Entity)
	}
	for i, name := range []string{"Noor Haddad", "Daan Smit", "Eva Kok", "Yusuf Demir"} {
		student := c.do(me, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Site: c.site, Groups: []journal.ID{c.groups[i/2]},
			Level: "mbo-3"}}).Entity
		c.students = append(c.students, student)
		made := c.do(student, learning.AddEvidence{Student: student, Evidence: learning.Evidence{Kind: learning.EvidenceProduct, Title: "Gesprek aan de balie", Note: "Ik heb geluisterd.", Nodes: c.nodes()[:1]}})
		c.evidence = append(c.evidence, made.Created[len(made.Created)-1])
	}
	return c
}

func (c *school) nodes() (out []journal.ID) {
	f := competence.BuiltinFrameworks()[2]
	for _, n := range f.Nodes {
		out = append(out, n.ID)
	}
	return out
}

// parcel is one that was packed.
type parcel []byte

func (p parcel) open() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(p)), nil }

func (c *copyOf) pack(to replica.To) parcel {
	c.t.Helper()
	var b bytes.Buffer
	_, err := replica.Pack(c.t.Context(), c.s, to, &b, nil)
	must(c.t, err)
	return b.Bytes()
}

func (c *copyOf) home() replica.To {
	c.t.Helper()
	to, err := replica.Home(c.t.Context(), c.s)
	must(c.t, err)
	return to
}

func (c *copyOf) receive(p parcel) transfer.Returned {
	c.t.Helper()
	r, err := replica.Receive(c.t.Context(), c.s, c.me, p.open, nil)
	must(c.t, err)
	return r
}

func (c *copyOf) to() replica.To { return replica.To{Replica: c.s.Replica()} }

// laptop is one that begins with an invitation for somebody.
func (c *school) laptop(who journal.ID, label string) *copyOf {
	c.t.Helper()
	secret, invitation, err := replica.Invite(c.t.Context(), c.s, c.me, who, label, time.Time{})
	must(c.t, err)
	return c.begin(who, label, secret, c.pack(replica.To{Invitation: invitation}))
}

func (c *school) begin(who journal.ID, label string, secret replica.Secret, p parcel) *copyOf {
	c.t.Helper()
	l := empty(c.t, label)
	l.me = who
	_, _, err := replica.Begin(c.t.Context(), l.s, secret, p.open, nil)
	must(c.t, err)
	return l
}

// exchange brings what a laptop has to the centre, and back what the centre has.
func (c *school) exchange(l *copyOf) (there, back transfer.Returned) {
	c.t.Helper()
	there = c.receive(l.pack(l.home()))
	return there, l.receive(c.pack(l.to()))
}

func (c *copyOf) digests() digest.Digest {
	c.t.Helper()
	d, err := c.s.Digests(context.Background())
	must(c.t, err)
	return d
}

// same holds what two copies both hold against each other.
func same(t testing.TB, a, b *copyOf) {
	t.Helper()
	mine, theirs := a.digests().Scopes, b.digests().Scopes
	n := 0
	for scope, hash := range theirs {
		if mine[scope] != hash {
			t.Errorf("%s differs", scope)
		}
		n++
	}
	if n < 2 {
		t.Errorf("they have only %d scopes in common", n)
	}
}

func (c *copyOf) sound() {
	c.t.Helper()
	r, err := c.s.Check(c.t.Context())
	must(c.t, err)
	for _, p := range r.Problems {
		c.t.Errorf("%s: %+v", filepath.Base(c.path), p)
	}
}

func stateOf(c *copyOf) trust.State {
	c.t.Helper()
	st, err := trust.Read(c.t.Context(), c.s)
	must(c.t, err)
	return st
}

func judgement(c *school, student int, level int, why string) learning.Assess {
	return learning.Assess{Student: c.students[student], Evidence: c.evidence[student], Given: []learning.Given{{Node: c.nodes()[0], Level: level}}, Reason: why}
}

// TestMain tries fewer histories than is usual, of which each is a row of stores on disk; .ci/soak tries more.
func TestMain(m *testing.M) {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if !given {
		_ = flag.Set("rapid.checks", "20")
	}
	os.Exit(m.Run())
}
