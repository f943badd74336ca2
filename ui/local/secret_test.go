package local

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"leerbalie/model/fault"
)

func TestASecretIsTheFirstLine(t *testing.T) {
	dir := t.TempDir()
	for text, want := range map[string]string{"4821": "4821", "4821\n": "4821", "4821\r\nmore\n": "4821", " 48 21 \n": " 48 21 "} {
		path := filepath.Join(dir, "secret")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := SecretFile(path); got != want || err != nil {
			t.Errorf("%q: %q %v", text, got, err)
		}
	}
	for _, text := range []string{"", "\n4821\n", "\r\n"} {
		path := filepath.Join(dir, "empty")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := SecretFile(path); got != "" || fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %q %v", text, got, err)
		}
	}
	if _, err := SecretFile(filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if _, err := SecretFile(dir); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
}

func TestASecretThatOthersMayReadIsRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes of files tell nothing there")
	}
	path := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(path, []byte("4821\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, mode := range []fs.FileMode{0o640, 0o604, 0o620, 0o644} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if got, err := SecretFile(path); got != "" || fault.KindOf(err) != fault.Refused {
			t.Errorf("%o: %q %v", mode, got, err)
		}
	}
}

func TestNobodyIsAskedWithoutATerminal(t *testing.T) {
	file, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if AskSecret(file, io.Discard) != nil || AskAnswer(file, io.Discard) != nil {
		t.Error("a file that is no terminal is asked")
	}
}

func TestReadingASecret(t *testing.T) {
	for keys, want := range map[string]string{"4821\r": "4821", "4821\n": "4821", "49\x7f821\r": "4821", "9\b\b4821\r": "4821", "99\x154821\r": "4821", "\r": "", "4\x1b821\r": "4821"} {
		if got, err := readSecret(t.Context(), strings.NewReader(keys)); got != want || err != nil {
			t.Errorf("%q: %q %v", keys, got, err)
		}
	}
	for keys, want := range map[string]error{"48\x03": context.Canceled, "48\x04": nil, "48": nil} {
		got, err := readSecret(t.Context(), strings.NewReader(keys))
		if got != "" || err == nil || want != nil && !errors.Is(err, want) || want == nil && fault.KindOf(err) != fault.Refused {
			t.Errorf("%q: %q %v", keys, got, err)
		}
	}
}
