// Command release makes what people install: an archive for each system and machine, with the program, its guides, manual pages and
// completions, and the checksums of all of them beside.
//
//	go run ./.ci/release               all archives of the commit that is checked out, in dist/
//	go run ./.ci/release -o DIR        elsewhere; DIR is made, or is empty
//	go run ./.ci/release -systems linux/arm64,windows/amd64
//	go run ./.ci/release -altered      also where the folder has changes that are in no commit: to try, not to hand out
//	go run ./.ci/release -stamp 1.2.0,COMMIT,2026-11-30T12:00:00Z     of sources without git
//
// The number is that of the tag on the commit (v1.2.0); without a tag it is no release, and the names say so. The same commit, built by the
// same Go, gives the same bytes anywhere: paths, users, times and the order of a disk are not in them. It makes everything twice, the
// second time from a copy of the sources in another folder, and ends in red when a byte differs.
//
// It needs Go, and git to ask which commit this is. It is no part of the program: go build and go vet pass over folders that begin with a
// dot.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"time"
)

// systems are those for which there is an archive, as Go names them.
var systems = []string{"darwin/amd64", "darwin/arm64", "linux/amd64", "linux/arm64", "windows/amd64", "windows/arm64"}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "RED:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	began := time.Now()
	flags := flag.NewFlagSet("release", flag.ContinueOnError)
	out := flags.String("o", "dist", "the folder for the archives")
	only := flags.String("systems", strings.Join(systems, ","), "for which systems")
	altered := flags.Bool("altered", false, "also with changes that are in no commit")
	given := flags.String("stamp", "", "NUMBER,COMMIT,DATE, where there is no git to ask")
	if err := flags.Parse(args); err != nil {
		return err
	}
	var of stamp
	var err error
	if *given != "" {
		of, err = parseStamp(*given)
	} else {
		of, err = ask(ctx, ".", *altered)
	}
	if err != nil {
		return err
	}
	made, err := twice(ctx, of, strings.Split(*only, ","), *out)
	if err != nil {
		return err
	}
	for _, name := range made {
		fmt.Println("   " + name)
	}
	fmt.Printf("   %s: %d files in %s, made twice and the same, in %d s\n", of, len(made), *out, int(time.Since(began).Seconds()))
	return nil
}
