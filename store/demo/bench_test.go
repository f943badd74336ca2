package demo_test

import (
	"testing"
)

func BenchmarkFill(b *testing.B) {
	now := moments()[0]
	for b.Loop() {
		filled(b, onDisk(b, now), now, 1)
	}
}
