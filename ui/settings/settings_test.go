package settings_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/text/texttest"
	"leerbalie/ui/uitest"
)

func open(t *testing.T, lang text.Lang, width, height int) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: screen.Size{Width: width, Height: height}})
	d.Press(",")
	return d
}

func site(t *testing.T, d *uitest.Desk) model.Site {
	t.Helper()
	s, err := d.Session.SiteByID(context.Background(), d.Session.Site())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			for name, keys := range map[string][]string{
				"list": nil, "hours": {"j", "<enter>"}, "themes": {"j", "j", "<enter>"}, "lock": {"<end>", "k", "k", "<enter>"}, "pin": {"<end>", "k", "<enter>"},
				"offers": {"j", "j", "j", "j", "j", "j", "<enter>"}, "teaches": {"j", "j", "j", "j", "j", "j", "j", "<enter>"},
				"ticks": {"j", "j", "j", "j", "j", "j", "j", "<enter>", "<down>", "<down>", "<enter>", "<down>", "<tab>"},
			} {
				d := open(t, lang, size.Width, size.Height)
				d.Press(keys...)
				d.Picture(name, lang)
			}
		}
	}
}

func TestTheNameAndTheHours(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("<enter>", " Noord", "<enter>")
	d.Shows("Servicepunt Zuidwest Noord", "De instellingen zijn bewaard.", "(u: ongedaan maken)")
	d.Press("j", "<enter>", "9-12.30, 13 - 17", "<tab>", "25-26", "<ctrl+s>")
	d.Shows("zijn geen openingstijden")
	d.Press("<ctrl+u>", "10:00-14:00", "<ctrl+s>")
	d.Shows("ma di")
	want := []model.Hours{{Day: time.Monday, From: 540, To: 750}, {Day: time.Monday, From: 780, To: 1020}, {Day: time.Tuesday, From: 600, To: 840}}
	if s := site(t, d); s.Name != "Servicepunt Zuidwest Noord" || !slices.Equal(s.Hours, want) {
		t.Errorf("%q %v", s.Name, s.Hours)
	}
	d.Press("u", "u")
	if s := site(t, d); s.Name != "Servicepunt Zuidwest" || len(s.Hours) != 0 {
		t.Errorf("not undone: %q %v", s.Name, s.Hours)
	}
	d.Press("<ctrl+r>")
	d.Shows("Servicepunt Zuidwest Noord")
}

func TestThemesAreTheSitesOwn(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("j", "j", "<enter>", "n", "Moestuin")
	d.Enter("In het Engels", "Garden")
	d.Press("<ctrl+s>")
	d.Shows("Moestuin", "Garden")
	d.Press("<home>", "e", "<ctrl+u>", "alleen zijn", "<ctrl+s>", "J", "n", "moestuin", "<ctrl+s>")
	d.Shows("Er is al een")
	d.Press("<esc>", "<home>", "x", "j")
	d.Shows("alleen zijn")
	d.Hides("│ taal")
	s := site(t, d)
	if len(s.Themes) != len(model.Themes()) || s.Themes[0].Labels["nl"] != "alleen zijn" || s.Themes[0].Code != "loneliness" {
		t.Errorf("%v", s.Themes)
	}
	if last := s.Themes[len(s.Themes)-1]; last.Code != "moestuin" || last.Labels["en"] != "Garden" {
		t.Errorf("%v", last)
	}
	d.News()
	d.Press("<esc>", "<esc>", "n", "Bieten #moest !")
	d.Shows("# Moestuin")
	d.Press("<ctrl+u>", "Brief #schulden")
	d.Shows("# armoede")
}

// TestAThemeInThreeLanguages names a theme in a language beside the two, and leaves one out: what is missing falls back.
func TestAThemeInThreeLanguages(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Languages: texttest.Catalogue(), Fill: true, Size: screen.Size{Width: 80, Height: 24}})
	d.Press(",", "j", "j", "<enter>", "n")
	d.Shows("In het qaa", "In het Nederlands", "In het Engels")
	d.Press("Zbrfghva", "<enter>", "Moestuin", "<ctrl+s>")
	s := site(t, d)
	if last := s.Themes[len(s.Themes)-1]; !last.Labels.Equal(model.Labels{"qaa": "Zbrfghva", "nl": "Moestuin"}) || last.Code != "zbrfghva" {
		t.Errorf("%+v", last)
	}
	d.Shows("Moestuin")
	d.Press("<esc>", "j", "j", "<enter>", "<ctrl+u>", "abj!", "<ctrl+s>") // now in the made-up language; the other names stay
	if s = site(t, d); len(s.Urgencies) != 3 || !s.Urgencies[0].Labels.Equal(model.Labels{"qaa": "abj!", "nl": "nu", "en": "now"}) {
		t.Errorf("%+v", s.Urgencies)
	}
	d.News()
	d.Send(screen.Set{Setting: screen.LangSetting, Value: "en"})
	d.Press("<up>", "<up>", "<enter>", "<end>")
	d.Shows("Moestuin", "poverty")
	d.Press("<esc>")
	d.Send(screen.Set{Setting: screen.LangSetting, Value: "qaa"})
	d.Shows("abj!")
}

func TestTagsUrgenciesAndSteps(t *testing.T) {
	d := open(t, "en", 80, 24)
	d.Press("j", "j", "j", "<enter>", "n", "rust", "<enter>", "calm", "<enter>", "<esc>", "j", "<enter>", "<ctrl+u>", "spoed", "<enter>", "<ctrl+u>", "rush", "<ctrl+s>")
	d.Shows("rush · today")
	d.Press("j", "<enter>", "poverty", "<enter>", "brieven", "<enter>", "begroting", "<ctrl+s>")
	d.Shows("for 1 theme")
	s := site(t, d)
	if !slices.Equal(s.Steps("poverty"), []string{"brieven", "begroting"}) || s.Tags[0].Labels["en"] != "calm" || s.Urgencies[0].Labels["nl"] != "spoed" {
		t.Errorf("%+v", s)
	}
	d.News()
	d.Press("<esc>")
	d.Shows("!! rush")
}

func TestOthersReadWithTheReason(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("U", "ali", "<enter>", ",")
	d.Shows("alleen lezen")
	d.Press("j", "j", "<enter>")
	d.Shows("eenzaamheid", "Alleen een coördinator of beheerder")
	d.Press("x", "n", "<esc>")
	d.Hides("Pincodes van collega's")
	if len(site(t, d).Themes) != 0 {
		t.Error("a student altered the site")
	}
}

func TestWhatAColleagueAlteredMeanwhileStays(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("<enter>", " Noord")
	other := site(t, d)
	other.Hours = []model.Hours{{Day: time.Monday, From: 540, To: 1020}}
	d.Do(d.As(d.Env.User.ID), model.EditSite{Site: other})
	d.Press("<enter>")
	if s := site(t, d); len(s.Hours) != 1 || s.Name != "Servicepunt Zuidwest Noord" {
		t.Errorf("%+v", s)
	}
}

func TestLanguageColoursAndLock(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("<end>", "k", "k", "<enter>", "10 min", "<enter>")
	d.Shows("na 10 minuten")
	d.Press("k", "<enter>", "nooit", "<enter>", "k", "<enter>", "geen", "<enter>", "k", "<enter>", "ja", "<enter>", "k", "<enter>", "piep", "<enter>", "k", "<enter>", "oranje", "<enter>", "k", "<enter>", "licht", "<enter>", "k", "<enter>", "engels", "<enter>")
	d.Shows("blue and orange", "after 10 minutes", "light", "none")
	me := "/" + d.Env.User.ID.String()
	for key, want := range map[string]string{screen.LockSetting: "10", screen.DepthSetting: "none", screen.ColourSetSetting + me: "safe", screen.BackgroundSetting + me: "light", screen.LangSetting + me: "en", screen.AlertSetting + me: screen.Bell, screen.LinearSetting + me: screen.On, screen.ScrollSetting: screen.Off,
		screen.LangSetting: ""} {
		if got, err := d.Session.Setting(context.Background(), key); got != want || err != nil {
			t.Errorf("%s: %q %v", key, got, err)
		}
	}
}

func TestMyPIN(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("<end>", "k", "<enter>", "111222333", "<enter>")
	d.Shows("Dit lijkt een BSN")
	d.Press("<esc>", "<enter>", "123", "<enter>")
	d.Shows("Kies 4 tot 12 cijfers")
	d.Hides("123")
	d.Press("4821", "<enter>", "4822", "<enter>")
	d.Shows("niet gelijk")
	d.Press("4821", "<enter>", "4821", "<enter>")
	d.Shows("Je pincode is ingesteld", "ingesteld")
	me := d.Env.User.ID
	if has, _ := d.Session.HasPIN(context.Background(), me); !has {
		t.Fatal("no PIN was kept")
	}
	d.Press("<enter>", "1111", "<enter>", "", "<enter>")
	d.Shows("klopt niet")
	d.Press("4821", "<enter>", "<enter>")
	d.Shows("geen pincode meer")
	if has, _ := d.Session.HasPIN(context.Background(), me); has {
		t.Error("the PIN is still there")
	}
}

func TestACoordinatorTakesAForgottenPINAway(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}})
	ctx := context.Background()
	if err := d.As(d.Noor).KeepPIN(ctx, "$argon2id$forgotten"); err != nil {
		t.Fatal(err)
	}
	d.Press(",", "<end>")
	d.Shows("1 collega")
	d.Press("<enter>", "<enter>")
	d.Shows("De pincode van Noor Visser weghalen?")
	d.Press("j")
	d.Shows("Noor Visser heeft geen pincode meer")
	if has, _ := d.Session.HasPIN(ctx, d.Noor); has {
		t.Error("the PIN is still there")
	}
}

func TestTheMouseOpensASetting(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Click(10, 3+2)
	if line := d.On(); !strings.Contains(line, "Openingstijden") {
		t.Errorf("on %q", line)
	}
	d.Click(10, 3+2)
	d.Shows("Maandag")
}
