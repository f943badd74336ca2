package command

import (
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/ui/text"
)

// Choose reads a value from a list of choices, by code or by any name it goes by, in the language of this run, too.
func (r *Run) Choose(flag, value string, of model.Codes) (string, error) {
	if value == "" {
		return "", nil
	}
	if c, ok := r.Words.Known(of).Find(value); ok {
		return c.Code, nil
	}
	codes := make([]string, len(of))
	for i, c := range of {
		codes[i] = c.Code
	}
	return "", Misuse("cli.choice", "what", flag, "value", value, "choices", strings.Join(codes, ", "))
}

// Reading opens a file to read and gives what closes it; - is the standard input. Errors: Invalid for a folder, those of the
// disk, and a misuse for any file in a command that is served.
func (r *Run) Reading(path string) (io.Reader, func(), error) {
	if path == "-" {
		return r.In, func() {}, nil
	}
	file, err := r.OpenToRead(path)
	if err != nil {
		return nil, nil, err
	}
	return file, func() { _ = file.Close() }, nil
}

// OpenToRead opens a file of whoever calls. Errors: as for Reading.
func (r *Run) OpenToRead(path string) (io.ReadCloser, error) {
	if r.Served {
		return nil, Misuse("cli.served.input")
	}
	if r.Files != nil {
		return r.Files.Read(path)
	}
	return OpenFile(path)
}

// OpenFile opens a file of this process. Errors: Invalid for a folder, and those of the disk.
func OpenFile(path string) (io.ReadCloser, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		_ = file.Close()
		return nil, fault.New(fault.Invalid, "cli-folder", "path", path)
	}
	return file, nil
}

// Path is a path as whoever calls means it.
func (r *Run) Path(path string) string {
	if r.Files == nil {
		return path
	}
	return r.Files.Path(path)
}

// Said is a path that stands in what is told, as whoever calls said it.
func (r *Run) Said(path string) string {
	if r.Files == nil {
		return path
	}
	return r.Files.Said(path)
}

// Join puts names in a row, with commas between.
func Join[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, item := range list {
		out[i] = string(item)
	}
	return strings.Join(out, ", ")
}

// defaultLimit is how many rows a list shows to people who did not ask for a number.
const defaultLimit = 50

// LimitFlag gives a command the flag for how many rows it shows.
func (r *Run) LimitFlag(cmd *cobra.Command, limit *int) {
	cmd.Flags().IntVar(limit, "limit", defaultLimit, r.Say("cli.flag.limit"))
}

// Limit is the number of rows that was asked for: scripts get all unless they say otherwise.
func (r *Run) Limit(cmd *cobra.Command, limit int) (int, error) {
	switch {
	case limit < 0:
		return 0, Misuse("cli.flag-value", "flag", "--limit", "value", limit)
	case r.JSON && !cmd.Flags().Changed("limit"):
		return 0, nil
	}
	return limit, nil
}

// Arguments takes from least to most words after a command; most below 0 is any number.
func Arguments(least, most int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return Misuse("cli.argument-missing", "what", what)
		case most >= 0 && len(args) > most:
			return Misuse("cli.argument-extra", "text", args[most])
		}
		return nil
	}
}

// ReadDay reads a day that a flag was given; the zero time for "".
func ReadDay(flag, typed string) (time.Time, error) {
	if typed == "" {
		return time.Time{}, nil
	}
	day, ok := text.ReadDay(typed)
	if !ok {
		return day, Misuse("cli.flag-value", "flag", "--"+flag, "value", typed)
	}
	return day, nil
}
