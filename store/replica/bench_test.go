package replica_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/store/replica"
)

// hundredThousand is a centre in which a hundred thousand changes lie ready for a coordinator's laptop, which has come for the first
// time and holds what was before them.
func hundredThousand(b *testing.B) (*school, *copyOf) {
	c := newSchool(b)
	who := c.do(c.me, model.AddPerson{Person: model.Person{Name: "Fatma", Roles: []model.Role{model.RoleCoordinator}}}).Entity
	l := c.laptop(who, "laptop Fatma")
	c.exchange(l)
	var made []model.Action
	for n := 0; n < 100_000; n += 3 {
		made = append(made, desk.AddRequest{Request: desk.Request{Summary: fmt.Sprint("Vraag over een brief van de gemeente ", n), Details: "De brief ging over de huur."}})
		if len(made) == 2000 {
			c.do(c.me, made...)
			made = made[:0]
		}
	}
	c.do(c.me, made...)
	return c, l
}

// BenchmarkPack writes a hundred thousand changes out; beside it, how long a file of that size takes to be written and synced.
func BenchmarkPack(b *testing.B) {
	c, l := hundredThousand(b)
	var size int
	path := filepath.Join(b.TempDir(), "parcel")
	var plain time.Duration
	for b.Loop() {
		f, err := os.Create(path)
		must(b, err)
		n := &counted{w: f}
		_, err = replica.Pack(b.Context(), c.s, l.to(), n, nil)
		must(b, err)
		must(b, f.Sync())
		must(b, f.Close())
		size = n.n
	}
	began := time.Now()
	f, err := os.Create(path + "2")
	must(b, err)
	_, err = f.Write(make([]byte, size))
	must(b, err)
	must(b, f.Sync())
	must(b, f.Close())
	plain = time.Since(began)
	b.ReportMetric(float64(size)/1e6, "MB")
	b.ReportMetric(float64(plain.Milliseconds()), "ms/file")
}

type counted struct {
	w io.Writer
	n int
}

func (c *counted) Write(p []byte) (int, error) { c.n += len(p); return c.w.Write(p) }

// BenchmarkReceive takes a hundred thousand changes in, durable.
func BenchmarkReceive(b *testing.B) {
	c, l := hundredThousand(b)
	p := c.pack(l.to())
	to := filepath.Join(b.TempDir(), "copy")
	must(b, l.s.Close())
	body, err := os.ReadFile(l.path)
	must(b, err)
	must(b, os.WriteFile(to, body, 0o600))
	for b.Loop() {
		b.StopTimer()
		must(b, os.WriteFile(l.path, body, 0o600))
		l.open()
		b.StartTimer()
		r, err := replica.Receive(b.Context(), l.s, l.me, p.open, nil)
		must(b, err)
		b.StopTimer()
		if r.Came.Changes < 100_000 {
			b.Fatalf("%+v", r)
		}
		must(b, l.s.Close())
		b.StartTimer()
	}
}
