package serve

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestTheUnitIsReadBySystemd, where there is one, and shuts what it says that it shuts.
func TestTheUnitIsReadBySystemd(t *testing.T) {
	body, err := os.ReadFile("../../docs/leerbalie.service")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"User=leerbalie", "UMask=0077", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=yes", "StateDirectoryMode=0700", "RuntimeDirectoryMode=0700"} {
		if !strings.Contains(string(body), "\n"+line+"\n") {
			t.Errorf("the unit has no %s", line)
		}
	}
	path, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("there is no systemd-analyze to read it with")
	}
	unit := filepath.Join(t.TempDir(), "leerbalie.service")
	runs := strings.Replace(string(body), "/usr/local/bin/leerbalie", "/bin/true", 1)
	if err := os.WriteFile(unit, []byte(runs), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), path, "verify", "--man=no", unit).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("%v: %s", err, out)
	}
}

// TestTheGuideHasTheLimits that there are, in both languages.
func TestTheGuideHasTheLimits(t *testing.T) {
	if mostStrangers*2 != mostConnections || mostOfAddress != 10 || HandshakeTimeout != time.Minute || IdleTimeout != 8*time.Hour {
		t.Error("a limit was altered: docs/serve.md and docs/serve.nl.md say half, ten, a minute and eight hours")
	}
	for page, words := range map[string][]string{
		"serve.md":    {fmt.Sprintf("At most %d connections", mostConnections), fmt.Sprintf("at most %d are tried", MaxAuthTries), hostKeyName, "leerbalie.service"},
		"serve.nl.md": {fmt.Sprintf("Hoogstens %d verbindingen", mostConnections), fmt.Sprintf("hoogstens %d worden geprobeerd", MaxAuthTries), hostKeyName, "leerbalie.service"},
	} {
		body, err := os.ReadFile("../../docs/" + page)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if !strings.Contains(string(body), w) {
				t.Errorf("%s does not say %q", page, w)
			}
		}
	}
}
