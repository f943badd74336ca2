package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
)

// looked looks for residents in all that the laptop ever said and holds, and for anybody in its file.
func (j *journey) looked() error {
	var residents []struct{ Name, Phone string }
	if err := j.centre.ask(&residents, "resident", "list", "--limit", "0"); err != nil {
		return err
	}
	var people, students []struct{ Name, Email string }
	if err := errors.Join(j.centre.ask(&people, "person", "list", "--limit", "0"), j.centre.ask(&students, "student", "list", "--limit", "0")); err != nil {
		return err
	}
	known := map[string]bool{}
	hidden := []string{"woord-van-onderweg", "woord-van-het-centrum"}
	for _, p := range append(people, students...) {
		known[p.Name] = true
		hidden = append(hidden, p.Name)
		if p.Email != "" {
			hidden = append(hidden, p.Email)
		}
	}
	var canaries []string
	for _, r := range residents {
		if !known[r.Name] {
			canaries = append(canaries, r.Name)
		}
		if r.Phone != "" {
			canaries = append(canaries, r.Phone)
		}
	}
	for _, c := range canaries {
		if bytes.Contains(j.laptop.out, []byte(c)) {
			return fmt.Errorf("the laptop said %q", c)
		}
	}
	for _, dir := range []string{filepath.Join(j.laptop.dir, "data"), filepath.Join(j.laptop.dir, "state"), filepath.Join(j.laptop.dir, "tmp"), j.stick} {
		found, err := finds(dir, append(slices.Clone(canaries), hidden...))
		if err != nil || len(found) > 0 {
			return fmt.Errorf("on the laptop %v: %v", found, err)
		}
	}
	fmt.Printf("0 of %d things of residents, and 0 of %d names and words, in the files of the laptop and on the stick\n", len(canaries), len(hidden))
	return nil
}
