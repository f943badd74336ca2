package file

import (
	"bytes"
	"io"
)

// BundleMagic is how a bundle begins: see store/replica/bundle.
const BundleMagic = "leerbalie bundle\n"

// sealedMagic is what stands behind the header of a bundle, which is shorter than bundleHead: how every file begins that age sealed.
const (
	sealedMagic = "age-encryption.org/v1\n-> "
	bundleHead  = 64 << 10
)

// isBundle tells whether a file is a bundle, or what is left of one: by how it begins, or by what stands behind its header.
func isBundle(f io.ReaderAt) bool {
	head := make([]byte, bundleHead)
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return false
	}
	return bytes.HasPrefix(head[:n], []byte(BundleMagic)) || bytes.Contains(head[:n], []byte(sealedMagic))
}

// Problem gives an error of the file system its kind.
func Problem(err error, path string) error { return problem(err, path) }
