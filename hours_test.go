package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestWhoReadsProgressReadsTheHours: model/learning does not know what counts as hours, so whoever shows how students stand reads it in
// model/hours. Otherwise two pages would say different figures.
func TestWhoReadsProgressReadsTheHours(t *testing.T) {
	past := regexp.MustCompile(`learning\.Read(Progress|ClassProgress|Matrix)\(`)
	read := 0
	err := filepath.WalkDir("ui", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if past.Match(b) {
			t.Errorf("%s reads progress without hours: call model/hours, which has the same functions", path)
		}
		read += strings.Count(string(b), "hours.Read")
		return nil
	})
	if err != nil || read == 0 {
		t.Fatal(err, read)
	}
}
