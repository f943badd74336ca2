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
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/demo"
	"leerbalie/store/exchange"
	"leerbalie/store/exchange/calendar"
	"leerbalie/store/exchange/framework"
	"leerbalie/store/home"
	"leerbalie/store/inspect"
	"leerbalie/store/replica/bundle"
	"leerbalie/store/replica/sshpipe"
	"leerbalie/store/root"
	"leerbalie/store/seal"
	"leerbalie/ui"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/local"
	"leerbalie/ui/presence"
	"leerbalie/ui/screen"
	"leerbalie/ui/serve"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// release is set when one is built; see command.VersionOf.
var release string

// inspector is the word that makes this program the child process of a check.
const inspector = "check-in-child-process"

// passphraseFile is the variable that names the file with the passphrase of a sealed store.
const passphraseFile = "LEERBALIE_PASSPHRASE_FILE"

func main() { os.Exit(run()) }

func run() int {
	debug.SetGCPercent(400) // the program holds little: collecting less often costs some megabytes and saves a tenth of an import
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop)      // the second time it ends at once: nothing else reaches what waits for a pipe, or for keys, in vain
	signal.Ignore(syscall.Signal(25)) // SIGXFSZ on Linux and macOS: a limit on file sizes is an error to tell, not the end
	if len(os.Args) > 1 && os.Args[1] == inspector {
		if err := inspect.Child(ctx, os.Args[2:], os.Stdin, os.Stdout); err != nil {
			return 1
		}
		return 0
	}
	p := begin()
	return serve.Command(ctx, p.away, p.caller, func(ctx context.Context, caller command.Caller) int { return cli.Run(ctx, p.powers(), caller) })
}

// program is this process: who called it, and where its store is.
type program struct {
	caller command.Caller
	home   home.Home
	own    serve.Own
	hall   *presence.Hall
	opened *store.Store     // by a command
	away   *serve.Elsewhere // where another process carries out what this one was asked
}

func begin() *program {
	built, _ := debug.ReadBuildInfo()
	p := &program{hall: presence.NewHall(), caller: command.Caller{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Locale: local.LocaleIn(os.Getenv), Store: os.Getenv("LEERBALIE_DB"),
		NoColor: os.Getenv("NO_COLOR") != "", Linear: theme.Accessible(os.Getenv("ACCESSIBLE")), Version: command.VersionOf(release, built), Now: time.Now,
	}}
	p.home = home.Home{Data: filepath.Join(xdg.DataHome, "leerbalie"), State: filepath.Join(xdg.StateHome, "leerbalie"), Child: inspector,
		Program: command.Called(os.Args), Socket: func(path string) string { return serve.SocketFor(path, xdg.RuntimeDir) }}
	s := &p.caller
	s.Linger = local.Linger(os.Stdin)
	s.Secrets.Ask = local.AskSecret(os.Stdin, os.Stderr)
	in := func(variable string) func() (string, error) { return local.SecretIn(os.Getenv(variable)) }
	s.Secrets.PIN, s.Secrets.Phrase = in("LEERBALIE_PIN_FILE"), in("LEERBALIE_PHRASE_FILE")
	s.Secrets.Passphrase, s.Secrets.NewPassphrase = in(passphraseFile), in("LEERBALIE_NEW_PASSPHRASE_FILE")
	s.Secrets.Code = in("LEERBALIE_CODE_FILE")
	s.Answer = local.AskAnswer(os.Stdin, os.Stderr)
	if width, _, err := term.GetSize(os.Stdout.Fd()); err == nil {
		s.Width = command.Wide(width, s.Linear)
	}
	p.own = serve.OwnOf(p.caller, (*store.Store)(nil).WriteFile)
	p.away = &serve.Elsewhere{Own: p.own, Start: p.start(), Socket: func(path string) string { return store.Served(p.home.Path(path)) }}
	return p
}

// start is how this process was started, for another one that does what it was asked.
func (p *program) start() serve.Start {
	folder, _ := os.Getwd() // without it paths have to be whole
	return serve.Start{Program: p.caller.Version, Args: p.caller.Args, Locale: p.caller.Locale, Folder: folder, NoColor: p.caller.NoColor, Width: p.caller.Width,
		Terminal: theme.Terminal{Term: os.Getenv("TERM"), ColorTerm: os.Getenv("COLORTERM"), ColorFGBG: os.Getenv("COLORFGBG"), NoColor: p.caller.NoColor},
		Screen:   strings.HasPrefix(os.Getenv("TERM"), "screen") && os.Getenv("TMUX") == ""}
}

// powers are what the commands can do in this process. Where another one has the store, it carries the command out, or lets go of the
// store for those that need it for themselves.
func (p *program) powers() command.Powers {
	h := &p.home
	alone := func(path string) { _ = p.away.Ask(path, false) } // who does not let go is named when the store is opened
	out := p.shared(func() *store.Store { return p.opened }, nil)
	out.Open = func(ctx context.Context, path, as string, admit command.Admit) (*model.Session, func() error, error) {
		if err := p.away.There(path); err != nil {
			return nil, nil, err
		}
		s, session, err := h.Door(path, as, admit).Open(ctx)
		if err != nil {
			return nil, nil, p.away.OrThere(path, err)
		}
		p.opened = s
		return session, func() error { p.opened = nil; return s.Close() }, nil
	}
	out.Create, out.CreateDemo = h.Create, h.CreateDemo
	out.Check = func(ctx context.Context, path string, against []string) (command.Verdict, error) {
		if err := p.away.There(path); err != nil {
			return command.Verdict{}, err
		}
		v, err := h.Check(ctx, path, false, against)
		return v, p.away.OrThere(path, err)
	}
	out.Unseal = func(ask command.Unseal) { h.Passphrase = ask }
	out.Anew, out.Reads = func(ask func(why error) error) { h.Anew = ask }, func() { h.Reads = true }
	out.Repair = func(ctx context.Context, path, as string, admit command.Admit, against []string) (command.Verdict, error) {
		alone(path)
		return h.Door(path, as, admit).Repair(ctx, func() (command.Verdict, error) { return h.Check(ctx, path, true, against) })
	}
	out.ChangePassphrase = func(ctx context.Context, path, old string, choose func() (string, error)) error {
		alone(path)
		return store.ChangePassphrase(ctx, h.Path(path), h.Passing(), old, choose)
	}
	out.Restore = func(ctx context.Context, path, from, as string, admit command.Admit, recall command.Recall) (transfer.Succession, transfer.Forgotten, error) {
		alone(path)
		return h.Door(path, as, admit).Restore(ctx, from, root.Recall(recall))
	}
	out.WriteFile = func(path string, over bool, write func(io.Writer) error) error {
		return p.opened.WriteFile(path, over, write)
	}
	out.NewPhrase = func(ctx context.Context, path, as string, admit command.Admit, lost bool) (phrase.Phrase, error) {
		alone(path)
		return h.Door(path, as, admit).NewPhrase(ctx, lost)
	}
	out.ChangePhrase = func(ctx context.Context, path, as string, admit command.Admit, recall command.Recall) (phrase.Phrase, error) {
		alone(path)
		return h.Door(path, as, admit).ChangePhrase(ctx, root.Recall(recall))
	}
	out.UsePhrase = func(ctx context.Context, path, as string, admit command.Admit, recall command.Recall) error {
		alone(path)
		return h.Door(path, as, admit).UsePhrase(ctx, root.Recall(recall))
	}
	out.OpenBundle = func(ctx context.Context, path, from string, code command.Recall, choose func(context.Context) (string, error), progress func(done, total int64)) (string, transfer.Contents, error) {
		alone(path)
		c, err := h.Opening(path).Open(ctx, from, bundle.Code(code), choose, progress)
		return h.Path(path), c, err
	}
	out.App, out.Serve = p.app, p.serve
	return out
}

// shared are the powers that ask for nothing but a store that is open, whosever process has it.
func (p *program) shared(open func() *store.Store, path func(string) string) command.Powers {
	return command.Powers{
		Survey: home.Survey, Import: home.Import, Prices: home.Prices, ImportPlacing: home.ImportPlacing, ExportPlacing: home.ExportPlacing, Export: exchange.ExportRequests, ImportFramework: framework.Import, ExportFramework: framework.Export, ImportDirectory: home.ImportDirectory, ImportCalendar: home.ImportCalendar, ExportDirectory: home.ExportDirectory,
		Bundles: p.home.Bundles(open, path), Sync: &sshpipe.Desk{Store: open, Path: path, Now: time.Now}, Calendar: calendar.Write, Keys: ui.KeyGroups, LookAt: local.Look, Altered: local.Altered,
	}
}

// house is what others may do with a store that this process has open.
func (p *program) house(s *store.Store) serve.House {
	open := func() *store.Store { return s }
	return serve.House{Program: p.caller.Version, Now: time.Now,
		App: func(ctx context.Context, c *serve.Caller) (ui.Options, error) {
			o := p.shown(open, func(path string) string { return c.Typed(xdg.Home, path) })
			session, err := home.Enter(ctx, s, c.As(), nil)
			if err == nil {
				err = session.Remember(ctx)
			}
			o.Session = session
			return o, err
		},
		Powers: func(c *serve.Caller) command.Powers {
			out := p.shared(open, c.Path)
			out.Open = func(ctx context.Context, _, as string, admit command.Admit) (*model.Session, func() error, error) {
				session, err := home.Enter(ctx, s, as, admit)
				return session, func() error { return nil }, err
			}
			out.Check = func(ctx context.Context, _ string, against []string) (command.Verdict, error) {
				v, err := inspect.Open(ctx, s, serve.Paths(c, against))
				for i := range v.Against {
					v.Against[i].Path = c.Said(v.Against[i].Path)
				}
				return v, err
			}
			return out
		},
	}
}

// serve serves others with a store, over the network as well.
func (p *program) serve(ctx context.Context, o command.ServeOptions, ready func(address, fingerprint string) error) error {
	host, err := serve.HostKey(p.home.State)
	if err != nil {
		return err
	}
	log, path := serve.NewLog(os.Stderr, time.Now), p.home.Path(o.Store)
	serve.OnPanic(log.Panic)
	s := serve.Standing{Listen: o.Listen, Listens: p.home.Socket(path), Ask: func() error { return p.away.Ask(o.Store, true) },
		Ready: func(address string) error { return ready(address, serve.Fingerprint(host)) },
		Open: func(ctx context.Context) (house serve.House, n serve.Network, shut func() error, err error) {
			s, err := store.Open(path, p.home.Staying(path))
			if err != nil {
				return house, n, nil, err
			}
			house = p.house(s)
			return house, p.network(s, house, host, log), s.Close, nil
		}}
	return s.Run(ctx)
}

// network is what those who come over the network may do with a store that this process has open.
func (p *program) network(s *store.Store, house serve.House, host serve.Signer, log *serve.Log) serve.Network {
	open := func() *store.Store { return s }
	return serve.Network{House: house, Host: host, Log: log, Door: &serve.Door{Languages: text.All(), Log: log,
		Whose: func(ctx context.Context, fingerprint string) (model.Person, error) {
			return model.WhoseKey(ctx, s, fingerprint)
		},
		Copy: sshpipe.Caller(s)},
		App: func(ctx context.Context, v serve.Visitor) (o ui.Options, err error) {
			o = ui.Options{Now: time.Now, Zone: time.Local, Hall: p.hall}
			o.Session, err = model.EnterByKey(ctx, s, v.Person, v.Fingerprint)
			return o, err
		},
		Powers: func(v serve.Visitor) command.Powers {
			out := p.shared(open, nil)
			out.Open = func(ctx context.Context, _, _ string, _ command.Admit) (*model.Session, func() error, error) {
				session, err := model.Enter(ctx, s, v.Person)
				return session, func() error { return nil }, err
			}
			out.Check = func(ctx context.Context, _ string, _ []string) (command.Verdict, error) {
				return inspect.Open(ctx, s, nil)
			}
			return out
		},
		Exchange: func(ctx context.Context, v serve.Visitor, rw io.ReadWriter) error {
			_, err := sshpipe.Answer(ctx, s, v.Person, rw, nil)
			return err
		},
	}
}

// shown is how the app is shown on this machine, on a store that may not be open yet.
func (p *program) shown(open func() *store.Store, typed func(string) string) ui.Options {
	d, calls := p.home.Bundles(open, typed), &sshpipe.Desk{Store: open, Path: typed, Now: time.Now}
	return ui.Options{Now: time.Now, Zone: time.Local, Here: true, Hall: p.hall,
		Files: local.Files(xdg.Home, typed, local.Kept{
			Check: func(ctx context.Context) (out []screen.Finding, err error) {
				r, err := open().Check(ctx)
				for _, p := range r.Problems {
					out = append(out, screen.Finding(p))
				}
				return out, err
			},
			WriteFile: func(path string, over bool, write func(io.Writer) error) error {
				return open().WriteFile(path, over, write)
			},
			Stands: func() error { return open().Stands() },
			Survey: home.Survey, Import: home.Import, Export: exchange.ExportRequests, ImportFramework: framework.Import, Calendar: calendar.Write, ImportDirectory: home.ImportDirectory, ImportCalendar: home.ImportCalendar, ExportDirectory: home.ExportDirectory,
			ExportFramework: func(w io.Writer, f competence.Framework, format transfer.Format) (transfer.Exported, error) {
				return framework.Export(w, f, format, time.Now())
			},
		}),
		Bundles: &screen.Bundles{Recipients: d.Recipients, Plan: d.Plan, Decide: d.Decide, Take: d.Take, Look: d.Look, Return: d.Return,
			Machines: d.Machines, Revoke: d.Revoke, Accept: d.Accept, Standing: d.Standing, Peers: calls.Peers,
			Exchange: func(ctx context.Context, session *model.Session, name string, progress func(done, total int64)) (transfer.Returned, error) {
				return calls.Exchange(ctx, session, name, nil, progress) // the passphrase of a key in a file is asked by the command
			}},
	}
}

// app runs the app on a store, on a throw-away example, or on nothing yet.
func (p *program) app(ctx context.Context, o command.AppOptions) error {
	start := p.start()
	start.As, start.Locale, start.Terminal.NoColor, start.Terminal.Linear = o.As, string(o.Lang), o.NoColor, o.Linear
	start.Board, start.Site = o.Board, o.Site
	if o.LangGiven {
		start.Lang = string(o.Lang)
	}
	terminal, err := local.Terminal(os.Stdin, os.Stdout, start.Terminal)
	if err != nil {
		return err
	}
	scratch := local.Folder(xdg.RuntimeDir) // in memory on most systems, and the person's own
	store.SweepScratch(scratch, "")
	editor := local.Editor([]string{os.Getenv("VISUAL"), os.Getenv("EDITOR")}, []string{"nano", "notepad"})
	temporary := func() (string, func() error, error) { return store.Scratch(scratch) }
	p.own.Edit = local.EditHere(editor, temporary, os.Stdin, os.Stdout)
	path := p.home.Path(o.Store)
	life := serve.Life{In: os.Stdin, Out: os.Stdout, Own: p.own, Start: start, Socket: func() string { return store.Served(path) }, Listens: p.home.Socket(path),
		Tell: func(err error) { cli.Fail(p.caller, err) }}
	if o.Demo {
		life.Socket, life.Listens = func() string { return "" }, ""
	}
	life.Open = func(ctx context.Context, as string, returns bool, opened func(serve.House)) (shown ui.Options, shut func() error, err error) {
		var s *store.Store
		drop := func() error { return nil }
		shut = func() error {
			if s == nil {
				return drop()
			}
			return errors.Join(s.Close(), drop())
		}
		shown = p.shown(func() *store.Store { return s }, func(path string) string { return local.Expand(xdg.Home, path) })
		shown.Terminal, shown.Demo, shown.Locale, shown.Lang = terminal, o.Demo, start.Locale, text.Lang(start.Lang)
		shown.Board, shown.Site = o.Board, o.Site
		shown.Clipboard = local.Clipboard(os.Stdout, start.Screen)
		shown.Edit = local.Edit(editor, temporary, os.Stdin, os.Stdout)
		tryOut := func(ctx context.Context) (*model.Session, error) {
			made, leave, err := demo.Open(ctx, p.home.Unnoted())
			if err != nil {
				return nil, err
			}
			s, drop = made, leave
			return model.EnterAs(ctx, s, as)
		}
		begin := func(ctx context.Context, as string, ask func(int) (string, error)) (session *model.Session, err error) {
			at := p.home.Door(o.Store, as, nil)
			at.Options = p.home.Staying(path)
			at.Options.Passphrase, at.Options.Once = ask, returns
			if s, session, err = at.Open(ctx); err == nil {
				opened(p.house(s))
				err = session.Remember(ctx)
			}
			return session, err
		}
		_, missing := os.Lstat(path)
		switch {
		case o.Demo:
			shown.Session, err = tryOut(ctx)
		case errors.Is(missing, os.ErrNotExist) && !o.Board && !returns: // who was at work begins nothing new
			store.Sweep(path)
			shown.First = p.first(o.Store, tryOut, begin)
		default:
			ask := p.home.Passphrase
			if os.Getenv(passphraseFile) == "" && !o.Board {
				ask = nil // a screen asks for it
			}
			if shown.Session, err = begin(ctx, as, ask); seal.IsAsking(err) {
				shown.First, err = &screen.First{Unseal: func(ctx context.Context, passphrase string) (*model.Session, error) {
					return begin(ctx, as, seal.Given(passphrase))
				}}, nil
			}
		}
		if err != nil {
			err = errors.Join(err, shut())
		}
		return shown, shut, err
	}
	return life.Run(ctx)
}

// first is what a first start can do.
func (p *program) first(asked string, tryOut func(context.Context) (*model.Session, error),
	begin func(ctx context.Context, as string, ask func(int) (string, error)) (*model.Session, error)) *screen.First {
	typed := func(path string) string { return local.Expand(xdg.Home, path) }
	return &screen.First{Demo: tryOut, Create: func(ctx context.Context, site, code, me string) (session *model.Session, words phrase.Phrase, err error) {
		if _, words, err = p.home.Create(ctx, asked, model.Founding{Site: site, Code: code, Me: me}); err == nil {
			session, err = begin(ctx, "", nil)
		}
		return session, words, err
	}, Bundle: &screen.Opening{
		Peek:  func(_ context.Context, from string) (transfer.Sealed, error) { return bundle.Peek(typed(from)) },
		Offer: func() (phrase.Phrase, error) { return phrase.New(rand.Reader, phrase.Passphrase) },
		Open: func(ctx context.Context, from string, code phrase.Phrase, passphrase string, progress func(done, total int64)) (*model.Session, error) {
			_, err := p.home.Opening(asked).Open(ctx, typed(from), bundle.Given(code), func(context.Context) (string, error) { return passphrase, nil }, progress)
			if err != nil {
				return nil, err
			}
			return begin(ctx, "", seal.Given(passphrase))
		},
	}}
}
