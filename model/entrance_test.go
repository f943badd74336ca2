package model_test

import (
	"encoding/base64"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// publicKey is one of many keys.
func publicKey(n byte) model.PublicKey {
	sum := make([]byte, 32)
	sum[0] = n
	return model.PublicKey{Fingerprint: "SHA256:" + base64.RawStdEncoding.EncodeToString(sum), Kind: "ssh-ed25519"}
}

// TestAKeyLetsOnePersonIn: who bound it and when is kept, and a key that lets somebody in lets nobody else in, who is told whose it is.
func TestAKeyLetsOnePersonIn(t *testing.T) {
	store, lead, ali := house(t, model.RoleDesk)
	ctx, key := t.Context(), publicKey(1)
	if _, err := model.WhoseKey(ctx, store, key.Fingerprint); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
	if bound, err := lead.Bind(ctx, ali.Me().ID, key, at); err != nil || !bound {
		t.Fatal(bound, err)
	}
	if bound, err := lead.Bind(ctx, ali.Me().ID, key, at.Add(time.Hour)); err != nil || bound {
		t.Errorf("bound twice: %v %v", bound, err)
	}
	if p, err := model.WhoseKey(ctx, store, key.Fingerprint); err != nil || p.ID != ali.Me().ID {
		t.Error(p, err)
	}
	_, err := lead.Bind(ctx, lead.Me().ID, key, at)
	var told *fault.Error
	if !errors.As(err, &told) || told.Kind != fault.Conflict || told.Msg != "key-of-another" || told.Args[0].Value != "Ali" {
		t.Errorf("a key of somebody else: %v", err)
	}
	all, err := lead.Entrances(ctx)
	if err != nil || len(all) != 1 || all[0].PublicKey != key || all[0].Person != ali.Me().ID || all[0].By != lead.Me().ID || !all[0].At.Equal(at) {
		t.Errorf("%+v %v", all, err)
	}
	if had, err := ali.Unbind(ctx, ali.Me().ID, key.Fingerprint); err != nil || !had {
		t.Error(had, err)
	}
	if had, err := ali.Unbind(ctx, ali.Me().ID, key.Fingerprint); err != nil || had {
		t.Error(had, err)
	}
	if _, err := model.WhoseKey(ctx, store, key.Fingerprint); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a key that was taken away: %v", err)
	}
	for _, bad := range []model.PublicKey{{}, {Fingerprint: key.Fingerprint}, {Fingerprint: "SHA256:abc", Kind: "ssh-rsa"}, {Fingerprint: key.Fingerprint[7:], Kind: "ssh-rsa"}, {Fingerprint: key.Fingerprint, Kind: "ssh rsa"}, {Fingerprint: key.Fingerprint + "\n", Kind: "x"}, {Fingerprint: key.Fingerprint, Kind: "x\u0085y"}, {Fingerprint: key.Fingerprint, Kind: "x\vy"}} {
		if _, err := lead.Bind(ctx, lead.Me().ID, bad, at); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// TestWhoSaysWhoseKeyItIs: everybody of the own keys, and who leads of everybody's; nobody else sees them, nor comes at them as a setting.
func TestWhoSaysWhoseKeyItIs(t *testing.T) {
	for _, role := range model.Roles() {
		_, lead, them := house(t, role)
		ctx, leads := t.Context(), role == model.RoleCoordinator || role == model.RoleAdmin
		if _, err := lead.Bind(ctx, lead.Me().ID, publicKey(1), at); err != nil {
			t.Fatal(err)
		}
		if role == model.RoleBoard { // somebody else says which key is that of a screen
			if _, err := them.Bind(ctx, them.Me().ID, publicKey(2), at); fault.KindOf(err) != fault.Refused {
				t.Errorf("a screen binds its own key: %v", err)
			}
			if all, err := them.Entrances(ctx); fault.KindOf(err) != fault.Refused || all != nil {
				t.Errorf("a screen sees %d keys: %v", len(all), err)
			}
			if _, err := lead.Bind(ctx, them.Me().ID, publicKey(2), at); err != nil {
				t.Errorf("the key of a screen: %v", err)
			}
			continue
		}
		if _, err := them.Bind(ctx, them.Me().ID, publicKey(2), at); err != nil {
			t.Errorf("%s: the own key: %v", role, err)
		}
		if _, err := them.Bind(ctx, lead.Me().ID, publicKey(3), at); (err == nil) != leads || !leads && !strings.Contains(err.Error(), map[bool]string{true: "guest-only", false: "no-right-doors"}[role == model.RoleGuest]) {
			t.Errorf("%s binds a key of who leads: %v", role, err)
		}
		if had, err := them.Unbind(ctx, lead.Me().ID, publicKey(1).Fingerprint); had != leads || (err == nil) != leads {
			t.Errorf("%s takes a key away of who leads: %v %v", role, had, err)
		}
		all, err := them.Entrances(ctx)
		if want := map[bool]int{true: 2, false: 1}[leads]; err != nil || len(all) != want {
			t.Errorf("%s sees %d keys: %v", role, len(all), err)
		}
		if _, err := them.Setting(ctx, model.EntranceSetting); fault.KindOf(err) != fault.Refused {
			t.Errorf("%s reads them as a setting: %v", role, err)
		}
		if err := them.SetSetting(ctx, model.EntranceSetting, ""); fault.KindOf(err) != fault.Refused {
			t.Errorf("%s writes them as a setting: %v", role, err)
		}
	}
}

// TestAKeyEndsWithItsPerson who leaves; it can be somebody else's then.
func TestAKeyEndsWithItsPerson(t *testing.T) {
	store, lead, ali := house(t, model.RoleDesk)
	ctx, key := t.Context(), publicKey(1)
	if _, err := ali.Bind(ctx, ali.Me().ID, key, at); err != nil {
		t.Fatal(err)
	}
	away(t, lead, ali.Me().ID, true)
	if _, err := model.WhoseKey(ctx, store, key.Fingerprint); fault.KindOf(err) != fault.Refused || err.Error() != "key-left" {
		t.Error(err)
	}
	if all, err := lead.Entrances(ctx); err != nil || len(all) != 0 {
		t.Error(all, err)
	}
	away(t, lead, ali.Me().ID, false)
	if _, err := model.WhoseKey(ctx, store, key.Fingerprint); fault.KindOf(err) != fault.Refused {
		t.Errorf("a key comes back with its person: %v", err)
	}
	away(t, lead, ali.Me().ID, true)
	if _, err := lead.Bind(ctx, ali.Me().ID, publicKey(2), at); fault.KindOf(err) != fault.NotFound {
		t.Errorf("of who left: %v", err)
	}
	if _, err := lead.Bind(ctx, lead.Me().ID, key, at); err != nil {
		t.Error(err)
	}
	if p, err := model.WhoseKey(ctx, store, key.Fingerprint); err != nil || p.ID != lead.Me().ID {
		t.Error(p, err)
	}
}

// away lets somebody leave or come back, as a change that comes from wherever.
func away(t *testing.T, lead *model.Session, who journal.ID, left bool) {
	t.Helper()
	if _, err := lead.Do(t.Context(), leaving{who, left}); err != nil {
		t.Fatal(err)
	}
}

type leaving struct {
	who  journal.ID
	left bool
}

func (leaving) Name() string { return "act-edit-person" }

func (a leaving) Do(d *model.Doing) error {
	return d.Set(model.KindPerson, a.who, journal.Organisation(), journal.Fields{journal.FieldArchived.Is(journal.Bool(a.left))})
}

// TestOneKeyForManyAtOnce: it is somebody's, and only one person's.
func TestOneKeyForManyAtOnce(t *testing.T) {
	store, lead, ali := house(t, model.RoleDesk)
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			_, _ = lead.Bind(t.Context(), []journal.ID{lead.Me().ID, ali.Me().ID}[i%2], publicKey(1), at)
		})
	}
	all.Wait()
	if have, err := lead.Entrances(t.Context()); err != nil || len(have) != 1 {
		t.Errorf("%+v %v", have, err)
	}
	if _, err := model.WhoseKey(t.Context(), store, publicKey(1).Fingerprint); err != nil {
		t.Error(err)
	}
}

// TestWhatIsKeptOfKeysIsReadBack, whatever stands beside it.
func TestWhatIsKeptOfKeysIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kept, want := "", map[journal.ID]int{}
		ids := []journal.ID{{1}, {2}, {3}}
		for range rapid.IntRange(0, 8).Draw(t, "keys") {
			id := rapid.SampledFrom(ids).Draw(t, "who")
			key := publicKey(rapid.Byte().Draw(t, "key"))
			kept += id.String() + " " + key.Fingerprint + " " + key.Kind + " " + id.String() + " 1764000000000 -\n"
			want[id]++
			kept += rapid.SampledFrom([]string{"", "\n", "x\n", "a b c d e f\n", id.String() + " SHA256:x\n"}).Draw(t, "junk")
		}
		gone := rapid.SampledFrom(ids).Draw(t, "gone")
		left := model.WithoutEntrancesOf(kept, gone)
		again := model.WithoutEntrancesOf(left, journal.ID{9})
		if left != again {
			t.Fatalf("%q is kept as %q", left, again)
		}
		delete(want, gone)
		total := 0
		for _, n := range want {
			total += n
		}
		if got := len(slices.DeleteFunc(slices.Collect(strings.Lines(left)), func(l string) bool { return l == "" })); got != total {
			t.Fatalf("%d are left of %d: %q", got, total, left)
		}
	})
}
