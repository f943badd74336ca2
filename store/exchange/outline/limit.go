package outline

import (
	"errors"
	"io"

	"leerbalie/model/fault"
)

// Limit reads a file up to MaxFile, and fails with kind Invalid where it goes on.
func Limit(src io.Reader) io.Reader { return &limited{src, MaxFile} }

// TooLong tells whether an error is that of a file beyond MaxFile.
func TooLong(err error) bool {
	var e *fault.Error
	return errors.As(err, &e) && e.Msg == tooLong
}

const tooLong = "framework.file-long"

type limited struct {
	src  io.Reader
	left int
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left < 0 {
		return 0, fault.New(fault.Invalid, tooLong, "limit", MaxFile>>20)
	}
	if len(p) > l.left+1 {
		p = p[:l.left+1]
	}
	n, err := l.src.Read(p)
	if l.left -= n; l.left < 0 {
		return 0, fault.New(fault.Invalid, tooLong, "limit", MaxFile>>20)
	}
	return n, err
}
