package sshpipe

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store/replica"
	"leerbalie/store/replica/drivertest"
)

// keyIn writes a private key as ssh-keygen does.
func keyIn(t *testing.T, passphrase string) (path string, public ssh.PublicKey) {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKey(key, "")
	if passphrase != "" {
		block, err = ssh.MarshalPrivateKeyWithPassphrase(key, "", []byte(passphrase))
	}
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "id_ed25519")
	if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := ssh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return path, s.PublicKey()
}

// TestWhoIsLetIn: the copy that was invited, as long as it may; once it is admitted by its key alone; and nobody else.
func TestWhoIsLetIn(t *testing.T) {
	laptop, centre, judge := drivertest.Out(t)
	ctx := t.Context()
	key := func(at drivertest.Side) ssh.PublicKey {
		own, err := replica.Key(ctx, at.Store)
		if err != nil {
			t.Fatal(err)
		}
		s, err := ssh.NewSignerFromKey(own)
		if err != nil {
			t.Fatal(err)
		}
		return s.PublicKey()
	}
	row, err := replica.Introduction(ctx, laptop.Store)
	if err != nil || len(row) == 0 {
		t.Fatalf("%x %v", row, err)
	}
	comes := introducing(row)
	is := func(when, user string, k ssh.PublicKey, want string) {
		t.Helper()
		p, err := Whose(ctx, centre.Store, user, k)
		if p.Label = ""; err == nil && (p.Person != laptop.By || p.Name != "Tine" || want != "") || err != nil && (codeOf(err) != want || !p.Person.IsZero() && want == "") {
			t.Errorf("%s: %+v %v", when, p, err)
		}
	}
	other := signer(t).PublicKey()
	is("invited", comes, key(laptop), "")
	is("without its introduction", usualUser, key(laptop), "sync-stranger")
	is("another key with that introduction", comes, other, "sync-stranger")
	is("an introduction that is none", introduces+"x", key(laptop), "sync-stranger")
	is("half an introduction", comes[:len(comes)-8], key(laptop), "sync-stranger")
	is("the centre's own key", usualUser, key(centre), "sync-stranger")

	judge(laptop.Store, "rustig gebleven")
	sv := serve(t, centre.Store)
	d := desk(laptop.Store, sv.begin())
	fresh(t, d, laptop, sv)
	for range 2 {
		if _, err := d.Exchange(ctx, enter(t, laptop), "Zuidwest", nil, nil); err != nil {
			t.Fatal(err)
		}
	}
	is("admitted", "whoever", key(laptop), "")
	if row, err := replica.Introduction(ctx, laptop.Store); err != nil || len(row) > 0 {
		t.Errorf("who is admitted goes on to introduce itself: %v", err)
	}
	if p, err := Whose(ctx, laptop.Store, usualUser, key(centre)); err != nil || p.Person != laptop.By || !p.Centre {
		t.Errorf("the centre comes to a laptop: %+v %v", p, err)
	}
	if err := trust.Revoke(ctx, enter(t, centre), laptop.Store.Replica(), nil); err != nil {
		t.Fatal(err)
	}
	is("revoked", usualUser, key(laptop), "sync-stranger")
	is("revoked, with its introduction", comes, key(laptop), "sync-stranger")
	if _, err := d.Exchange(ctx, enter(t, laptop), "Zuidwest", nil, nil); codeOf(err) != "sync-unknown" {
		t.Errorf("%v", err)
	}
}

// TestAnInvitationThatEnded lets nobody in.
func TestAnInvitationThatEnded(t *testing.T) {
	laptop, centre, _ := drivertest.Out(t)
	ctx := t.Context()
	own, err := replica.Key(ctx, laptop.Store)
	if err != nil {
		t.Fatal(err)
	}
	row, err := replica.Introduction(ctx, laptop.Store)
	if err != nil {
		t.Fatal(err)
	}
	public := own.Public().(ed25519.PublicKey)
	if _, err := replica.Whose(ctx, centre.Store, public, row); err != nil {
		t.Fatal(err)
	}
	st, err := trust.Read(ctx, centre.Store)
	if err != nil {
		t.Fatal(err)
	}
	if err := trust.Withdraw(ctx, enter(t, centre), st.Invitations()[0].ID); err != nil {
		t.Fatal(err)
	}
	if _, err := replica.Whose(ctx, centre.Store, public, row); codeOf(err) != "sync-stranger" {
		t.Errorf("%v", err)
	}
}

// TestAKeyOfAPerson: where the key of the copy is not known, the one in a file is shown; its passphrase is asked only then.
func TestAKeyOfAPerson(t *testing.T) {
	laptop, centre, judge := drivertest.Out(t)
	judge(laptop.Store, "rustig gebleven")
	ctx := t.Context()
	path, public := keyIn(t, "")
	locked, lockedPublic := keyIn(t, "een lange zin")
	folder, none := t.TempDir(), filepath.Join(t.TempDir(), "none")
	if err := os.WriteFile(none, []byte("geen sleutel"), 0o600); err != nil {
		t.Fatal(err)
	}
	answer := func(text string, asked *int) Ask {
		return func(context.Context, string) (string, error) { *asked++; return text, nil }
	}
	exchange := func(key string, may ssh.PublicKey, ask Ask) error {
		sv := serve(t, centre.Store)
		sv.strict = true
		if may != nil {
			sv.people[string(may.Marshal())] = laptop.By
		}
		d := desk(laptop.Store, sv.begin())
		if err := d.Store().SetSetting(ctx, setting, ""); err != nil {
			t.Fatal(err)
		}
		keeps(t, d, laptop, sv, key)
		_, err := d.Exchange(ctx, enter(t, laptop), "Zuidwest", ask, nil)
		return err
	}
	asked := 0
	if err := exchange(path, public, answer("", &asked)); err != nil || asked != 0 {
		t.Errorf("%v, %d asked", err, asked)
	}
	if err := exchange(path, nil, nil); codeOf(err) != "sync-unknown" {
		t.Errorf("nobody's key: %v", err)
	}
	if err := exchange(locked, lockedPublic, answer("een lange zin", &asked)); err != nil || asked != 1 {
		t.Errorf("%v, %d asked", err, asked)
	}
	if err := exchange(locked, lockedPublic, answer("een andere zin", &asked)); codeOf(err) != "sync-key-wrong" {
		t.Errorf("another passphrase: %v", err)
	}
	if err := exchange(locked, lockedPublic, nil); codeOf(err) != "sync-key-locked" {
		t.Errorf("nobody to ask: %v", err)
	}
	sv := serve(t, centre.Store)
	d := desk(laptop.Store, sv)
	if err := d.Store().SetSetting(ctx, setting, ""); err != nil {
		t.Fatal(err)
	}
	keeps(t, d, laptop, sv, locked)
	sv.host, asked = signer(t), 0
	sv.begin()
	if _, err := d.Exchange(ctx, enter(t, laptop), "Zuidwest", answer("een lange zin", &asked), nil); codeOf(err) != "sync-host-changed" || asked != 0 {
		t.Errorf("%v, %d asked", err, asked)
	}
	for file, code := range map[string]string{filepath.Join(folder, "gone"): "sync-key-missing", folder: "sync-key-none", none: "sync-key-none"} {
		if _, err := d.Add(ctx, enter(t, laptop), transfer.Peer{Name: file, Address: "ssh://elders.test", HostKey: keyOf(sv), Key: file}); codeOf(err) != code {
			t.Errorf("%s: %v", file, err)
		}
	}
	text, err := laptop.Store.Setting(ctx, setting)
	if err != nil || len(text) > 600 {
		t.Errorf("more than the path of a key is kept: %s %v", text, err)
	}
}

// TestWhoMayExchange: on a laptop its holder, at the centre who may invite, and nobody who may hold no copy; who answers as well.
func TestWhoMayExchange(t *testing.T) {
	laptop, centre, _ := drivertest.Out(t)
	ctx := t.Context()
	sv := serve(t, centre.Store).begin()
	add := func(at drivertest.Side) []string {
		session := enter(t, at)
		d := desk(at.Store, sv)
		if err := at.Store.SetSetting(ctx, setting, ""); err != nil {
			t.Fatal(err)
		}
		_, looked := d.Look(ctx, session, there)
		_, added := d.Add(ctx, session, transfer.Peer{Name: "Zuidwest", Address: there, HostKey: keyOf(sv)})
		_, seen := d.Peers(ctx, session)
		removed := d.Remove(ctx, session, "Zuidwest")
		_, exchanged := d.Exchange(ctx, session, "Zuidwest", nil, nil)
		return []string{codeOf(looked), codeOf(added), codeOf(seen), codeOf(removed), codeOf(exchanged)}
	}
	lead := enter(t, centre)
	people, err := lead.People(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		want := map[string][]string{"Sam": {"", "", "", "", "sync-none"}, "Tine": {"no-right-invite", "no-right-invite", "", "no-right-invite", "no-right-invite"},
			"Noor": {"no-right-bundle", "no-right-bundle", "no-right-bundle", "no-right-bundle", "no-right-bundle"}}[p.Name]
		got := add(drivertest.Side{Store: centre.Store, By: p.ID})
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: %q, want %q", p.Name, got, want)
				break
			}
		}
		if p.Name == "Noor" {
			_, err := pipeTo(t, centre, laptop, p)
			if codeOf(err) != "pipe-refused" {
				t.Errorf("a student's key is answered: %v", err)
			}
		}
	}
	if got := add(laptop); got[0] != "" || got[1] != "" || got[3] != "" {
		t.Errorf("its holder on a laptop: %q", got)
	}
}

// pipeTo exchanges with a centre that answers for somebody.
func pipeTo(t *testing.T, centre, laptop drivertest.Side, as model.Person) (transfer.Returned, error) {
	path, public := keyIn(t, "")
	sv := serve(t, centre.Store)
	sv.strict = true
	sv.people[string(public.Marshal())] = as.ID
	d := desk(laptop.Store, sv.begin())
	if err := laptop.Store.SetSetting(t.Context(), setting, ""); err != nil {
		t.Fatal(err)
	}
	keeps(t, d, laptop, sv, path)
	return d.Exchange(t.Context(), enter(t, laptop), "Zuidwest", nil, nil)
}

// TestPeers: one name and one address once; what is kept is read again as it was.
func TestPeers(t *testing.T) {
	laptop, centre, _ := drivertest.Out(t)
	ctx, session := t.Context(), enter(t, laptop)
	sv := serve(t, centre.Store)
	d := desk(laptop.Store, sv)
	add := func(name, address, key string) (string, string) {
		p, err := d.Add(ctx, session, transfer.Peer{Name: name, Address: address, HostKey: key})
		return p.Name, codeOf(err)
	}
	for _, c := range []struct{ name, address, key, is, code string }{
		{"", "ssh://balie.test:2222", keyOf(sv), "balie.test", ""},
		{"Anders", "SSH://balie.test:2222/", keyOf(sv), "Anders", "sync-known"},
		{"BALIE.test", "ssh://elders.test", keyOf(sv), "BALIE.test", "sync-name-taken"},
		{"Oost", "ssh://elders.test", "x", "Oost", "sync-address"},
		{"O\nost", "ssh://elders.test", keyOf(sv), "O\nost", "sync-name"},
		{"Oost", "ssh://elders.test", keyOf(sv), "Oost", ""},
	} {
		if is, code := add(c.name, c.address, c.key); is != c.is || code != c.code {
			t.Errorf("%+v: %q %s", c, is, code)
		}
	}
	all, err := d.Peers(ctx, session)
	if err != nil || len(all) != 2 || all[1].Name != "Oost" || all[1].HostKey != keyOf(sv) {
		t.Errorf("%+v %v", all, err)
	}
	all[0].Tried, all[0].Failed, all[0].Key = time.UnixMilli(1_796_000_000_123), "sync-silent", "/home/tine/.ssh/id"
	all[1].Replica = laptop.Store.Replica()
	if again, err := readPeers(writePeers(all)); err != nil || len(again) != 2 || again[0] != all[0] || again[1] != all[1] {
		t.Errorf("%+v %v", again, err)
	}
	if err := d.Remove(ctx, session, "oost"); err != nil {
		t.Error(err)
	}
	if err := d.Remove(ctx, session, "oost"); codeOf(err) != "sync-none" {
		t.Errorf("%v", err)
	}
	if err := laptop.Store.SetSetting(ctx, setting, "{"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Peers(ctx, session); codeOf(err) != "store-value" {
		t.Errorf("%v", err)
	}
	for i := range mostPeers + 1 {
		if i == 0 {
			if err := laptop.Store.SetSetting(ctx, setting, ""); err != nil {
				t.Fatal(err)
			}
		}
		_, code := add("", "ssh://balie-"+strconv.Itoa(i)+".test", keyOf(sv))
		if want := map[bool]string{true: "sync-many"}[i == mostPeers]; code != want {
			t.Errorf("%d: %s", i, code)
		}
	}
}
