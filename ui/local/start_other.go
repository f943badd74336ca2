//go:build !windows

package local

import "os"

// Locale is nothing here: the environment tells.
func Locale() string { return "" }

// Linger is nil here: the window of a program stays when it ends.
func Linger(*os.File) func() { return nil }
