// Leerbalie is a terminal application for the front desk that teaches: residents' help requests, the students who handle
// them, and what they learn from it. README.md tells what it does; docs/architecture.md how it is laid out.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"time"
	_ "time/tzdata" // systems without time zones, such as Windows, still know Amsterdam

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/learning"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/demo"
	"leerbalie/store/exchange"
	"leerbalie/store/inspect"
	"leerbalie/store/replica/bundle"
	"leerbalie/store/replica/sshpipe"
	"leerbalie/store/root"
	"leerbalie/store/seal"
	"leerbalie/ui"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/local"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
)

// release is set when one is built; see command.VersionOf.
var release string

// indexAfter is how long new words wait before they are entered into the index: others' actions go first.
const indexAfter = 2 * time.Second

// noteAfter is how long after a commit what the store holds is noted in the state folder.
const noteAfter = time.Minute

func main() { os.Exit(run()) }

func run() int {
	debug.SetGCPercent(400) // the program holds little: collecting less often costs some megabytes and saves a tenth of an import
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	context.AfterFunc(ctx, stop)      // the second time it ends at once: nothing else reaches what waits for a pipe, or for keys, in vain
	signal.Ignore(syscall.Signal(25)) // SIGXFSZ on Linux and macOS: a limit on file sizes is an error to tell, not the end
	if len(os.Args) > 1 && os.Args[1] == inspector {
		if err := inspect.Child(ctx, os.Args[2:], os.Stdin, os.Stdout); err != nil {
			return 1
		}
		return 0
	}
	built, _ := debug.ReadBuildInfo()
	s := command.Caller{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Locale: locale(), Store: os.Getenv("LEERBALIE_DB"),
		NoColor: os.Getenv("NO_COLOR") != "", Version: command.VersionOf(release, built), Now: time.Now,
	}
	s.Linger = local.Linger(os.Stdin)
	s.Secrets.Ask = local.AskSecret(os.Stdin, os.Stderr)
	in := func(variable string) func() (string, error) { return local.SecretIn(os.Getenv(variable)) }
	s.Secrets.PIN, s.Secrets.Phrase = in("LEERBALIE_PIN_FILE"), in("LEERBALIE_PHRASE_FILE")
	s.Secrets.Passphrase, s.Secrets.NewPassphrase = in(passphraseFile), in("LEERBALIE_NEW_PASSPHRASE_FILE")
	s.Secrets.Code = in("LEERBALIE_CODE_FILE")
	s.Answer = local.AskAnswer(os.Stdin, os.Stderr)
	if width, _, err := term.GetSize(os.Stdout.Fd()); err == nil {
		s.Width = width
	}
	return cli.Run(ctx, powers(), s)
}

// passphraseFile is the variable that names the file with the passphrase of a sealed store.
const passphraseFile = "LEERBALIE_PASSPHRASE_FILE"

// unsealing is how this process opens sealed stores: whoever starts it is asked for each of them once, and anew before one takes another name.
var unsealing, anew = seal.Keys{Ring: &seal.Ring{}}, (func(error) error)(nil)

// locale is the language of the environment, by the order that POSIX gives its variables.
func locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	return local.Locale()
}

// powers are what the commands can do.
func powers() command.Powers {
	var opened *store.Store // by the command
	return command.Powers{
		Open: func(ctx context.Context, path, as string, admit command.Admit) (*model.Session, func() error, error) {
			s, session, err := door(path, as, admit).Open(ctx)
			if err != nil {
				return nil, nil, err
			}
			opened = s
			return session, func() error { opened = nil; return s.Close() }, nil
		},
		Create: create,
		Check: func(ctx context.Context, path string, against []string) (command.Verdict, error) {
			return inspected(ctx, path, false, against)
		},
		Unseal: func(ask command.Unseal) { unsealing.Ask = ask },
		Anew:   func(ask func(why error) error) { anew = ask },
		Repair: func(ctx context.Context, path, as string, admit command.Admit, against []string) (command.Verdict, error) {
			return door(path, as, admit).Repair(ctx, func() (command.Verdict, error) { return inspected(ctx, path, true, against) })
		},
		ChangePassphrase: func(ctx context.Context, path, old string, choose func() (string, error)) error {
			return store.ChangePassphrase(ctx, place(path), passing(), old, choose)
		},
		Restore: func(ctx context.Context, path, from, as string, admit command.Admit, recall command.Recall) (transfer.Succession, transfer.Forgotten, error) {
			return door(path, as, admit).Restore(ctx, from, root.Recall(recall))
		},
		WriteFile: func(path string, over bool, write func(io.Writer) error) error {
			return opened.WriteFile(path, over, write)
		},
		NewPhrase: func(ctx context.Context, path, as string, admit command.Admit, lost bool) (phrase.Phrase, error) {
			return door(path, as, admit).NewPhrase(ctx, lost)
		},
		ChangePhrase: func(ctx context.Context, path, as string, admit command.Admit, recall command.Recall) (phrase.Phrase, error) {
			return door(path, as, admit).ChangePhrase(ctx, root.Recall(recall))
		},
		UsePhrase: func(ctx context.Context, path, as string, admit command.Admit, recall command.Recall) error {
			return door(path, as, admit).UsePhrase(ctx, root.Recall(recall))
		},
		Import:          importRequests,
		ImportFramework: exchange.ImportFramework,
		ExportFramework: exchange.ExportFramework,
		Export: func(ctx context.Context, session *model.Session, w io.Writer, o transfer.ExportOptions) (transfer.Exported, error) {
			return exchange.ExportRequests(ctx, session, w, o)
		},
		Bundles: carrier(func() *store.Store { return opened }, nil),
		Sync:    caller(func() *store.Store { return opened }, nil),
		OpenBundle: func(ctx context.Context, path, from string, code command.Recall, choose func(context.Context) (string, error), progress func(done, total int64)) (string, transfer.Contents, error) {
			c, err := opening(path).Open(ctx, from, bundle.Code(code), choose, progress)
			return place(path), c, err
		},
		Calendar: exchange.WriteCalendar,
		Keys:     ui.KeyGroups,
		App:      app,
	}
}

// place is where a store is: what was asked for, or the default in the person's data folder.
func place(path string) string {
	if path == "" {
		return filepath.Join(xdg.DataHome, "leerbalie", "leerbalie.db")
	}
	return path
}

// open opens a store to stay in it, as the app does.
func open(path string) (*store.Store, error) { return store.Open(place(path), options()) }

// passing opens a store for a command, which lets go of it soon: other commands wait for it.
func passing() store.Options {
	o := options()
	o.Passing = true
	return o
}

func options() store.Options {
	return store.Options{Now: time.Now, Program: command.Called(os.Args), IndexAfter: indexAfter,
		State: stateFolder(), NoteAfter: noteAfter, Anew: anew, Passphrase: unsealing.Ask, Ring: unsealing.Ring}
}

// unnoted opens a store of which no note is kept: one without its name yet, or to be thrown away.
func unnoted() store.Options {
	o := options()
	o.State = ""
	return o
}

// stateFolder is where this person's programs keep what they saw, outside of their data.
func stateFolder() string { return filepath.Join(xdg.StateHome, "leerbalie") }

// door leads to a store, and to the organisation's root key.
func door(path, as string, admit command.Admit) root.Door {
	return root.Door{Keeper: root.Keeper{Cost: root.Usual(), Random: rand.Reader}, Path: place(path), Options: passing(), As: as, Admit: admit}
}

func create(ctx context.Context, path string, first model.Founding) (string, phrase.Phrase, error) {
	d := door(path, "", nil)
	p, err := d.Keeper.Begin(ctx, d.Path, unnoted(), first)
	return d.Path, p, err
}

// carrier makes bundles of a store that is open, and brings them in.
func carrier(open func() *store.Store, path func(string) string) *bundle.Desk {
	return &bundle.Desk{Store: open, Path: path,
		Keeper: root.Keeper{Cost: root.Usual(), Random: rand.Reader}, Now: time.Now, Factor: bundle.WorkFactor}
}

// caller exchanges between a store that is open and computers that serve.
func caller(open func() *store.Store, path func(string) string) *sshpipe.Desk {
	return &sshpipe.Desk{Store: open, Path: path, Now: time.Now}
}

// opening makes the first store of this machine from a bundle.
func opening(path string) bundle.Opening {
	return bundle.Opening{Path: place(path), Options: unnoted()}
}

// inspector is the word that makes this program the child process of a check.
const inspector = "check-in-child-process"

// inspected is what a check in a process of its own finds.
func inspected(ctx context.Context, path string, repair bool, against []string) (command.Verdict, error) {
	return inspect.Check(ctx, []string{inspector}, options(), inspect.Ask{Path: place(path), Repair: repair, Against: against, State: stateFolder()})
}

// importRequests brings a file in and enters its words into the index, so that the next search need not read them.
func importRequests(ctx context.Context, session *model.Session, r io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
	report, err := exchange.Import(ctx, session, r, o)
	if err != nil {
		return report, err
	}
	return report, session.IndexWords(ctx)
}

// app runs the app on a store, on a throw-away example, or on nothing yet.
func app(ctx context.Context, o command.AppOptions) error {
	var s *store.Store
	var drop func() error
	defer func() {
		if s != nil {
			s.Close()
		}
		if drop != nil {
			_ = drop()
		}
	}()
	terminal, err := local.Terminal(os.Stdin, os.Stdout, theme.Terminal{
		Term: os.Getenv("TERM"), ColorTerm: os.Getenv("COLORTERM"), ColorFGBG: os.Getenv("COLORFGBG"), NoColor: o.NoColor,
	})
	if err != nil {
		return err
	}
	shown := ui.Options{Terminal: terminal, Demo: o.Demo, Locale: string(o.Lang), Now: time.Now, Zone: time.Local, Here: true}
	if o.LangGiven {
		shown.Lang = o.Lang
	}
	tryOut := func(ctx context.Context) (*model.Session, error) {
		var err error
		if s, drop, err = demo.Open(ctx, unnoted()); err != nil {
			return nil, err
		}
		return model.EnterAs(ctx, s, o.As)
	}
	shown.Clipboard = local.Clipboard(os.Stdout, strings.HasPrefix(os.Getenv("TERM"), "screen") && os.Getenv("TMUX") == "")
	scratch := ""
	if info, err := os.Stat(xdg.RuntimeDir); err == nil && info.IsDir() {
		scratch = xdg.RuntimeDir // in memory on most systems, and the person's own
	}
	editor := local.Editor([]string{os.Getenv("VISUAL"), os.Getenv("EDITOR")}, []string{"nano", "notepad"})
	store.SweepScratch(scratch, "")
	shown.Edit = local.Edit(editor, func() (string, func() error, error) { return store.Scratch(scratch) }, os.Stdin, os.Stdout)
	shown.Files = files(func() *store.Store { return s })
	typed := func(path string) string { return local.Expand(xdg.Home, path) }
	d := carrier(func() *store.Store { return s }, typed)
	shown.Bundles = &screen.Bundles{Recipients: d.Recipients, Plan: d.Plan, Decide: d.Decide, Take: d.Take, Look: d.Look, Return: d.Return,
		Machines: d.Machines, Revoke: d.Revoke, Accept: d.Accept, Standing: d.Standing}
	path := place(o.Store)
	begin := func(ctx context.Context, ask func(int) (string, error)) (session *model.Session, err error) {
		at := door(path, o.As, nil)
		at.Options = options()
		at.Options.Passphrase = ask
		if s, session, err = at.Open(ctx); err == nil {
			err = session.Remember(ctx)
		}
		return session, err
	}
	_, missing := os.Lstat(path)
	switch {
	case o.Demo:
		shown.Session, err = tryOut(ctx)
	case errors.Is(missing, os.ErrNotExist):
		store.Sweep(path)
		shown.First = &screen.First{Demo: tryOut, Create: func(ctx context.Context, site, code, me string) (session *model.Session, p phrase.Phrase, err error) {
			if _, p, err = create(ctx, path, model.Founding{Site: site, Code: code, Me: me}); err != nil {
				return nil, "", err
			}
			if s, err = open(path); err == nil {
				session, err = model.EnterAs(ctx, s, "")
			}
			return session, p, err
		}, Bundle: &screen.Opening{
			Peek:  func(_ context.Context, from string) (transfer.Sealed, error) { return bundle.Peek(typed(from)) },
			Offer: func() (phrase.Phrase, error) { return phrase.New(rand.Reader, phrase.Passphrase) },
			Open: func(ctx context.Context, from string, code phrase.Phrase, passphrase string, progress func(done, total int64)) (*model.Session, error) {
				_, err := opening(path).Open(ctx, typed(from), bundle.Given(code), func(context.Context) (string, error) { return passphrase, nil }, progress)
				if err != nil {
					return nil, err
				}
				return begin(ctx, seal.Given(passphrase))
			},
		}}
	default:
		ask := unsealing.Ask
		if os.Getenv(passphraseFile) == "" {
			ask = nil // a screen asks for it
		}
		if shown.Session, err = begin(ctx, ask); seal.IsAsking(err) {
			shown.First, err = &screen.First{Unseal: func(ctx context.Context, passphrase string) (*model.Session, error) {
				return begin(ctx, seal.Given(passphrase))
			}}, nil
		}
	}
	if err != nil {
		return err
	}
	return ui.Run(ctx, shown)
}

// files are the powers over files of a session on this machine. The store is asked for when it is needed: a first start
// has none yet.
func files(open func() *store.Store) *screen.LocalFiles {
	home := xdg.Home
	return &screen.LocalFiles{
		Home: home,
		List: func(ctx context.Context, folder string) (string, []screen.FileEntry, error) {
			folder = local.Expand(home, folder)
			entries, err := local.List(ctx, folder)
			return folder, entries, err
		},
		Sticks: func() []string { return local.Sticks(filepath.Base(home)) },
		Backup: func(ctx context.Context, session *model.Session, path string, progress func(done, total int64)) error {
			return session.Backup(ctx, local.Expand(home, path), progress)
		},
		Check: func(ctx context.Context) (out []screen.Finding, err error) {
			r, err := open().Check(ctx)
			if err != nil {
				return nil, err
			}
			for _, p := range r.Problems {
				out = append(out, screen.Finding(p))
			}
			return out, nil
		},
		Import: func(ctx context.Context, session *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.Report, error) {
			src, err := local.Open(local.Expand(home, path), progress)
			if err != nil {
				return transfer.Report{}, err
			}
			report, err := importRequests(ctx, session, src, o)
			return report, errors.Join(err, src.Close())
		},
		ImportFramework: func(ctx context.Context, session *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.FrameworkReport, error) {
			src, err := local.Open(local.Expand(home, path), progress)
			if err != nil {
				return transfer.FrameworkReport{}, err
			}
			report, err := exchange.ImportFramework(ctx, session, local.Until(ctx, src), o)
			return report, errors.Join(err, src.Close())
		},
		ExportFramework: func(ctx context.Context, f learning.Framework, path string, format transfer.Format) (told transfer.Exported, err error) {
			err = open().WriteFile(local.Expand(home, path), false, func(w io.Writer) error {
				told, err = exchange.ExportFramework(w, f, format, time.Now())
				return errors.Join(err, ctx.Err())
			})
			return told, err
		},
		Write: func(_ context.Context, path string, write func(io.Writer) error) error {
			return open().WriteFile(local.Expand(home, path), false, write)
		},
		Stands:   func() error { return open().Stands() },
		Calendar: exchange.WriteCalendar,
		Export: func(ctx context.Context, session *model.Session, path string, o transfer.ExportOptions, progress func(done, total int64)) (told transfer.Exported, err error) {
			if n, err := desk.ReadCounts(ctx, session); err == nil {
				total := int64(n.Waiting + n.Claimed + n.Parked + n.Closed)
				o.Progress = func(written int) { progress(int64(written), total) }
			}
			err = open().WriteFile(local.Expand(home, path), false, func(w io.Writer) error {
				told, err = exchange.ExportRequests(ctx, session, w, o)
				return err
			})
			return told, err
		},
	}
}
