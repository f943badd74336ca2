package welcome_test

import (
	"context"
	"io/fs"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// stick starts the app on nothing, beside a stick with a bundle.
func stick(t *testing.T, lang text.Lang, size screen.Size) (*uitest.Driver, *uitest.Bundles) {
	t.Helper()
	b := &uitest.Bundles{Sealed: transfer.Sealed{For: "Tine Maas", From: "Samira Bouali", Made: uitest.Start().Add(-time.Hour), Coded: true},
		Offers: []phrase.Phrase{"potis lelet karok keraf rumok", "setok lumom momim kelef purim"}}
	d := firstWith(t, lang, size, func(e *screen.Env) {
		e.First.Bundle = b.Opening()
		b.Begun = func() (session, error) { return e.First.Demo(context.Background()) }
		b.Standing.Laptop = true
		e.Bundles = b.Power()
		e.Files = &screen.LocalFiles{Home: "/home/tine", Sticks: func() []string { return []string{"/media/tine/STICK"} },
			List: func(_ context.Context, folder string) (string, []screen.FileEntry, error) {
				switch folder {
				case "/home/tine":
					return folder, []screen.FileEntry{{Name: "Documenten", Folder: true}, {Name: "brief.txt", Size: 300}}, nil
				case "/media/tine/STICK":
					return folder, []screen.FileEntry{{Name: "foto's", Folder: true}, {Name: "2026-11-21-1.bundle", Size: 40960}, {Name: "lijst.csv", Size: 20}}, nil
				}
				return folder, nil, &fs.PathError{Op: "open", Path: folder, Err: fs.ErrInvalid}
			}}
	})
	return d, b
}

const code = "potis lelet karok keraf rumok"

func TestABundleInPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{small, large} {
			d, b := stick(t, lang, size)
			look := func(what string, press ...string) {
				d.Press(press...)
				d.Picture(what, lang)
			}
			look("three-ways")
			look("bundle-stick", "<ctrl+b>")
			look("bundle-code", "STICK", "<enter>", "2026", "<enter>")
			look("bundle-mistake", "potis lelet karok keraf rumot", "<ctrl+s>")
			look("bundle-differs", "<ctrl+u>", code, "<ctrl+s>")
			b.During = func(_ context.Context, progress func(done, total int64)) {
				progress(640, 1000)
				d.Pass(100 * time.Millisecond)
				d.Picture("bundle-opens", lang)
			}
			b.Fails = fault.New(fault.Damaged, "file-cut")
			look("bundle-refused", code, "<ctrl+s>")
		}
	}
}

// TestFromAStickToTheClass: the file, the code, the passphrase that is offered and typed once more.
func TestFromAStickToTheClass(t *testing.T) {
	d, b := stick(t, "nl", small)
	d.Shows("Ctrl+B: ik heb een bundel")
	d.Press("<ctrl+b>")
	d.Shows("STICK", "stick of schijf")
	d.Press("<enter>")
	d.Press("2026", "<enter>")
	d.Shows("Een bundel voor Tine Maas", "Samira Bouali", "21-11-2026", code, "Ctrl+S: beginnen")
	d.Hides("Ctrl+S bewaren", "␣ kies")
	d.Press("Potis-Lelet karok, keraf RUMOK", "<enter>", "<enter>", "POTIS", "<enter>")
	d.Shows("Dit is niet hetzelfde")
	d.Press("<ctrl+u>", code, "<enter>")
	d.Hides("Welkom bij Leerbalie")
	if b.Path != "/media/tine/STICK/2026-11-21-1.bundle" || b.Code != code || b.Typed != code {
		t.Errorf("%q %q %q", b.Path, b.Code, b.Typed)
	}
}

// TestAFolderThatIsTypedIsGoneInto, and of what is there only bundles and folders show, the bundles first.
func TestAFolderThatIsTypedIsGoneInto(t *testing.T) {
	d, _ := stick(t, "en", small)
	d.Press("<ctrl+b>")
	d.Shows("STICK", "Documenten", "no bundle here")
	d.Hides("brief.txt")
	d.Press("/media/tine/STICK", "<enter>")
	d.Shows("Which file? · /media/tine/STICK", "2026-11-21-1.bundle", "foto's")
	d.Hides("lijst.csv", "no bundle here", "could not be opened")
	d.Press("<enter>")
	d.Shows("A bundle for Tine Maas")
}

// TestACodeThatIsMistypedIsPointedAtByItsWord, and nothing is opened with it.
func TestACodeThatIsMistypedIsPointedAtByItsWord(t *testing.T) {
	d, b := stick(t, "en", small)
	d.Press("<ctrl+b>", "~/x", "<enter>", "potis lelet karok keraf", "<ctrl+s>")
	d.Shows("The code has five words; here are 4.")
	d.Press("<ctrl+u>", "potis lelet karok rumok keraf", "<ctrl+s>")
	d.Shows("Word 4 (rumok) cannot be right")
	d.Press("<ctrl+u>", code, "<ctrl+s>")
	d.Shows("This is not the same")
	d.Press("<ctrl+n>")
	d.Shows("setok lumom momim kelef purim")
	b.Fails = fault.New(fault.Invalid, "passphrase-short")
	d.Shows("keep these, or type your own")
	d.Press("hond", "<enter>", "hond", "<ctrl+s>")
	if b.Typed != "hond" {
		t.Error(b.Typed)
	}
	d.Shows("A bundle for Tine Maas", code, "hond") // all that was typed is there still
	b.Fails = context.Canceled
	d.Press("<ctrl+s>")
	d.Shows("Stopped")
}

// TestABundleForACopyThatIsThere is no first one.
func TestABundleForACopyThatIsThere(t *testing.T) {
	d, b := stick(t, "nl", small)
	b.Sealed.Coded = false
	d.Press("<ctrl+b>", "~/x", "<enter>")
	d.Shows("Deze bundel heeft geen code")
	d.Press("<esc>")
	d.Shows("Welkom bij Leerbalie", "Hoe heet jullie plek?")
	b.Fails = fault.New(fault.Invalid, "bundle-none")
	d.Press("<ctrl+b>", "~/x", "<enter>")
	d.Shows("De bundel kon niet open")
	d.Press("<esc>", "Oost")
	d.Shows("Oost")
}
