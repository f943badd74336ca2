package disk

import (
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"syscall"

	"leerbalie/model/fault"
)

// Fault gives an error of the system its kind: Full, or ReadOnly for a disk that fails.
func Fault(err error) error {
	var known *fault.Error
	switch {
	case err == nil, errors.As(err, &known):
		return err
	case failed(err, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG):
		return fault.New(fault.Full, "disk-full").Because(err)
	case failed(err, syscall.EROFS, syscall.EIO):
		return fault.New(fault.ReadOnly, "disk-failed").Because(err)
	}
	return err
}

// failed tells whether one of the system's errors is the cause. What bbolt meets while its file grows, or is copied, it passes
// on as text only.
func failed(err error, causes ...syscall.Errno) bool {
	for _, c := range causes {
		if errors.Is(err, c) || strings.HasSuffix(err.Error(), ": "+c.Error()) {
			return true
		}
	}
	return false
}

// Guard turns a panic, which a damaged file can cause within bbolt, into an error; the transaction is rolled back. A page
// that points beyond the file is a fault of memory, which ends the program unless it is made a panic.
func Guard(fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = fault.New(fault.Damaged, "store-damaged").Because(fmt.Errorf("panic: %v", p))
		}
	}()
	return fn()
}
