//go:build !unix || solaris || aix

package file

// holdsFolders tells whether folders can be held here.
const holdsFolders = false

// share does nothing: a file that is open cannot be removed on Windows.
func share(string) func() { return func() {} }

func sole(string) (unlock func(), ok bool) { return func() {}, true }
