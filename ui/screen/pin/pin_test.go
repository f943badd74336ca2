package pin

import (
	"bytes"
	"strings"
	"testing"
)

// cheap makes the tests fast; the form is the same.
func cheap() Cost { return Cost{Memory: 64, Passes: 1, Threads: 1} }

type ones struct{}

func (ones) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 1
	}
	return len(p), nil
}

func TestAPINComesBackFromItsText(t *testing.T) {
	kept, err := Hash("4821", cheap(), ones{})
	if err != nil || !strings.HasPrefix(kept, "$argon2id$v=19$m=64,t=1,p=1$") || strings.Contains(kept, "4821") {
		t.Fatalf("%q %v", kept, err)
	}
	if !Fits("4821", kept) || Fits("4822", kept) || Fits("", kept) {
		t.Error("the wrong PIN fits, or the right one does not")
	}
	if _, err := Hash("4821", cheap(), bytes.NewReader(nil)); err == nil {
		t.Error("a PIN without a salt")
	}
}

// TestKnownHash holds the form to what the reference implementation writes for the password, salt and cost of its README:
// echo -n "password" | ./argon2 somesalt -t 2 -m 16 -p 4 -l 24 -id, with 32 bytes as here.
func TestKnownHash(t *testing.T) {
	kept, err := Hash("password", Cost{Memory: 65536, Passes: 2, Threads: 1}, strings.NewReader("somesaltsomesalt"))
	if err != nil || !Fits("password", kept) {
		t.Fatal(kept, err)
	}
	const known = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	if !Fits("password", known) || Fits("Password", known) {
		t.Error("a hash of the reference implementation is not understood")
	}
}

func TestADamagedTextFitsNothing(t *testing.T) {
	good, _ := Hash("4821", cheap(), ones{})
	for _, bad := range []string{"", "4821", "$", strings.Replace(good, "argon2id", "argon2i", 1), strings.Replace(good, "v=19", "v=16", 1),
		strings.Replace(good, "m=64", "m=99999999", 1), strings.Replace(good, "t=1", "t=0", 1), good[:len(good)-4], good + "$x", strings.Replace(good, "p=1", "p=0", 1)} {
		if Fits("4821", bad) {
			t.Errorf("%q fits", bad)
		}
	}
}

func TestGood(t *testing.T) {
	for pin, want := range map[string]bool{"1234": true, "123456789012": true, "123": false, "1234567890123": false, "12a4": false, "": false, "12 34": false} {
		if Good(pin) != want {
			t.Errorf("%q: %v", pin, !want)
		}
	}
}
