package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// journey is a centre, a teacher's laptop, and what both did.
type journey struct {
	centre, laptop *machine
	stick          string
	teacher        string
	groups         []string // of the teacher
	pieces         []piece  // of evidence that she may judge
	clashes        int
}

// label is what the laptop is called.
const label = "laptop een"

// piece is a piece of evidence, the code of something that it shows, and two of the levels on which that is judged.
type piece struct {
	ID, Student, Code string
	Levels            [2]string
}

// bundle is what bundle take says.
type bundle struct {
	File       string
	For        string
	Code       string
	Students   int
	Evidence   int
	Residents  int
	Changes    int
	Judgements int
	Withheld   int
}

// returned is what bundle return says.
type returned struct {
	Changes, Conflicts, Acknowledged, Missing, Judgements int
	Refused                                               []struct{ Reason string }
}

func run(kills int, seed int64, keep string) error {
	dir := keep
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "away-"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	program, err := built(dir, 0)
	if err != nil {
		return err
	}
	ahead, err := built(dir, 75*365*24*time.Hour)
	if err != nil {
		return err
	}
	behind, err := built(dir, -time.Hour)
	if err != nil {
		return err
	}
	j := &journey{stick: filepath.Join(dir, "stick")}
	if err := os.MkdirAll(j.stick, 0o700); err != nil {
		return err
	}
	if j.centre, err = newMachine(filepath.Join(dir, "centre"), program); err != nil {
		return err
	}
	if err := j.centre.neighbourhood(seed); err != nil {
		return err
	}
	if err := j.leave(filepath.Join(dir, "laptop"), program); err != nil {
		return fmt.Errorf("leaving: %w", err)
	}
	if err := j.work(ahead, behind); err != nil {
		return fmt.Errorf("working: %w", err)
	}
	if err := j.tampered(); err != nil {
		return fmt.Errorf("a bundle that was altered: %w", err)
	}
	if err := errors.Join(j.centre.park(), j.laptop.park()); err != nil {
		return err
	}
	for _, first := range []string{"laptop", "centre"} {
		if err := j.orders(filepath.Join(dir, "stick, the "+first+" first"), first == "centre"); err != nil {
			return fmt.Errorf("returning, the %s first: %w", first, err)
		}
	}
	if err := j.killed(filepath.Join(dir, "stick of kills"), kills, rand.New(rand.NewSource(seed))); err != nil {
		return fmt.Errorf("killing: %w", err)
	}
	return nil
}

// leave makes the bundle, and a laptop of it.
func (j *journey) leave(dir, program string) error {
	var teachers []struct {
		Name   string
		Groups []struct{ Name string }
	}
	if err := j.centre.ask(&teachers, "person", "list", "--role", "teacher", "--limit", "0"); err != nil {
		return err
	}
	if len(teachers) == 0 || len(teachers[0].Groups) < 2 {
		return errors.New("nobody teaches two groups")
	}
	j.teacher = teachers[0].Name
	for _, g := range teachers[0].Groups {
		j.groups = append(j.groups, g.Name)
	}
	var b bundle
	if err := j.centre.ask(&b, "bundle", "take", "--for", j.teacher, "--label", label, "-o", j.stick); err != nil {
		return err
	}
	fmt.Printf("a bundle for %s: %d changes, %d students, %d pieces of evidence, %d residents, %d texts stay home\n", b.For, b.Changes, b.Students, b.Evidence, b.Residents, b.Withheld)
	if b.Residents != 0 || b.Students == 0 || b.Evidence == 0 || len(strings.Fields(b.Code)) != 5 {
		return fmt.Errorf("the bundle is %+v", b)
	}
	var err error
	if j.laptop, err = newMachine(dir, program); err != nil {
		return err
	}
	if err := errors.Join(j.laptop.secret("code", b.Code), j.laptop.secret("passphrase", "vijf losse woorden achter elkaar")); err != nil {
		return err
	}
	if _, err := j.laptop.try("bundle", "open", b.File); err != nil {
		return err
	}
	if _, err := same(j.centre, j.laptop); err != nil {
		return err
	}
	return j.evidence()
}

// evidence lists what the teacher may judge, on the laptop.
func (j *journey) evidence() error {
	var frameworks []struct{ ID string }
	if err := j.laptop.ask(&frameworks, "framework", "list", "--limit", "0"); err != nil {
		return err
	}
	codes, levels := map[string]string{}, map[string][2]string{}
	for _, f := range frameworks {
		type scale struct{ Levels []struct{ Name string } }
		var list struct {
			Scales []scale
			Nodes  []struct {
				ID, Code string
				Scale    int
			}
		}
		if err := j.laptop.ask(&list, "framework", "show", f.ID); err != nil {
			return err
		}
		for _, n := range list.Nodes {
			of := list.Scales[n.Scale].Levels
			codes[n.ID], levels[n.ID] = n.Code, [2]string{of[1].Name, of[2].Name}
		}
	}
	var list []struct {
		ID      string
		Student struct{ Name string }
		Nodes   []string
	}
	if err := j.laptop.ask(&list, "evidence", "list", "--limit", "0"); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, e := range list {
		if len(e.Nodes) > 0 && codes[e.Nodes[0]] != "" && !seen[e.ID] {
			seen[e.ID] = true
			j.pieces = append(j.pieces, piece{e.ID, e.Student.Name, codes[e.Nodes[0]], levels[e.Nodes[0]]})
		}
	}
	if len(j.pieces) < 12 {
		return fmt.Errorf("she may judge %d pieces only", len(j.pieces))
	}
	slices.SortStableFunc(j.pieces, func(a, b piece) int { return cmp.Compare(a.Student, b.Student) })
	return nil
}

func (m *machine) judges(p piece, level int, reason string, more ...string) error {
	_, err := m.try(append([]string{"assess", "give", p.ID, p.Code + "=" + p.Levels[level], "--reason", reason}, more...)...)
	return err
}

// work is what both sides do meanwhile: twelve judgements on the laptop, with clocks that are wrong; and at the centre judgements of the
// same evidence, other data of the same students, and one who moves to another group.
func (j *journey) work(ahead, behind string) error {
	for i, p := range j.pieces[:12] {
		if j.laptop.program = ahead; i >= 6 {
			j.laptop.program = behind
		}
		if err := j.laptop.judges(p, 0, fmt.Sprintf("woord-van-onderweg %d", i)); err != nil {
			return err
		}
		if err := j.centre.judges(p, 1, fmt.Sprintf("woord-van-het-centrum %d", i), "--as", j.teacher); err != nil {
			return err
		}
	}
	// Both sides decide about the same student, apart from each other, and not the same.
	decide := []string{"assess", "decide", j.pieces[0].Student, "--reason", "uren en werk gezien"}
	if err := j.laptop.all(append(decide, "--met")); err != nil {
		return err
	}
	if err := j.centre.all(append(slices.Clone(decide), "--not-met", "--as", j.teacher), []string{"student", "edit", j.pieces[0].Student, "--email", "ander@school.example"},
		[]string{"student", "edit", j.pieces[len(j.pieces)-1].Student, "--group", j.groups[0]}); err != nil {
		return err
	}
	return nil
}

// tampered tries bundles that somebody altered, in both languages: each is refused with a sentence, and nothing is changed.
func (j *journey) tampered() error {
	var b bundle
	if err := j.laptop.ask(&b, "bundle", "take", "-o", filepath.Join(j.stick, "altered.bundle")); err != nil {
		return err
	}
	whole, err := os.ReadFile(b.File)
	if err != nil {
		return err
	}
	before, err := j.centre.digests()
	if err != nil {
		return err
	}
	for what, body := range map[string][]byte{
		"turned over": func() []byte { b := bytes.Clone(whole); b[len(b)/2] ^= 4; return b }(),
		"cut by one":  whole[:len(whole)-1], "cut in half": whole[:len(whole)/2], "nothing": nil,
		"added to": append(bytes.Clone(whole), 'x'), "none": []byte("leerbalie"),
	} {
		path := filepath.Join(j.stick, "bad.bundle")
		if err := os.WriteFile(path, body, 0o600); err != nil {
			return err
		}
		said := map[string]bool{}
		for _, lang := range []string{"nl", "en"} {
			_, err := j.centre.try("bundle", "return", path, "--lang", lang)
			if err == nil || !strings.Contains(err.Error(), "exit status 1") || strings.Contains(err.Error(), "panic") {
				return fmt.Errorf("%s: %v", what, err)
			}
			said[err.Error()[strings.Index(err.Error(), "exit status 1"):]] = true
		}
		if len(said) != 2 {
			return fmt.Errorf("%s: it says the same in both languages: %v", what, said)
		}
	}
	after, err := j.centre.digests()
	if err == nil && fmt.Sprint(before) != fmt.Sprint(after) {
		err = errors.New("something was changed")
	}
	return err
}

// bring takes a bundle from one machine to the other, and returns it there, twice when asked.
func (j *journey) bring(from, to *machine, twice bool) (r returned, err error) {
	args := []string{"bundle", "take", "-o", j.stick}
	if from == j.centre {
		args = append(args, "--for", label)
	}
	var b bundle
	if err := from.ask(&b, args...); err != nil {
		return r, err
	}
	if err := to.ask(&r, "bundle", "return", b.File); err != nil || !twice {
		return r, err
	}
	var again returned
	if err := to.ask(&again, "bundle", "return", b.File); err != nil || again.Changes != 0 {
		return r, fmt.Errorf("the second time %d changes came: %v", again.Changes, err)
	}
	return r, nil
}

// again is the journey as it was parked, with a stick of its own.
func (j *journey) again(stick string) (*journey, error) {
	k := *j
	var err error
	if k.centre, err = j.centre.unpark(); err != nil {
		return nil, err
	}
	if k.laptop, err = j.laptop.unpark(); err != nil {
		return nil, err
	}
	k.stick = stick
	return &k, os.MkdirAll(stick, 0o700)
}

// orders returns the bundles in one order, on copies of both machines, and looks at what both hold then.
func (j *journey) orders(dir string, centreFirst bool) error {
	k, err := j.again(dir)
	if err != nil {
		return err
	}
	centre, laptop := k.centre, k.laptop
	var first bundle // of the centre, before the laptop came back: it has no key there yet
	if centreFirst {
		if err := laptop.ask(&first, "bundle", "take", "-o", k.stick); err != nil {
			return err
		}
	}
	there, err := k.bring(laptop, centre, true)
	if err != nil {
		return err
	}
	if there.Judgements != 12 || len(there.Refused) != 0 || there.Conflicts == 0 {
		return fmt.Errorf("at the centre came %+v", there)
	}
	if centreFirst { // the older bundle comes late
		var late returned
		if err := centre.ask(&late, "bundle", "return", first.File); err != nil || late.Changes != 0 {
			return fmt.Errorf("a bundle that came late: %+v, %v", late, err)
		}
	}
	back, err := k.bring(centre, laptop, true)
	if err != nil {
		return err
	}
	if back.Judgements != 12 || back.Acknowledged == 0 || back.Missing != 0 {
		return fmt.Errorf("on the laptop came %+v", back)
	}
	n, err := same(centre, laptop)
	if err != nil {
		return err
	}
	if err := k.settle(); err != nil {
		return err
	}
	if _, err := same(centre, laptop); err != nil {
		return fmt.Errorf("after settling: %w", err)
	}
	fmt.Printf("%d classes and scopes are the same on both; settled %d clashes\n", n, k.clashes)
	return k.looked()
}

// settle decides what clashes, at the centre, and takes that to the laptop.
func (j *journey) settle() error {
	var list []struct{ ID string }
	if err := j.centre.ask(&list, "conflicts", "list", "--limit", "0"); err != nil {
		return err
	}
	if len(list) == 0 {
		return errors.New("nothing clashes")
	}
	for _, c := range list {
		if _, err := j.centre.try("conflicts", "settle", c.ID, "--take", "A", "--reason", "samen nagekeken", "--as", j.teacher); err != nil {
			return err
		}
	}
	j.clashes = len(list)
	if err := j.centre.ask(&list, "conflicts", "list", "--limit", "0"); err != nil || len(list) > 0 {
		return fmt.Errorf("%d still clash: %v", len(list), err)
	}
	_, err := j.bring(j.centre, j.laptop, false)
	return err
}
