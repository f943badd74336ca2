//go:build unix

package terminal_test

import (
	"os"
	"testing"

	"leerbalie/ui/uitest/terminal"
)

func TestMain(m *testing.M) { os.Exit(terminal.Main(m)) }
