//go:build unix

package bundle

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"
)

// TestWhatIsWrongWithAStick is said in the words of who holds it; what is said already stays as it is.
func TestWhatIsWrongWithAStick(t *testing.T) {
	for cause, code := range map[error]string{
		syscall.ENOSPC: "stick-full", syscall.EDQUOT: "stick-full", syscall.EFBIG: "stick-full", syscall.EROFS: "stick-read-only", syscall.EACCES: "stick-read-only",
		syscall.EPERM: "stick-read-only", syscall.EIO: "stick-gone", syscall.ENODEV: "stick-gone", syscall.ENXIO: "stick-gone", syscall.ENOENT: "stick-gone",
		syscall.EEXIST: "bundle-exists", errNewer: "bundle-newer",
	} {
		fails(t, code, stick(fmt.Errorf("wrapped: %w", &fs.PathError{Op: "write", Path: "x", Err: cause}), "/media/stick/x"))
	}
	if err := stick(context.Canceled, "x"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := stick(nil, "x"); err != nil {
		t.Error(err)
	}
}
