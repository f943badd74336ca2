package sshpipe

import (
	"errors"
	"testing"

	"leerbalie/model/fault"
)

func TestAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"ssh://balie.example:2222":          "ssh://balie.example:2222",
		"ssh://balie.example":               "ssh://balie.example",
		" SSH://desk@balie.example:22/ ":    "ssh://desk@balie.example",
		"ssh://192.168.1.20:2222":           "ssh://192.168.1.20:2222",
		"ssh://[fd00::1]:2222":              "ssh://[fd00::1]:2222",
		"ssh://müller@bücher.example":       "sync-address",
		"ssh://bücher.example":              "ssh://bücher.example",
		"nats://hub.example":                "sync-way",
		"/media/stick":                      "sync-way",
		`E:\stick`:                          "sync-way",
		"http://balie.example":              "sync-way",
		"balie.example":                     "sync-address",
		"":                                  "sync-address",
		"ssh://::1":                         "sync-address",
		"ssh://[::]:1":                      "ssh://[::]:1",
		"ssh://[fd00::0001]":                "ssh://[fd00::1]",
		"ssh://":                            "sync-address",
		"ssh://balie.example:":              "sync-address",
		"ssh://balie.example:0":             "sync-address",
		"ssh://balie.example:70000":         "sync-address",
		"ssh://balie.example:x":             "sync-address",
		"ssh://balie.example/path":          "sync-address",
		"ssh://balie.example?x=1":           "sync-address",
		"ssh://balie.example?":              "sync-address",
		"ssh://balie.example#x":             "sync-address",
		"ssh://@balie.example":              "sync-address",
		"ssh://desk:secret@balie.example":   "sync-password",
		"ssh://balie example":               "sync-address",
		"ssh://balie%20example":             "sync-address",
		"ssh://-oProxyCommand=x@balie:2222": "ssh://-oProxyCommand=x@balie:2222", // no program is started: it is a name like others
		"ssh:balie.example":                 "sync-address",
		"ssh://desk@balie.example\x1b[2J":   "sync-address",
	} {
		a, err := ParseAddress(text)
		var known *fault.Error
		switch {
		case errors.As(err, &known):
			if known.Msg != want {
				t.Errorf("%q: %v, want %q", text, err, want)
			}
		case want != "" && a.String() != want:
			t.Errorf("%q is %q, want %q", text, a, want)
		}
	}
}

func FuzzAddress(f *testing.F) {
	for _, s := range []string{"ssh://desk@balie.example:2222", "ssh://[fd00::1]", "nats://x", "ssh://a:b@c", "ssh://%41", "ssh://::1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := ParseAddress(text)
		if err != nil {
			return
		}
		again, err := ParseAddress(a.String())
		if err != nil || again != a {
			t.Errorf("%q is %+v, and %q is %+v (%v)", text, a, a.String(), again, err)
		}
	})
}
