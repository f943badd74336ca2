package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// moment is when every recording is made: a Tuesday morning.
const moment = "2026-11-24T10:12:05+01:00"

// clocked are the files that hand the clock to the program.
var clocked = []string{"main.go", "store/home/home.go"}

// build builds the program as it is, but for its clock: it begins at the moment of the recording.
func build(dir string) (string, error) {
	replaced := map[string]string{}
	for i, path := range clocked {
		source, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		text := strings.ReplaceAll(string(source), "time.Now", "recorded")
		if text == string(source) {
			return "", fmt.Errorf("%s hands out no clock any longer", path)
		}
		text += fmt.Sprintf(`
var recordingBegan = time.Now()

func recorded() time.Time {
	at, _ := time.Parse(time.RFC3339, %q)
	return at.Add(time.Since(recordingBegan) / 100) // on a machine that is busy it shows the same
}
`, moment)
		from, err := filepath.Abs(path)
		if err != nil {
			return "", err
		}
		replaced[from] = filepath.Join(dir, fmt.Sprintf("clock%d.go", i))
		if err := os.WriteFile(replaced[from], []byte(text), 0o600); err != nil {
			return "", err
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		return "", err
	}
	list, program := filepath.Join(dir, "overlay.json"), filepath.Join(dir, "leerbalie")
	if err := os.WriteFile(list, overlay, 0o600); err != nil {
		return "", err
	}
	if out, err := exec.Command("go", "build", "-overlay", list, "-o", program, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("building: %w\n%s", err, out)
	}
	return program, nil
}
