package file

import (
	"bufio"
	"strings"
	"testing"
)

func TestFuseKind(t *testing.T) {
	const mounts = `36 35 0:33 / /home/desk/remote rw,nosuid - fuse.sshfs desk@host:/ rw
37 35 0:34 / /media/stick rw - fuseblk /dev/sdb1 rw
38 35 0:35 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
broken line
`
	for device, want := range map[string]string{"0:33": "sshfs", "0:34": "", "0:35": "gvfsd-fuse", "9:9": ""} {
		if got := fuseKind(bufio.NewScanner(strings.NewReader(mounts)), device); got != want {
			t.Errorf("%s: %q, want %q", device, got, want)
		}
	}
}

func TestThisDiskIsLocal(t *testing.T) {
	if err := local(t.TempDir()); err != nil {
		t.Error(err)
	}
	if err := local("/proc"); err != nil {
		t.Error(err)
	}
}
