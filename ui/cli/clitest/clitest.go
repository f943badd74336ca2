// Package clitest is the whole program around a store in memory, for the tests of commands.
package clitest

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the clock of Amsterdam, also on a machine without one

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/model/value"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
)

// Now is the moment at which every command runs.
func Now() time.Time { return time.Date(2026, 3, 9, 13, 0, 0, 0, time.UTC) }

// Program is the program with powers that a test may replace.
type Program struct {
	Powers    command.Powers
	Store     *memory.Store
	In        string            // the standard input
	Report    transfer.Report   // what every import gives
	Survey    transfer.Survey   // what every look at a file gives
	Forgotten command.Forgotten // what every restore gives
	Languages text.Catalogue    // what can be chosen with --lang; nil: all there are
	Secrets   command.Secrets   // how a PIN is given
	Answer    command.Answer    // what is answered; nil: nobody can be asked
	Off       time.Duration     // how far the computer's clock is from Now
	Phrase    phrase.Phrase     // the recovery phrase of the store; "": there is none
	Version   command.Version   // of the program
	t         *testing.T
	opened    int
}

// New gives a program on a store with one site, ZW, and one person, Samira.
func New(t *testing.T) *Program {
	t.Helper()
	b := &Program{t: t}
	ticks := 0
	now := func() time.Time { ticks++; return Now().Add(b.Off + time.Duration(ticks)*time.Millisecond) } // ids sort by their time
	store := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K7", Now: now, Random: rand.Reader})
	if _, err := model.Found(t.Context(), store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"}); err != nil {
		t.Fatal(err)
	}
	b.Store = store
	b.Powers = command.Powers{
		Open: func(ctx context.Context, _, as string, admit command.Admit) (*model.Session, func() error, error) {
			session, err := b.enter(ctx, as, admit)
			if err != nil {
				return nil, nil, err
			}
			b.opened++
			return session, func() error { b.opened--; return nil }, nil
		},
		CreateDemo: func(context.Context, string) (string, phrase.Phrase, error) { return "demo.db", "", nil },
		Create: func(context.Context, string, model.Founding) (string, phrase.Phrase, error) {
			return "", "", fault.New(fault.Conflict, "store-exists", "path", "there.db")
		},
		Check: func(context.Context, string, []string) (command.Verdict, error) {
			return command.Verdict{Problems: []command.Problem{{Kind: "derived", Where: "row", Detail: "missing"}}, Digest: "d", Digests: map[string]string{"desk/1": "e"}}, nil
		},
		Repair: func(ctx context.Context, _, as string, admit command.Admit, _ []string) (command.Verdict, error) {
			session, err := b.enter(ctx, as, admit)
			if err == nil {
				err = session.Check(ctx, model.ToRepair)
			}
			return command.Verdict{Repaired: true}, err
		},
		Restore: func(ctx context.Context, _, _, as string, admit command.Admit, recall command.Recall) (command.Succession, command.Forgotten, error) {
			session, err := b.enter(ctx, as, admit)
			if err == nil {
				err = session.Check(ctx, model.ToRestore)
			}
			if err != nil {
				return command.NoRoot, b.Forgotten, err
			}
			became, err := b.recalled(ctx, recall)
			return became, b.Forgotten, err
		},
		NewPhrase: func(ctx context.Context, _, as string, admit command.Admit, lost bool) (phrase.Phrase, error) {
			if !lost && b.Phrase != "" {
				return "", fault.New(fault.Conflict, "root-there")
			}
			b.Phrase = Phrase
			return b.Phrase, b.mayKeepKeys(ctx, as, admit)
		},
		ChangePhrase: func(ctx context.Context, _, as string, admit command.Admit, recall command.Recall) (phrase.Phrase, error) {
			if err := b.mayKeepKeys(ctx, as, admit); err != nil {
				return "", err
			}
			_, err := b.recalled(ctx, recall)
			return Phrase, err
		},
		UsePhrase: func(ctx context.Context, _, as string, admit command.Admit, recall command.Recall) error {
			if err := b.mayKeepKeys(ctx, as, admit); err != nil {
				return err
			}
			_, err := b.recalled(ctx, recall)
			return err
		},
		WriteFile: writeFile,
		Bundles:   Carrier{},
		Sync:      &Line{},
		OpenBundle: func(context.Context, string, string, command.Recall, func(context.Context) (string, error), func(done, total int64)) (string, transfer.Contents, error) {
			return "", transfer.Contents{}, fault.New(fault.Conflict, "bundle-store-there", "path", "there.db")
		},
		Survey: func(_ context.Context, _ *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Survey, error) {
			_, err := io.Copy(io.Discard, src)
			return b.Survey, errors.Join(err, o.Check())
		},
		Import: func(_ context.Context, _ *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
			_, err := io.Copy(io.Discard, src)
			return b.Report, errors.Join(err, o.Check())
		},
		ImportPlacing: func(context.Context, *model.Session, string, io.Reader, transfer.ImportOptions) (transfer.Report, error) {
			return transfer.Report{}, nil
		},
		ExportPlacing: func(context.Context, *model.Session, string, time.Time, io.Writer) (int, error) { return 0, nil },
		Prices: func(ctx context.Context, session *model.Session, src io.Reader, _ transfer.ImportOptions) (transfer.Report, error) {
			if _, err := io.Copy(io.Discard, src); err != nil {
				return transfer.Report{}, err
			}
			_, err := session.Do(ctx, value.Add{Price: value.Price{Unit: "visit", Base: 100, High: 100, Source: "prices.csv", Year: 2020}})
			return transfer.Report{Read: 1, Imported: 1}, err
		},
		Export: func(_ context.Context, _ *model.Session, dst io.Writer, _ transfer.ExportOptions) (transfer.Exported, error) {
			_, err := io.WriteString(dst, "number\n")
			return transfer.Exported{Requests: 1}, err
		},
		Keys: func(text.Words) []keys.Group {
			return []keys.Group{{Title: "Desk", Lines: []keys.Line{{ID: "claim", Keys: []string{"c"}, Does: "take"}}}}
		},
		App:   func(context.Context, command.AppOptions) error { return nil },
		Serve: func(context.Context, command.ServeOptions, func(string, string) error) error { return nil },
	}
	return b
}

// Phrase is the recovery phrase that is made.
const Phrase = "kasop kasor kasit kasus lapek pikem resil sopek"

func (b *Program) mayKeepKeys(ctx context.Context, as string, admit command.Admit) error {
	session, err := b.enter(ctx, as, admit)
	if err != nil {
		return err
	}
	return session.Check(ctx, model.ToKeepKeys)
}

// recalled asks for the phrase until it is the one there is.
func (b *Program) recalled(ctx context.Context, recall command.Recall) (command.Succession, error) {
	if b.Phrase == "" {
		return command.NoRoot, nil
	}
	for wrong := error(nil); ; wrong = fault.New(fault.Refused, "phrase-other") {
		p, err := recall(ctx, wrong)
		switch {
		case err != nil || p == "":
			return command.NoPhrase, err
		case p == b.Phrase:
			return command.Centre, nil
		}
	}
}

// enter begins a session of somebody who is admitted.
func (b *Program) enter(ctx context.Context, as string, admit command.Admit) (*model.Session, error) {
	who, err := model.Who(ctx, b.Store, as)
	if err != nil {
		return nil, err
	}
	session, err := model.Enter(ctx, b.Store, who)
	if err != nil {
		return nil, err
	}
	return session, admit(ctx, session)
}

// Session is a session of somebody beside the commands, who is asked nothing.
func (b *Program) Session(as string) *model.Session {
	b.t.Helper()
	session, err := b.enter(b.t.Context(), as, func(context.Context, *model.Session) error { return nil })
	if err != nil {
		b.t.Fatal(err)
	}
	return session
}

// Run runs one command in no language in particular and gives its exit status and what it wrote.
func (b *Program) Run(args ...string) (status int, out, complaint string) {
	b.t.Helper()
	return b.run("", args)
}

// Served runs one command that came over the network from somebody, as Run does.
func (b *Program) Served(as string, args ...string) (status int, out, complaint string) {
	b.t.Helper()
	who := b.Session(as).Me().ID
	return b.called("", args, func(c *command.Caller) { c.Served, c.Who = true, who })
}

// ServedOnly is Served with a key of one command.
func (b *Program) ServedOnly(as, only string, args ...string) (status int, said string) {
	b.t.Helper()
	who := b.Session(as).Me().ID
	status, out, complaint := b.called("", args, func(c *command.Caller) { c.Served, c.Who, c.Only = true, who, only })
	return status, out + complaint
}

func (b *Program) run(locale string, args []string) (status int, out, complaint string) {
	b.t.Helper()
	return b.called(locale, args, func(*command.Caller) {})
}

func (b *Program) called(locale string, args []string, alter func(*command.Caller)) (status int, out, complaint string) {
	b.t.Helper()
	var stdout, stderr bytes.Buffer
	s := command.Caller{Args: args, In: strings.NewReader(b.In), Out: &stdout, Err: &stderr, Locale: locale, Languages: b.Languages, Secrets: b.Secrets, Answer: b.Answer, Version: b.Version, Now: func() time.Time { return Now().Add(b.Off) }}
	alter(&s)
	status = cli.Run(b.t.Context(), b.Powers, s)
	return status, stdout.String(), stderr.String()
}

// Do runs one command in English; want is the exit status. Whatever it ends with, the store is closed and people read sentences.
func (b *Program) Do(want int, args ...string) (out, complaint string) {
	b.t.Helper()
	status, out, complaint := b.run("en_GB.UTF-8", args)
	if status != want {
		b.t.Errorf("%q ended with %d, want %d\n%s%s", args, status, want, out, complaint)
	}
	if b.opened != 0 {
		b.t.Errorf("%q left the store open", args)
	}
	for _, text := range []string{out, complaint} {
		for _, id := range []string{"cli.re", "cli.im", "cli.fl", "cli.co", "cli.us", "error.csv", "error.cli", "cli-"} {
			if strings.Contains(text, id) {
				b.t.Errorf("%q shows a code where a sentence belongs:\n%s", args, text)
			}
		}
	}
	return out, complaint
}

// Must runs a command that the test cannot go on without.
func (b *Program) Must(args ...string) string {
	b.t.Helper()
	status, out, complaint := b.Run(args...)
	if status != command.Done {
		b.t.Fatalf("%v: %s", args, complaint)
	}
	return out
}

// JSON runs a command and reads its answer.
func JSON[T any](b *Program, args ...string) (into T) {
	b.t.Helper()
	out, _ := b.Do(command.Done, append(args, "--json")...)
	if err := json.Unmarshal([]byte(out), &into); err != nil {
		b.t.Fatalf("%q: %v\n%s", args, err, out)
	}
	return into
}

// School fills a program's store with a class, a request that two students handled, and two teachers.
func School(t *testing.T) *Program {
	t.Helper()
	b := New(t)
	for _, line := range []string{
		"group add 2B",
		"person add Theo --role teacher --group 2B", "person add Tine --role teacher --group 2B",
		"person add Noor --role student --level hbo --group 2B", "person add Ali --role student --level hbo --group 2B",
		"request add Huurschuld --theme poverty --channel desk",
		"request claim ZW-0001 --for Noor --for Ali", "request time ZW-0001 40 --person Noor",
		"request close ZW-0001 --outcome handled-directly",
	} {
		b.Must(strings.Fields(line)...)
	}
	return b
}

// writeFile makes a file, as main's does where nothing goes wrong.
func writeFile(path string, over bool, write func(io.Writer) error) error {
	how := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if over {
		how = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	}
	f, err := os.OpenFile(path, how, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}
