package serve

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"leerbalie/model/fault"
)

// maxSocket is how long the path of a socket can be on every system, in bytes.
const maxSocket = 100

// SocketFor is where the holder of a store listens: in a folder of this account alone, below the folder for what lasts as long as
// somebody is logged in, or else the one for what is temporary. It is named by a hash of where the store is, so that a path of any
// length and a disk that knows no sockets are no hindrance. "" where there is no place for one.
func SocketFor(store, runtime string) string {
	if abs, err := filepath.Abs(store); err == nil {
		store = abs
	}
	if real, err := filepath.EvalSymlinks(store); err == nil {
		store = real
	}
	sum := sha256.Sum256([]byte(store))
	name := hex.EncodeToString(sum[:12])
	for _, folder := range socketFolders(runtime) {
		path := filepath.Join(folder, name)
		if len(path) <= maxSocket && ownFolder(folder) {
			return path
		}
	}
	return ""
}

// socketFolders are where sockets can stand, the best first.
func socketFolders(runtime string) (out []string) {
	if info, err := os.Stat(runtime); runtime != "" && err == nil && info.IsDir() {
		out = append(out, filepath.Join(runtime, "leerbalie"))
	}
	return append(out, filepath.Join(os.TempDir(), "leerbalie."+strconv.Itoa(os.Getuid())))
}

// ownFolder makes a folder that only this account can look into, and tells whether it is one.
func ownFolder(path string) bool {
	if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return false
	}
	info, err := os.Lstat(path)
	return err == nil && info.IsDir() && info.Mode().Perm() == 0o700 && ownedByUs(info)
}

// listen begins to listen at a path. Whoever has the store's lock may take away what a holder that was killed left there. Only
// processes of this account get through.
func listen(path string) (net.Listener, error) {
	if path == "" {
		return nil, fault.New(fault.Refused, "no-socket")
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return nil, err
	}
	return ownListener{l}, nil
}

// ownListener lets only processes of this account through.
type ownListener struct{ *net.UnixListener }

// Accept waits for the next process of this account.
func (l ownListener) Accept() (net.Conn, error) {
	for {
		c, err := l.AcceptUnix()
		if err != nil {
			return nil, err
		}
		if samePeer(c) {
			return c, nil
		}
		_ = c.Close()
	}
}

// dialWait is how long a connection on this machine may take.
const dialWait = 500 * time.Millisecond

// dialSocket connects to whoever listens at a path, which has to be a process of this account. Errors: NotFound where nobody does.
func dialSocket(path string) (net.Conn, error) {
	if path == "" || !ownFolder(filepath.Dir(path)) {
		return nil, fault.New(fault.NotFound, "no-holder")
	}
	c, err := net.DialTimeout("unix", path, dialWait)
	if err != nil {
		return nil, fault.New(fault.NotFound, "no-holder").Because(err)
	}
	if u, ok := c.(*net.UnixConn); !ok || !samePeer(u) {
		_ = c.Close()
		return nil, fault.New(fault.NotFound, "no-holder")
	}
	return c, nil
}
