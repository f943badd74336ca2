package replica_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"crypto/rand"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store/demo"
	"leerbalie/store/replica"
	"leerbalie/store/root"
)

// neighbourhood is the believable one, as a centre, with its teachers.
func neighbourhood(t testing.TB) (c *school, teachers []model.Person) {
	t.Helper()
	c = &school{copyOf: empty(t, "centre")}
	me, err := demo.Fill(t.Context(), c.s, monday, 1, nil)
	must(t, err)
	c.me = me
	_, err = root.Keeper{Cost: root.Cost{Memory: 8, Passes: 1}, Random: rand.Reader}.New(t.Context(), c.s, me, false)
	must(t, err)
	people, err := c.as(me).People(t.Context())
	must(t, err)
	for _, p := range people {
		if p.Has(model.RoleTeacher) && !p.Has(model.RoleCoordinator, model.RoleAdmin, model.RoleSupervisor, model.RoleDesk) && len(p.Groups) > 0 {
			teachers = append(teachers, p)
		}
	}
	if len(teachers) == 0 {
		t.Fatal("nobody teaches there")
	}
	return c, teachers
}

// TestNotAByteOfAResident stands in what a teacher's laptop ever gets: neither in the parcel nor in any file of its store, which is not
// sealed here, whatever she may do with it.
func TestNotAByteOfAResident(t *testing.T) {
	c, teachers := neighbourhood(t)
	var canaries [][]byte
	must(t, c.s.Read(t.Context(), func(tx model.Tx) error {
		known := map[string]bool{}
		must(t, tx.Each(model.KindPerson, func(r *journal.Record) error { known[model.PersonOf(r).Name] = true; return nil }))
		must(t, tx.Each(desk.KindResident, func(r *journal.Record) error {
			for _, f := range []journal.Field{desk.ResidentName, desk.ResidentPhone, desk.ResidentEmail} {
				if text := r.Get(f).Text(); text != "" && !known[text] {
					canaries = append(canaries, []byte(text))
				}
			}
			return nil
		}))
		return tx.Each(desk.KindRequest, func(r *journal.Record) error {
			if text := r.Get(desk.RequestSummary).Text(); strings.Count(text, " ") > 3 {
				canaries = append(canaries, []byte(text))
			}
			return nil
		})
	}))
	if len(canaries) < 500 {
		t.Fatalf("only %d things to look for", len(canaries))
	}
	secret, invitation, err := replica.Invite(t.Context(), c.s, c.me, teachers[0].ID, "laptop", time.Time{})
	must(t, err)
	plan, err := replica.Prepare(t.Context(), c.s, replica.To{Invitation: invitation})
	must(t, err)
	if plan.Residents != 0 || plan.Requests != 0 || plan.Students == 0 || plan.Evidence == 0 {
		t.Errorf("%+v", plan.Contents)
	}
	first := c.pack(replica.To{Invitation: invitation})
	l := c.begin(teachers[0].ID, "laptop", secret, first)
	c.exchange(l)
	same(t, c.copyOf, l)
	l.sound()
	must(t, l.s.Close())
	files := map[string][]byte{"the parcel": first}
	entries, err := os.ReadDir(filepath.Dir(l.path))
	must(t, err)
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(filepath.Dir(l.path), e.Name()))
		must(t, err)
		files[e.Name()] = body
	}
	if !bytes.Contains(files["laptop.db"], []byte(teachers[0].Name)) {
		t.Error("the laptop's store is not read as it is: this test shows nothing")
	}
	for name, body := range files {
		for _, canary := range canaries {
			if bytes.Contains(body, canary) {
				t.Errorf("%s holds %q", name, canary)
			}
		}
	}
	t.Logf("%d things of residents looked for; %d texts seemed to name one", len(canaries), len(plan.Hits))
	if slices.ContainsFunc(plan.Hits, func(h transfer.Hit) bool { return len(h.Found) == 0 }) {
		t.Error("a text is shown in which nothing was found")
	}
}
