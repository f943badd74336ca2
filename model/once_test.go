package model_test

import (
	"context"
	"crypto/rand"
	"errors"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
)

// TestACallThatIsMadeAgain holds, for any calls, of which each breaks off anywhere and is then made again from its beginning: whatever was
// done is done once, with the receipt of the first time, what was not is done, and what two calls do alike is done by both.
func TestACallThatIsMadeAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ctx := context.Background()
		store := memory.New(memory.Options{Replica: journal.Replica{7}, Tag: "K7", Now: time.Now, Random: rand.Reader})
		me, err := model.Found(ctx, store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
		if err != nil {
			t.Fatal(err)
		}
		session, err := model.Enter(ctx, store, me)
		if err != nil {
			t.Fatal(err)
		}
		do := func(ctx context.Context, summary string) model.Receipt {
			// a moment of the call is another one each time
			r, err := session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: summary, FollowUp: time.Now()}})
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		want := 0
		for call := range rapid.IntRange(1, 4).Draw(t, "calls") {
			name := "call " + strconv.Itoa(call)
			wishes := rapid.SliceOfN(rapid.SampledFrom([]string{"een", "twee"}), 1, 6).Draw(t, "wishes")
			broke := rapid.IntRange(0, len(wishes)).Draw(t, "broke off after")
			var first []model.Receipt
			once := model.Once(ctx, name, false)
			for _, w := range wishes[:broke] {
				first = append(first, do(once, w))
			}
			again := model.Once(ctx, name, true)
			for i, w := range wishes {
				r := do(again, w)
				if i < broke && (r.Entity != first[i].Entity || r.Number != first[i].Number) {
					t.Fatalf("%s %d: %+v, not %+v", name, i, r, first[i])
				}
			}
			want += len(wishes)
		}
		n, err := desk.ReadCounts(ctx, session)
		if err != nil || n.Waiting != want {
			t.Fatalf("%d requests, not %d (%v)", n.Waiting, want, err)
		}
	})
}

// TestACallWithoutANameIsNotNoted holds that what people do at a screen leaves no settings behind.
func TestACallWithoutANameIsNotNoted(t *testing.T) {
	ctx := t.Context()
	store := memory.New(memory.Options{Replica: journal.Replica{7}, Tag: "K7", Now: time.Now, Random: rand.Reader})
	me, err := model.Found(ctx, store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
	if err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(ctx, store, me)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := session.Do(model.Once(ctx, "", true), desk.AddRequest{Request: desk.Request{Summary: "x"}}); err != nil {
		t.Fatal(err)
	}
	if kept, err := session.Setting(ctx, "once-next"); err != nil || kept != "" {
		t.Errorf("%q %v", kept, err)
	}
}

// TestNobodyElseSitsDownByAKey holds that a session that somebody came in with by a key of their own is nobody else's, below every screen.
func TestNobodyElseSitsDownByAKey(t *testing.T) {
	ctx := t.Context()
	store := memory.New(memory.Options{Replica: journal.Replica{7}, Tag: "K7", Now: time.Now, Random: rand.Reader})
	me, err := model.Found(ctx, store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
	if err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(ctx, store, me)
	if err != nil {
		t.Fatal(err)
	}
	noor, err := session.Do(ctx, model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleDesk}, Site: session.Site()}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := session.Switch(ctx, noor.Entity); err != nil {
		t.Errorf("at a computer that is shared: %v", err)
	}
	session.Fix(false)
	var refused *fault.Error
	if _, err := session.Switch(ctx, noor.Entity); !errors.As(err, &refused) || refused.Msg != "seat-fixed" {
		t.Errorf("somebody else sits down: %v", err)
	}
	own, err := session.Switch(ctx, me)
	if err != nil || !own.Fixed() {
		t.Errorf("%v", err)
	}
	there, err := own.At(ctx, own.Site())
	if err != nil || !there.Fixed() {
		t.Errorf("%v", err)
	}

	shared, err := session.Switch(ctx, me)
	if err != nil {
		t.Fatal(err)
	}
	shared.Fix(true)
	if _, err := shared.Switch(ctx, noor.Entity); fault.KindOf(err) != fault.Refused {
		t.Errorf("who has no PIN sits down: %v", err)
	}
	her, err := model.Enter(ctx, store, noor.Entity)
	if err == nil {
		err = her.KeepPIN(ctx, "kept")
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := shared.Switch(ctx, noor.Entity); fault.KindOf(err) != fault.Refused {
		t.Errorf("without the PIN: %v", err)
	}
	if so, err := shared.TryPIN(ctx, noor.Entity, time.Now(), func(kept string) bool { return kept == "kept" }); err != nil || !so.Open {
		t.Fatal(so, err)
	}
	sat, err := shared.Switch(ctx, noor.Entity)
	if err != nil || sat.Me().ID != noor.Entity || sat.Fixed() {
		t.Errorf("with the PIN: %v", err)
	}
	if err := sat.Share(ctx, "SHA256:x", true); fault.KindOf(err) != fault.Refused {
		t.Errorf("anybody shares a desk: %v", err)
	}
}
