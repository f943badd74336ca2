package local

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Sticks gives the folders under which this system shows what is plugged in, such as a USB stick. Windows lists drives beside the
// first; a folder that cannot be read is left out.
func Sticks(user string) (out []string) {
	switch runtime.GOOS {
	case "windows":
		for letter := 'D'; letter <= 'Z'; letter++ {
			if drive := string(letter) + `:\`; isFolder(drive) {
				out = append(out, drive)
			}
		}
		return out
	case "darwin":
		return plugged("/Volumes")
	}
	return append(plugged(filepath.Join("/media", user)), plugged(filepath.Join("/run/media", user))...)
}

// plugged are the folders in a folder, by name; links, such as that to the system's own disk, are none.
func plugged(folder string) (out []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			out = append(out, filepath.Join(folder, e.Name()))
		}
	}
	slices.Sort(out)
	return out
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
