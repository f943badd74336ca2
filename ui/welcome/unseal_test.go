package welcome_test

import (
	"context"
	"crypto/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/ui"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// sealed starts the app on a store that opens with a passphrase.
func sealed(t *testing.T, lang text.Lang, size screen.Size, pin string) (*uitest.Driver, *int) {
	t.Helper()
	clock := uitest.NewClock(uitest.Start())
	counter := uitest.Count(memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K7", Now: clock.Now, Random: rand.Reader}))
	d := uitest.NewDriver(t, clock, counter)
	me, err := model.Found(t.Context(), counter, model.Founding{Site: "Servicepunt Oost", Code: "SO", Me: "Kim de Boer"})
	if err != nil {
		t.Fatal(err)
	}
	if pin != "" {
		if err := counter.SetSetting(t.Context(), "pin/"+me.String(), pin); err != nil {
			t.Fatal(err)
		}
	}
	tried := 0
	env := screen.Env{Ctx: context.Background(), Now: clock.Now, Words: text.All().For(lang), Keys: ui.AllKeys(), Timer: d.Timer, Await: d.Await,
		First: &screen.First{Unseal: func(ctx context.Context, passphrase string) (*model.Session, error) {
			tried++
			if passphrase == "van een ingetrokken laptop" {
				return nil, fault.New(fault.Refused, "holder-put-away")
			}
			if passphrase != "vijf woorden over een fiets" {
				return nil, fault.New(fault.Refused, "passphrase-wrong", "path", "x")
			}
			return model.Enter(ctx, counter, me)
		}}}
	d.Start(ui.NewApp(env), size)
	return d, &tried
}

func TestAPassphraseIsAskedFirst(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{small, large} {
			d, _ := sealed(t, lang, size, "")
			d.Picture("unseal", lang)
		}
	}
	d, tried := sealed(t, "nl", small, "")
	d.Hides("Servicepunt Oost", "Kim")
	d.Press("<enter>")
	d.Shows("Typ de wachtzin.")
	d.Press("iets anders", "<enter>")
	d.Shows("Dat is niet de wachtzin")
	d.Hides("iets anders", "Servicepunt Oost")
	if *tried != 1 {
		t.Errorf("tried %d times", *tried)
	}
	d.Burst("vijf woorden over een fiets")
	d.Hides("fiets")
	d.Press("<enter>")
	d.Shows("Servicepunt Oost", "Kim B.")
}

// TestThreeWrongPassphrasesMakeWait: neither Enter nor the right words help before that.
func TestThreeWrongPassphrasesMakeWait(t *testing.T) {
	d, tried := sealed(t, "en", small, "")
	for range 3 {
		d.Burst("something else")
		d.Press("<enter>")
	}
	d.Shows("Three wrong passphrases. Wait 30 seconds.")
	d.Burst("vijf woorden over een fiets")
	d.Press("<enter>")
	d.Shows("Wait 30 seconds")
	if *tried != 3 {
		t.Errorf("tried %d times", *tried)
	}
	d.Pass(30 * time.Second)
	d.Press("<enter>")
	d.Shows("Servicepunt Oost")
}

// TestWhoHasAPINIsCoveredBehindThePassphrase: the passphrase is of the laptop, the PIN of the person.
func TestWhoHasAPINIsCoveredBehindThePassphrase(t *testing.T) {
	d, _ := sealed(t, "nl", small, "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$x")
	d.Burst("vijf woorden over een fiets")
	d.Press("<enter>")
	d.Hides("Niemand wacht", "Druk n")
}

// TestALaptopThatMayHoldNothingIsNoWrongPassphrase: it says what it is and what to do, however often, and asks nothing any more.
func TestALaptopThatMayHoldNothingIsNoWrongPassphrase(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{small, large} {
			d, _ := sealed(t, lang, size, "")
			d.Burst("van een ingetrokken laptop")
			d.Press("<enter>")
			d.Picture("unseal-away", lang)
		}
	}
	d, tried := sealed(t, "nl", small, "")
	for range 4 {
		d.Burst("van een ingetrokken laptop")
		d.Press("<enter>")
	}
	d.Shows("Deze laptop is ingetrokken.", "Vraag de coördinator om een nieuwe", "die was goed")
	d.Hides("Wachtzin ", "Drie keer", "versleuteld")
	if *tried != 1 {
		t.Errorf("tried %d times", *tried)
	}
}
