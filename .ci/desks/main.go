// Command desks has several people work one queue with the real program, in real terminals: three on one machine, two over SSH, and
// a shell that asks all along. By script each takes ten people in, they reach for the same request at once, leave notes, close, hand
// over seven at once, erase somebody, and leave something half typed; meanwhile whoever has the store is killed, the service and a desk
// in turn. In a book of its own it keeps what was confirmed, on a screen or by a command that ended well. In the end each of it is there,
// once; check finds nothing; nobody saw what another had half typed; and no word that was typed stands in a log.
//
//	go run ./.ci/desks                        ten minutes, in Dutch
//	go run ./.ci/desks -for 60s -lang en
//	go run ./.ci/desks -race                  with the race detector in the program
//	go run ./.ci/desks -load -for 30m         50 sessions, 10 keys and 1 action a minute each
//	go run ./.ci/desks -kills 100             whoever has the store is killed at the moment that another saves
//	go run ./.ci/desks -bad                   what people and networks get wrong
//
// All of it stays on this machine and in one folder. It is no part of the program: go build and go vet pass over folders that begin with a dot.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// options are what the command was asked.
type options struct {
	length   time.Duration
	lang     string
	race     bool
	seed     int64
	local    int // desks on this machine
	remote   int // desks over SSH
	sessions int // of -load
	kills    int
	keep     string
	program  string
}

func main() {
	var o options
	load := flag.Bool("load", false, "many sessions on one store, instead")
	flag.IntVar(&o.kills, "kills", 0, "so many kills at the moment of saving, instead")
	bad := flag.Bool("bad", false, "bad input, instead")
	flag.DurationVar(&o.length, "for", 0, "how long (10m; with -load 30m)")
	flag.StringVar(&o.lang, "lang", "nl", "the language of the screens: nl or en")
	flag.BoolVar(&o.race, "race", false, "build the program with the race detector")
	flag.Int64Var(&o.seed, "seed", 1, "of the moments at which is killed")
	flag.IntVar(&o.local, "local", 3, "desks on this machine")
	flag.IntVar(&o.remote, "ssh", 2, "desks over SSH")
	flag.IntVar(&o.sessions, "sessions", 50, "sessions of -load")
	flag.StringVar(&o.keep, "keep", "", "a folder to leave everything in")
	flag.StringVar(&o.program, "program", "", "a program that was built before")
	flag.Parse()
	what, usual := day, 10*time.Minute
	switch {
	case *load:
		what, usual = many, 30*time.Minute
	case *bad:
		what = wrong
	case o.kills > 0:
		what = cut
	}
	if o.length == 0 {
		o.length = usual
	}
	if err := run(o, what); err != nil {
		fmt.Fprintln(os.Stderr, "RED:", err)
		os.Exit(1)
	}
}

// staff are the people who work here; the first is coordinator and administrator.
var staff = []string{"Samira", "Noor", "Joke", "Pieter", "Fatma"}

func run(o options, what func(*house, options) error) (err error) {
	if runtime.GOOS != "linux" {
		return errors.New("who has the store is read from /proc: run this on Linux")
	}
	dir := o.keep
	if dir == "" {
		if dir, err = os.MkdirTemp("", "desks-"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	h, err := found(dir, o, staff)
	if err != nil {
		return err
	}
	before := load()
	if err := what(h, o); err != nil {
		h.fault("%v", err)
	}
	fmt.Printf("   %d processors, load %s at the start and %s at the end\n", runtime.NumCPU(), before, load())
	if n := len(h.faults); n > 0 {
		return fmt.Errorf("%d faults", n)
	}
	return nil
}

// busy tells that times are not to be judged: the machine has far more to do, or the program finds races meanwhile.
func busy(o options) bool {
	n, err := strconv.ParseFloat(load(), 64)
	return err != nil || o.race || n > 3*float64(runtime.NumCPU())
}

// load is how busy the machine is, over a minute.
func load() string {
	all, _ := os.ReadFile("/proc/loadavg")
	first, _, _ := strings.Cut(string(all), " ")
	return first
}
