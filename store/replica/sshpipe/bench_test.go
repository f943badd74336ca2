package sshpipe

import (
	"testing"

	"leerbalie/store/replica/drivertest"
)

// BenchmarkExchange: one exchange after the other of two stores that have nothing new, from dialling to hanging up; what the keys, the line and
// the words of both cost, of which the time between two computers is no part.
func BenchmarkExchange(b *testing.B) {
	laptop, centre, _ := drivertest.Out(b)
	sv := serve(b, centre.Store).begin()
	d := desk(laptop.Store, sv)
	fresh(b, d, laptop, sv)
	for range 2 {
		if _, err := d.Exchange(b.Context(), enter(b, laptop), "Zuidwest", nil, nil); err != nil {
			b.Fatal(err)
		}
	}
	session := enter(b, laptop)
	for b.Loop() {
		if _, err := d.Exchange(b.Context(), session, "Zuidwest", nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}
