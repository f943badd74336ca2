package command

import (
	"path/filepath"
	"strings"
)

// Called is what others are told who find a store in use: the program and the words of its command, and nothing that somebody gave
// to it, since it stands in clear beside the store.
func Called(args []string) string {
	const most = 2
	called := []string{"leerbalie"}
	for i, arg := range args {
		if i == 0 {
			called[0] = strings.TrimSuffix(filepath.Base(arg), ".exe")
			continue
		}
		if i > most || strings.Trim(arg, "abcdefghijklmnopqrstuvwxyz-") != "" || strings.HasPrefix(arg, "-") {
			break
		}
		called = append(called, arg)
	}
	return strings.Join(called, " ")
}
