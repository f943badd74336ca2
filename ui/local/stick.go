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
	return mounted("/", user)
}

// mounted are the folders in which Linux shows what is plugged in: those of the person, and those that somebody made for everybody in
// /media or /mnt. Those of others, and others that cannot be read, stay out.
func mounted(root, user string) (out []string) {
	own := filepath.Join(root, "media", user)
	out = append(plugged(own), plugged(filepath.Join(root, "run", "media", user))...)
	for _, folder := range append(plugged(filepath.Join(root, "media")), plugged(filepath.Join(root, "mnt"))...) {
		if _, err := os.ReadDir(folder); err == nil && folder != own {
			out = append(out, folder)
		}
	}
	return out
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
