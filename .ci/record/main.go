// Command record makes the recording that README shows: a session with the real program on its example, typed by a script, as a picture
// that moves. It is one SVG for each language, with text as text, light or dark as whoever looks has it, and without a script inside.
//
// The program is built as it is, but for its clock, which begins at a moment that is always the same. Each step waits for what must stand
// on the screen then: a program that does something else ends it in red. So .ci/recording tells when the recording can no longer be made.
//
//	go run ./.ci/record                  writes docs/pictures/session.nl.svg and session.en.svg
//	go run ./.ci/record -o DIR           writes them there
//	go run ./.ci/record -o DIR -frames   and each frame as a picture of its own, to look at
//
// It is no part of the program: go build and go vet pass over folders that begin with a dot.
package main

import (
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"leerbalie/.ci/tty"
)

// The size of the screen in cells, and of a picture in bytes.
const (
	columns = 100
	rows    = 28
	most    = 400_000
)

func main() {
	tty.Become()
	dir := flag.String("o", filepath.Join("docs", "pictures"), "where the recordings are written")
	frames := flag.Bool("frames", false, "write each frame as well")
	flag.Parse()
	if err := record(*dir, *frames); err != nil {
		fmt.Fprintln(os.Stderr, "RED:", err)
		os.Exit(1)
	}
}

func record(dir string, frames bool) error {
	work, err := os.MkdirTemp("", "record-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	program, err := build(work)
	if err != nil {
		return err
	}
	all := languages()
	movies, failed := make([]*movie, len(all)), make([]error, len(all))
	var both sync.WaitGroup
	for i, said := range all {
		both.Go(func() { movies[i], failed[i] = film(work, program, said) })
	}
	both.Wait()
	if err := errors.Join(failed...); err != nil {
		return err
	}
	for i, said := range all {
		m := movies[i]
		picture := m.svg(said.lang, said.title, said.tells)
		if err := sound(picture); err != nil {
			return fmt.Errorf("%s: %w", said.lang, err)
		}
		path := filepath.Join(dir, "session."+said.lang+".svg")
		if err := os.WriteFile(path, []byte(picture), 0o644); err != nil {
			return err
		}
		fmt.Printf("   %s: %d frames, %.0f s, %d kB\n", path, len(m.frames), m.length().Seconds(), len(picture)/1000)
		if !frames {
			continue
		}
		for i := range m.frames {
			path := filepath.Join(dir, fmt.Sprintf("frame.%s.%03d.svg", said.lang, i))
			if err := os.WriteFile(path, []byte(m.still(i, said.lang, said.title, said.tells)), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// film records the session of a language on a light and on a dark terminal, side by side. Where what is seen differs, the machine was too busy
// for the pace: it is done again, more calmly.
func film(work, program string, said words) (m *movie, err error) {
	for quiet := 120 * time.Millisecond; quiet < time.Second; quiet *= 2 {
		var seen [2][]frame
		var failed [2]error
		var both sync.WaitGroup
		for i, light := range []bool{true, false} {
			both.Go(func() { seen[i], failed[i] = play(work, program, said, light, quiet) })
		}
		both.Wait()
		if err = errors.Join(failed[:]...); err == nil {
			m, err = newMovie(seen[0], seen[1])
		}
		if err == nil {
			return m, nil
		}
	}
	return nil, fmt.Errorf("%s: %w", said.lang, err)
}

// sound tells what is wrong with a picture: it is too large, no XML, or holds something that may not run.
func sound(picture string) error {
	if len(picture) > most {
		return fmt.Errorf("the picture is %d bytes, more than %d", len(picture), most)
	}
	for d := xml.NewDecoder(strings.NewReader(picture)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok && (start.Name.Local == "script" || start.Name.Local == "foreignObject") {
			return fmt.Errorf("the picture has a %s in it", start.Name.Local)
		}
	}
}
