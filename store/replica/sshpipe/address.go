package sshpipe

import (
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"leerbalie/model/fault"
)

// Address is where a computer that serves is to be found.
type Address struct {
	User string // "": the program's own name; only the key says who somebody is
	Host string
	Port int
}

const (
	scheme      = "ssh://"
	usualPort   = 22
	usualUser   = "leerbalie"
	longestName = 255
)

// ParseAddress reads ssh://[user@]host[:port]. Errors: Invalid for what is none, and for a way that this program does not go.
func ParseAddress(text string) (a Address, err error) {
	wrong := fault.New(fault.Invalid, "sync-address", "address", text)
	text = strings.TrimSpace(text)
	if len(text) < len(scheme) || !strings.EqualFold(text[:len(scheme)], scheme) {
		if strings.Contains(text, "://") || strings.ContainsAny(text, `/\`) {
			return a, fault.New(fault.Invalid, "sync-way", "address", text)
		}
		return a, wrong
	}
	u, err := url.Parse(text)
	if err != nil || u.Opaque != "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.Contains(text, "#") {
		return a, wrong
	}
	if _, secret := u.User.Password(); secret {
		return a, fault.New(fault.Invalid, "sync-password")
	}
	a = Address{u.User.Username(), u.Hostname(), usualPort}
	if port := u.Port(); port != "" {
		if a.Port, err = strconv.Atoi(port); err != nil {
			return a, wrong
		}
	}
	if number, err := netip.ParseAddr(a.Host); strings.Contains(a.Host, ":") && (err != nil || !strings.HasPrefix(u.Host, "[")) {
		return a, wrong
	} else if err == nil {
		a.Host = number.String()
	}
	if !plainName(a.Host) || a.Host == "" || a.User != "" && !plainName(a.User) || u.User != nil && a.User == "" || a.Port < 1 || a.Port > 65535 ||
		strings.HasSuffix(u.Host, ":") {
		return a, wrong
	}
	return a, nil
}

// plainName tells whether a name can stand in an address as it is.
func plainName(s string) bool {
	return len(s) <= longestName && !strings.ContainsFunc(s, func(r rune) bool {
		return r <= ' ' || r == 0x7f || strings.ContainsRune(`/\@?#%"'<>[]`, r) || r > 0x7f && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
	})
}

// String is the address as people write it.
func (a Address) String() string {
	host := a.Host
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if a.User != "" {
		host = a.User + "@" + host
	}
	if a.Port != usualPort {
		host += ":" + strconv.Itoa(a.Port)
	}
	return scheme + host
}

// dial is what is dialled.
func (a Address) dial() string { return net.JoinHostPort(a.Host, strconv.Itoa(a.Port)) }
