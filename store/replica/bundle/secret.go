package bundle

import (
	"crypto/ed25519"
	"io"
)

// Secret is what an invitation gives to whoever opens it.
type Secret struct {
	Key      ed25519.PrivateKey // signs for the laptop's key
	Identity string             // the first bundle is sealed for it
}

// Source gives the bytes of a parcel from the beginning, each time it is asked.
type Source func() (io.ReadCloser, error)
