package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// place is a machine with a store of its own.
type place struct{ dir, program string }

// env is what a program has around it there.
func (p place) env() []string {
	return []string{"HOME=" + p.dir, "XDG_DATA_HOME=" + p.dir, "XDG_STATE_HOME=" + p.dir, "XDG_CONFIG_HOME=" + p.dir, "XDG_RUNTIME_DIR=" + p.dir,
		"TMPDIR=" + p.dir, "LANG=en_GB.UTF-8", "TERM=xterm-256color", "PATH=" + os.Getenv("PATH")}
}

// store is where the data are.
func (p place) store() string { return filepath.Join(p.dir, "leerbalie", "leerbalie.db") }

func (p place) command(args ...string) *exec.Cmd {
	cmd := exec.Command(p.program, args...)
	cmd.Env = append(p.env(), "NO_COLOR=1")
	return cmd
}

// run runs a command, and tells how long that took.
func (p place) run(args ...string) (time.Duration, error) {
	took, _, err := timed(p.command(args...))
	return took, err
}

// timed runs a command, and tells how long that took and how many bytes it had in memory at most.
func timed(cmd *exec.Cmd) (time.Duration, int64, error) {
	var said bytes.Buffer
	cmd.Stderr = &said
	began := time.Now()
	err := cmd.Run()
	took := time.Since(began)
	if err != nil {
		return 0, 0, fmt.Errorf("%s: %w: %s", strings.Join(cmd.Args, " "), err, said.String())
	}
	used, _ := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return took, used.Maxrss << 10, nil
}

// begin makes a store with nothing in it.
func (p place) begin() error {
	if err := os.MkdirAll(p.dir, 0o700); err != nil {
		return err
	}
	_, err := p.run("init", "--site", "Zuid", "--code", "ZW", "--me", "Sam")
	return err
}

// fill makes a store with so many requests, of which the last forty wait; one that is there already is left as it is.
func (p place) fill(rows int) error {
	if _, err := os.Stat(p.store()); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := p.begin(); err != nil {
		return err
	}
	path := filepath.Join(p.dir, "rows.csv")
	if err := os.WriteFile(path, []byte(csvOf(requests(rows))), 0o600); err != nil {
		return err
	}
	_, err := p.run("import", "requests", path)
	return errors.Join(err, os.Remove(path))
}

// take makes a store that is a copy of another's, byte for byte.
func (p place) take(from place) error {
	if err := os.MkdirAll(filepath.Dir(p.store()), 0o700); err != nil {
		return err
	}
	in, err := os.Open(from.store())
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(p.store(), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// request is one as every program here is given it.
type request struct {
	n       int
	created time.Time
	waits   bool
	summary string
}

var stems = strings.Fields(`brief huur toeslag school energie rekening regeling formulier taal computer vervoer bezoek woning lekkage schuld
 afspraak huisarts inschrijven betalen uitkering invullen les digid eenzaam wandelen buren overlast verhuizen stroom afsluiting deurwaarder vraag`)

// requests are so many, a minute after each other, the last of them an hour ago, of which forty wait. Words come as often as in a
// language: a few everywhere, many hardly ever.
func requests(rows int) []request {
	r := rand.New(rand.NewSource(1))
	often := rand.NewZipf(r, 1.2, 4, uint64(len(stems)*(1+len(stems))-1))
	last := time.Now().Add(-time.Hour).Truncate(time.Minute)
	out := make([]request, rows)
	for i := range out {
		said := make([]string, 4+r.Intn(4))
		for j := range said {
			k := int(often.Uint64())
			if said[j] = stems[k%len(stems)]; k >= len(stems) {
				said[j] = stems[k/len(stems)-1] + said[j]
			}
		}
		out[i] = request{i, last.Add(-time.Duration(rows-i) * time.Minute), i >= rows-40, strings.Join(said, " ")}
	}
	return out
}

// csvOf is a table of them.
func csvOf(all []request) string {
	var b strings.Builder
	b.WriteString("source_id;created_at;closed_at;summary\n")
	for _, r := range all {
		closed := ""
		if !r.waits {
			closed = r.created.Add(30 * time.Minute).Format("02-01-2006 15:04")
		}
		fmt.Fprintf(&b, "A%d;%s;%s;%s\n", r.n, r.created.Format("02-01-2006 15:04"), closed, r.summary)
	}
	return b.String()
}

// inTurn runs several, each so many times, one after another, and gives the durations of each. The first two rounds warm up.
func inTurn(n int, each ...func(i int) (time.Duration, error)) ([][]time.Duration, error) {
	out := make([][]time.Duration, len(each))
	for i := range n + 2 {
		for j, one := range each {
			took, err := one(i)
			if err != nil {
				return nil, err
			}
			if i >= 2 {
				out[j] = append(out[j], took)
			}
		}
	}
	return out, nil
}
