// Command voice lets espeak-ng read aloud what the app tells without a screen: the sessions that ui/uitest/terminal keeps as transcripts, each
// into a sound file of its folder. It fails where something of them is a sign, or nothing came out.
//
//	go run ./.ci/voice -o FOLDER
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"leerbalie/ui/say"
)

func main() {
	into := flag.String("o", os.TempDir(), "where the sound goes")
	flag.Parse()
	if err := readAll(*into); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func readAll(into string) error {
	paths, err := filepath.Glob("ui/uitest/terminal/testdata/linear/*.golden")
	if err == nil && len(paths) == 0 {
		err = fmt.Errorf("no transcripts: is this the folder of the repository?")
	}
	for _, path := range paths {
		if err == nil {
			err = read(path, into)
		}
	}
	return err
}

// read lets one transcript be read.
func read(path, into string) error {
	body, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var told strings.Builder
	for _, line := range strings.Split(string(body), "\n") {
		quoted, ok := strings.CutPrefix(line, "    ")
		if !ok {
			continue
		}
		text, err := strconv.Unquote(quoted)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", path, quoted, err)
		}
		told.WriteString(strings.NewReplacer("\r\n", "\n", "\b", "").Replace(text))
	}
	for _, r := range told.String() {
		if r != '\n' && say.Sign(r) {
			return fmt.Errorf("%s: %q is a sign", path, r)
		}
	}
	name := strings.TrimSuffix(filepath.Base(path), ".golden")
	sound := filepath.Join(into, name+".wav")
	cmd := exec.Command("espeak-ng", "-v", name[strings.LastIndex(name, "-")+1:], "-w", sound, "--stdin")
	cmd.Stdin = strings.NewReader(told.String())
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		return fmt.Errorf("%s: %v: %s", path, err, out)
	}
	info, err := os.Stat(sound)
	if err != nil {
		return err
	}
	const rate = 22050 * 2 // bytes of a second
	if info.Size() < rate {
		return fmt.Errorf("%s: less than a second is heard", path)
	}
	fmt.Printf("%s: %d s of speech, %d characters\n", sound, info.Size()/rate, told.Len())
	return nil
}
