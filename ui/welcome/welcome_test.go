package welcome_test

import (
	"context"
	"crypto/rand"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/plain/phrase"
	"leerbalie/ui"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// first starts the app on nothing.
func first(t *testing.T, lang text.Lang, size screen.Size) *uitest.Driver {
	t.Helper()
	return firstWith(t, lang, size, nil)
}

type session = *model.Session

// firstWith starts the app on nothing, with what else it has.
func firstWith(t *testing.T, lang text.Lang, size screen.Size, with func(*screen.Env)) *uitest.Driver {
	t.Helper()
	clock := uitest.NewClock(uitest.Start())
	counter := uitest.Count(memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K7", Now: clock.Now, Random: rand.Reader}))
	d := uitest.NewDriver(t, clock, counter)
	begin := func(ctx context.Context, site, code, me string) (*model.Session, error) {
		id, err := model.Found(ctx, counter, model.Founding{Site: site, Code: code, Me: me})
		if err != nil {
			return nil, err
		}
		return model.Enter(ctx, counter, id)
	}
	made := false
	create := func(ctx context.Context, site, code, me string) (*model.Session, phrase.Phrase, error) {
		if made {
			t.Error("a second start is made behind the phrase")
		}
		session, err := begin(ctx, site, code, me)
		made = err == nil
		return session, "kasof kasor kasit kasum lifer topik rikal sumas", err
	}
	env := screen.Env{Ctx: context.Background(), Now: clock.Now, Words: text.All().For(lang), Keys: ui.AllKeys(), Timer: d.Timer, Await: d.Await,
		First: &screen.First{Create: create, Demo: func(ctx context.Context) (*model.Session, error) { return begin(ctx, "Voorbeeld", "VB", "Kim de Boer") }}}
	if with != nil {
		with(&env)
	}
	d.Start(ui.NewApp(env), size)
	t.Cleanup(func() {
		for _, fault := range counter.Faults {
			t.Errorf("the store was used where it may not be: %s", fault)
		}
	})
	return d
}

var small, large = screen.Size{Width: 80, Height: 24}, screen.Size{Width: 120, Height: 40}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		first(t, lang, small).Picture("first", lang)
		first(t, lang, large).Picture("first", lang)
	}
}

// TestThePhraseFits: its words and how one goes on, in the smallest window there is, too.
func TestThePhraseFits(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{small, large, {Width: 60, Height: 15}} {
			d := first(t, lang, size)
			d.Press("Servicepunt Oost", "<enter>", "<enter>", "Kim de Boer", "<enter>")
			d.Shows("kasof kasor kasit kasum", "lifer topik rikal sumas", "w "+map[text.Lang]string{"nl": "opgeschreven", "en": "written down"}[lang])
			if size != small && size != large {
				continue
			}
			d.Picture("phrase", lang)
		}
	}
}

// TestEveryQuestionFits: in the smallest window there is, too.
func TestEveryQuestionFits(t *testing.T) {
	d := first(t, "nl", screen.Size{Width: 60, Height: 15})
	d.Shows("Hoe heet jullie plek?", "Korte code", "Hoe heet je zelf?")
}

func TestFromNothingToTheFirstQuestion(t *testing.T) {
	d := first(t, "nl", large)
	d.Shows("Welkom bij Leerbalie")
	d.Press("Servicepunt Oost", "<enter>", "<enter>", "Kim de Boer", "<enter>")
	d.Shows("kasof kasor kasit kasum")
	d.Press("<enter>", "<esc>", "<ctrl+s>", "n", "5", "<ctrl+o>") // nothing but having it leads on
	d.Shows("kasof kasor kasit kasum", "lifer topik rikal sumas")
	d.Press("w")
	d.Hides("kasof")
	d.Shows("Servicepunt Oost", "Kim B.", "Niemand wacht", "Druk n")
	d.Press("n", "Eerste vraag", "<enter>")
	d.Shows("SO-0001", "Eerste vraag")
}

func TestWhatIsMissingIsSaid(t *testing.T) {
	d := first(t, "nl", small)
	d.Press("<ctrl+s>")
	d.Shows("Geef je servicepunt een naam")
	d.Press("Oost", "<ctrl+s>")
	d.Shows("Vul je naam in")
	d.Press("Kim", "<shift+tab>", "<ctrl+u>", "te lange code", "<ctrl+s>")
	d.Shows("De code TE LANGE CODE kan niet")
	d.Press("<ctrl+u>", "oo", "<ctrl+s>", "w")
	d.Shows("Niemand wacht")
}

func TestLookingAroundInADemo(t *testing.T) {
	d := first(t, "en", large)
	d.Press("<ctrl+o>")
	d.Shows("Voorbeeld · demo", "Nobody waits")
}

func TestDigitsAreTextBeforeTheStart(t *testing.T) {
	d := first(t, "nl", small)
	d.Burst("Plein 1944?")
	d.Press("q")
	d.Shows("Plein1944?q"[5:])
}
