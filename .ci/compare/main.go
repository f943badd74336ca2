// Command compare measures what the design promises, side by side in one run with whatever does the same work. It says a table: what,
// ours, what stands beside it, the ratio, the goal, and whether that was reached.
//
// Figures are medians of several runs in turn (-n), or say how much something grew from the smallest archive to the largest. Rooms are
// named on the command line; without a name all are measured:
//
//	writers    durable actions a second of 32 who write at once: the store against SQLite in WAL mode with synchronous=FULL, both by 32 of
//	           its shells and by one alone, whichever does more
//	socket     a command through the socket of a running app against the same on a store of its own
//	commands   list, search, add and --version against sqlite3's shell, Taskwarrior and a bare Go program
//	bulk       import in order and mixed, what is on disk, check and backup
//	store      one action against a bare put of bbolt in the same file
//	search     typing ahead against FTS5 of SQLite with prefix='1 2 3'
//	terminal   keys, bytes, start, exit and memory in a real pseudo-terminal; the start against Bubble Tea's own hello at 120 frames a second
//	others     the same work in neomutt, tig, VisiData, fzf and calcurse
//	learning   pairs against the bare assignment, the matrix of a class, offers (these run the benchmarks that stand beside the code)
//
// What others it needs it installs where it may (Debian, as root). A machine that does something else makes times longer and ratios wild:
// the load is said at both ends. It is no part of the program: go build and go vet pass over folders that begin with a dot.
//
//	go run ./.ci/compare                                    all, 1,000 and 100,000 requests: a quarter of an hour
//	go run ./.ci/compare -million                           1,000,000 as well: an hour
//	go run ./.ci/compare -sizes 1000 -n 7 terminal others   two rooms, small
//	go run ./.ci/compare -hold writers socket               ends in red when a goal is not reached
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"leerbalie/.ci/tty"
)

// compare is one run.
type compare struct {
	table
	dir     string // where everything is made
	program string
	sizes   []int
	n       int // how often each is run
	length  time.Duration
	at      int // how many write at once
	rounds  int // how often they do
}

func main() {
	tty.Become()
	c := &compare{}
	sizes := flag.String("sizes", "1000,100000", "how many requests the archives have")
	million := flag.Bool("million", false, "an archive of 1,000,000 as well")
	flag.IntVar(&c.n, "n", 21, "how often each command runs; 7 is the least that says something")
	flag.DurationVar(&c.length, "for", 4*time.Second, "how long writers write")
	flag.IntVar(&c.at, "writers", 32, "how many write at once")
	flag.IntVar(&c.rounds, "rounds", 7, "how often they do, in turn with SQLite")
	flag.StringVar(&c.program, "program", "", "a program that was built before")
	flag.StringVar(&c.dir, "in", "", "a folder in which archives stay, for the next run; it must not be of a disk in memory")
	flag.BoolVar(&c.held, "hold", false, "end in red when a goal is not reached")
	flag.Parse()
	for size := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil || n < 100 {
			fmt.Fprintln(os.Stderr, "a size is a number of at least 100:", size)
			os.Exit(2)
		}
		c.sizes = append(c.sizes, n)
	}
	if *million {
		c.sizes = append(c.sizes, 1_000_000)
	}
	slices.Sort(c.sizes)
	if err := c.run(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "RED:", err)
		os.Exit(1)
	}
}

// room is a part of what is measured. Those of each size are run for one after another.
type room struct {
	name    string
	measure func() error
}

func (c *compare) rooms() []room {
	each := func(measure func(rows int) error) func() error {
		return func() error {
			for _, rows := range c.sizes {
				if err := measure(rows); err != nil {
					return fmt.Errorf("%d requests: %w", rows, err)
				}
			}
			return nil
		}
	}
	return []room{{"writers", c.writers}, {"socket", each(c.socket)}, {"commands", c.commands}, {"bulk", c.bulk}, {"store", each(c.action)}, {"search", each(c.search)},
		{"terminal", c.terminal}, {"others", c.others}, {"learning", c.learning}}
}

func (c *compare) run(asked []string) (err error) {
	for _, name := range asked {
		if !slices.ContainsFunc(c.rooms(), func(r room) bool { return r.name == name }) {
			return fmt.Errorf("there is no room %q", name)
		}
	}
	if c.dir == "" {
		if c.dir, err = os.MkdirTemp("", "compare-"); err != nil {
			return err
		}
		defer os.RemoveAll(c.dir)
		stop := make(chan os.Signal, 1)
		signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
		go func(dir string) { // what runs in a terminal of ours ends with us
			<-stop
			for range 20 { // a command that runs still writes
				_ = os.RemoveAll(dir)
				time.Sleep(50 * time.Millisecond)
			}
			os.Exit(1)
		}(c.dir)
	} else if err = os.MkdirAll(c.dir, 0o700); err != nil {
		return err
	}
	if c.dir, err = filepath.Abs(c.dir); err != nil {
		return err
	}
	if c.program == "" {
		c.program, err = c.build("leerbalie", ".")
	} else {
		c.program, err = filepath.Abs(c.program)
	}
	if err != nil {
		return err
	}
	fmt.Printf("   %d processors, load %s, %s requests\n", runtime.NumCPU(), load(), strings.Join(strings.Fields(strings.Trim(fmt.Sprint(c.sizes), "[]")), " and "))
	var failed []error
	for _, r := range c.rooms() {
		if len(asked) > 0 && !slices.Contains(asked, r.name) {
			continue
		}
		if err := r.measure(); err != nil { // the others are measured all the same
			failed = append(failed, fmt.Errorf("%s: %w", r.name, err))
			fmt.Println("   RED, as is told below:", r.name)
		}
	}
	fmt.Printf("   load %s\n", load())
	if len(c.missed) > 0 {
		missed := fmt.Errorf("not reached: %s", strings.Join(c.missed, "; "))
		if c.held {
			failed = append(failed, missed)
		} else {
			fmt.Println("   ", missed)
		}
	}
	return errors.Join(failed...)
}

// build builds a program of this repository.
func (c *compare) build(name, from string) (string, error) {
	path := filepath.Join(c.dir, name)
	if out, err := exec.Command("go", "build", "-trimpath", "-o", path, from).CombinedOutput(); err != nil {
		return "", fmt.Errorf("building: %w\n%s", err, out)
	}
	return path, nil
}

// place is where an archive of a size is, with a name of its own.
func (c *compare) place(name string, rows int) place {
	return place{filepath.Join(c.dir, fmt.Sprint(name, rows)), c.program}
}

// archive is the place with so many requests that rooms share.
func (c *compare) archive(rows int) (place, error) {
	p := c.place("archive", rows)
	return p, p.fill(rows)
}

// least and most are the sizes that growth is told between.
func (c *compare) least() int { return c.sizes[0] }
func (c *compare) most() int  { return c.sizes[len(c.sizes)-1] }

// need finds a program, and installs the package that has it where that may be done. Error: it is not there.
func need(program, pack string) (string, error) {
	if path, err := exec.LookPath(program); err == nil {
		return path, nil
	}
	if _, err := exec.LookPath("apt-get"); err == nil && os.Getuid() == 0 {
		install := exec.Command("sh", "-c", "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "+pack)
		if out, err := install.CombinedOutput(); err != nil {
			return "", fmt.Errorf("installing %s: %w: %s", pack, err, out)
		}
	}
	path, err := exec.LookPath(program)
	if err != nil {
		err = fmt.Errorf("%s is missing: install %s", program, pack)
	}
	return path, err
}

// load is how busy the machine is, over a minute.
func load() string {
	all, _ := os.ReadFile("/proc/loadavg")
	first, _, _ := strings.Cut(string(all), " ")
	return first
}
