package local

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"

	"leerbalie/model/fault"
)

// mostSecret is how many bytes of a file with a secret are read.
const mostSecret = 4 << 10

// SecretFile gives the secret that is the first line of a file. Errors: Refused for a file that others may read, Invalid for one
// with an empty first line, and those of the disk.
func SecretFile(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	info, err := file.Stat()
	switch {
	case err != nil:
		return "", err
	case info.IsDir():
		return "", fault.New(fault.Invalid, "cli-folder", "path", path)
	case runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0: // there a mode tells nothing of who may read
		return "", fault.New(fault.Refused, "secret-open", "path", path)
	}
	line, err := bufio.NewReader(io.LimitReader(file, mostSecret)).ReadString('\n')
	if line = strings.TrimRight(line, "\r\n"); line == "" && (err == nil || err == io.EOF) {
		return "", fault.New(fault.Invalid, "secret-empty", "path", path)
	}
	if err == io.EOF {
		err = nil
	}
	return line, err
}

// SecretIn gives what reads the secret in a file, nil where none is named.
func SecretIn(path string) func() (string, error) {
	if path == "" {
		return nil
	}
	return func() (string, error) { return SecretFile(path) }
}

// AskSecret gives what asks for a secret on a terminal, without showing what is typed; nil where in is no terminal. It ends with
// its context, and leaves the terminal as it was.
func AskSecret(in *os.File, out io.Writer) func(ctx context.Context, sentence string) (string, error) {
	if !term.IsTerminal(in.Fd()) {
		return nil
	}
	return func(ctx context.Context, sentence string) (secret string, err error) {
		before, err := term.MakeRaw(in.Fd()) // before the question stands there: what is typed at once is not shown either
		if err != nil {
			return "", fmt.Errorf("the terminal failed: %w", err)
		}
		defer func() {
			err = errors.Join(err, term.Restore(in.Fd(), before))
			fmt.Fprintln(out)
		}()
		keys, err := cancelreader.NewReader(in)
		if err != nil {
			return "", fmt.Errorf("the terminal failed: %w", err)
		}
		defer keys.Close()
		defer context.AfterFunc(ctx, func() { keys.Cancel() })()
		fmt.Fprint(out, strings.ReplaceAll(sentence, "\n", "\r\n"))
		return readSecret(ctx, keys)
	}
}

// AskAnswer is AskSecret for an answer that may be seen as it is typed.
func AskAnswer(in *os.File, out io.Writer) func(ctx context.Context, question string) (string, error) {
	if !term.IsTerminal(in.Fd()) {
		return nil
	}
	return func(ctx context.Context, question string) (string, error) {
		keys, err := cancelreader.NewReader(in)
		if err != nil {
			return "", fmt.Errorf("the terminal failed: %w", err)
		}
		defer keys.Close()
		defer context.AfterFunc(ctx, func() { keys.Cancel() })()
		fmt.Fprint(out, question)
		return readSecret(ctx, keys)
	}
}

// What keys are as bytes.
const (
	stopKey, endKey, eraseKey, allKey, deleteKey = 3, 4, 8, 21, 127
)

// readSecret reads keys up to Enter. Errors: the context's; Refused where nothing comes any more.
func readSecret(ctx context.Context, keys io.Reader) (string, error) {
	var typed []byte
	for key := make([]byte, 1); ; {
		n, err := keys.Read(key)
		switch {
		case ctx.Err() != nil:
			return "", ctx.Err()
		case n == 0 && err != nil:
			return "", fault.New(fault.Refused, "secret-none")
		case n == 0:
			continue
		}
		switch b := key[0]; {
		case b == '\r' || b == '\n':
			return string(typed), nil
		case b == stopKey:
			return "", context.Canceled
		case b == endKey:
			return "", fault.New(fault.Refused, "secret-none")
		case b == eraseKey || b == deleteKey:
			typed = typed[:max(len(typed)-1, 0)]
		case b == allKey:
			typed = nil
		case b >= ' ' && len(typed) < mostSecret:
			typed = append(typed, b)
		}
	}
}
