package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"time"
)

// stamp says what is released. The program tells it when it is asked for its version.
type stamp struct {
	number  string // of the tag; unreleased without one
	commit  string
	date    time.Time // of the commit; every file in an archive bears it
	altered bool      // there are changes that are in no commit
}

const unreleased = "dev"

var (
	numberForm = regexp.MustCompile(`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$`)
	commitForm = regexp.MustCompile(`^[0-9a-f]{40}([0-9a-f]{24})?$`)
)

// String is the stamp as the program reads it: see command.VersionOf.
func (s stamp) String() string {
	text := s.number + "," + s.commit + "," + s.date.Format(time.RFC3339)
	if s.altered {
		text += ",altered"
	}
	return text
}

// name is what the archives are called by: the number, and for what is no release the day and the commit.
func (s stamp) name() string {
	name := "leerbalie-" + s.number
	if s.number == unreleased {
		name += "-" + s.date.Format("20060102") + "-" + s.commit[:12]
	}
	if s.altered {
		name += "-altered"
	}
	return name
}

// parseStamp reads NUMBER,COMMIT,DATE.
func parseStamp(text string) (s stamp, err error) {
	words := strings.Split(text, ",")
	if len(words) != 3 {
		return s, fmt.Errorf("%q is not NUMBER,COMMIT,DATE", text)
	}
	s.number, s.commit = words[0], words[1]
	if s.number != unreleased && !numberForm.MatchString(s.number) {
		return s, fmt.Errorf("%q is no number of a version, such as 1.2.0", s.number)
	}
	if !commitForm.MatchString(s.commit) {
		return s, fmt.Errorf("%q is no commit: give all of it", s.commit)
	}
	s.date, err = time.Parse(time.RFC3339, words[2])
	s.date = s.date.UTC()
	if err == nil && (s.date.Year() < 2000 || s.date.Year() > 2100) {
		err = fmt.Errorf("%s is no day of a commit", words[2]) // an archive cannot hold it either
	}
	return s, err
}

// ask asks git which commit a folder is. Errors: for changes that are in no commit, unless they are allowed; for two tags on one
// commit, which would be two numbers for one program.
func ask(ctx context.Context, root string, allow bool) (s stamp, err error) {
	changes, err := git(ctx, root, "status", "--porcelain")
	if err != nil {
		return s, err
	}
	if changes != "" && !allow {
		return s, fmt.Errorf("there are changes that are in no commit; a release is of a commit (-altered makes one to try):\n%s", changes)
	}
	tags, err := git(ctx, root, "tag", "--points-at", "HEAD", "--list", "v*")
	if err != nil {
		return s, err
	}
	number := unreleased
	switch all := strings.Fields(tags); len(all) {
	case 0:
	case 1:
		number = strings.TrimPrefix(all[0], "v")
	default:
		return s, fmt.Errorf("the commit has the tags %s: a release has one number", strings.Join(all, " "))
	}
	commit, err := git(ctx, root, "show", "--no-patch", "--format=%H,%cI", "HEAD")
	if err != nil {
		return s, err
	}
	s, err = parseStamp(number + "," + commit)
	s.altered = changes != ""
	return s, err
}

// git asks git something about a folder.
func git(ctx context.Context, root string, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, "git", append([]string{"-C", root}, args...)...).Output()
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("git is missing: install it, or say which commit this is with -stamp")
	}
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		return "", fmt.Errorf("git %s: %s", args[0], strings.TrimSpace(string(failed.Stderr)))
	}
	return strings.TrimSpace(string(out)), err
}
