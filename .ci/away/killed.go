package main

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// killed kills taking, opening and returning at moments that nobody chose. After each the file is sound, and the same command again
// does what the first would have done; at the end both sides hold the same.
func (j *journey) killed(dir string, n int, random *rand.Rand) error {
	if n == 0 {
		return nil
	}
	k, err := j.again(dir)
	if err != nil {
		return err
	}
	cut := 0
	took := map[string]time.Duration{}
	for round := range n {
		kind := []string{"return home", "open", "take home", "return", "take"}[round%5]
		m, args, after, err := k.step(kind, round)
		if err != nil {
			return fmt.Errorf("before %s: %w", kind, err)
		}
		cmd, _ := m.command(args...)
		began := time.Now()
		if err := cmd.Start(); err != nil {
			return err
		}
		usual := took[kind]
		if usual == 0 {
			usual = 800 * time.Millisecond
		}
		timer := time.AfterFunc(time.Duration(random.Int63n(int64(usual)+1)), func() { _ = cmd.Process.Kill() })
		err = cmd.Wait()
		if timer.Stop() && err == nil {
			took[kind] = time.Since(began)
		}
		if err != nil {
			if cmd.ProcessState.ExitCode() >= 0 {
				return fmt.Errorf("round %d, %s: %w: %s", round, kind, err, cmd.Stderr)
			}
			cut++
		}
		if err := after(err != nil); err != nil {
			return fmt.Errorf("round %d, after a kill of %s: %w", round, kind, err)
		}
	}
	for range 2 {
		if _, err := k.bring(k.laptop, k.centre, false); err != nil {
			return err
		}
		if _, err := k.bring(k.centre, k.laptop, false); err != nil {
			return err
		}
	}
	if _, err := same(k.centre, k.laptop); err != nil {
		return err
	}
	for _, m := range []*machine{k.centre, k.laptop} {
		if _, err := m.try("check"); err != nil {
			return err
		}
	}
	left, err := filepath.Glob(filepath.Join(k.stick, "*"))
	if err != nil {
		return err
	}
	for _, path := range left {
		if name := filepath.Base(path); strings.HasPrefix(name, ".") || strings.Contains(name, ".tmp") || strings.Contains(name, "unfinished") {
			return fmt.Errorf("%s was left on the stick", name)
		}
	}
	fmt.Printf("%d kills in %d rounds\n", cut, n)
	return nil
}

// step is one thing that is done, and what has to be so after it.
func (k *journey) step(kind string, round int) (m *machine, args []string, after func(killed bool) error, err error) {
	sound := func(m *machine) error { _, err := m.try("check"); return err }
	switch kind {
	case "open":
		var b bundle
		if err := k.centre.ask(&b, "bundle", "take", "--for", k.teacher, "--new", "--label", fmt.Sprint("laptop ", round), "-o", k.stick); err != nil {
			return nil, nil, nil, err
		}
		fresh, err := newMachine(filepath.Join(k.laptop.dir, "..", fmt.Sprint("fresh", round)), k.laptop.program)
		if err != nil {
			return nil, nil, nil, err
		}
		if err := fresh.secret("code", b.Code); err != nil {
			return nil, nil, nil, err
		}
		if err := fresh.secret("passphrase", "vijf losse woorden achter elkaar"); err != nil {
			return nil, nil, nil, err
		}
		return fresh, []string{"bundle", "open", b.File}, func(bool) error {
			if _, err := os.Stat(fresh.db()); err != nil { // nothing half made stands under the name
				if _, err := fresh.try("bundle", "open", b.File); err != nil {
					return err
				}
			}
			return sound(fresh)
		}, nil
	case "take home":
		return k.laptop, []string{"bundle", "take", "-o", k.stick}, func(bool) error { return sound(k.laptop) }, nil
	case "take":
		return k.centre, []string{"bundle", "take", "--for", label, "-o", k.stick}, func(bool) error { return sound(k.centre) }, nil
	}
	from, to, args := k.centre, k.laptop, []string{"bundle", "take", "--for", label, "-o", k.stick}
	by := []string{"--as", k.teacher}
	if kind == "return home" {
		from, to, args, by = k.laptop, k.centre, []string{"bundle", "take", "-o", k.stick}, nil
	}
	if err := from.judges(k.pieces[round%12], round%2, fmt.Sprint("ronde ", round), by...); err != nil {
		return nil, nil, nil, err
	}
	var b bundle
	if err := from.ask(&b, args...); err != nil {
		return nil, nil, nil, err
	}
	return to, []string{"bundle", "return", b.File}, func(killed bool) error {
		if err := sound(to); err != nil {
			return err
		}
		var r returned
		if err := to.ask(&r, "bundle", "return", b.File); err != nil || len(r.Refused) > 0 {
			return fmt.Errorf("%+v, %w", r, err)
		}
		return nil
	}, nil
}
