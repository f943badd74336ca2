package bundle

import (
	"bytes"
	"crypto/rand"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkCarrying is what the file costs of 100,000 changes of some 270 bytes, of which a sixth is chance (salts, ids): sealing with the
// sync of it, and opening. plain is to write and sync a file of the same size as the bundle in the same run.
func BenchmarkCarrying(b *testing.B) {
	var parcel bytes.Buffer
	chance := make([]byte, 45)
	for n := range 100_000 {
		_, _ = rand.Read(chance)
		parcel.Write(chance)
		parcel.WriteString("learning dossier reflection gesprek aan de balie, rustig gebleven en goed doorgevraagd; volgende keer eerder samenvatten. ")
		parcel.WriteString([]string{"mbo-social-work K1.2 voldoende ", "mbo-social-work K2.1 goed ", "hbo C1.1 onvoldoende "}[n%3])
		parcel.WriteString("beoordeeld door de docent, met een reden van ongeveer een regel, zoals mensen die schrijven.")
	}
	id := identity(b)
	dir := b.TempDir()
	var out, in, plain time.Duration
	var size int64
	for b.Loop() {
		path := filepath.Join(dir, "a.bundle")
		began := time.Now()
		f, err := os.Create(path)
		must(b, err)
		must(b, write(f, header, id.Recipient().String(), func(w io.Writer) error { _, err := w.Write(parcel.Bytes()); return err }))
		must(b, f.Sync())
		must(b, f.Close())
		out += time.Since(began)
		began = time.Now()
		s, err := Open(path)
		must(b, err)
		r, err := s.Source(id.String())()
		must(b, err)
		_, err = io.Copy(io.Discard, r)
		must(b, err)
		must(b, r.Close())
		must(b, s.Close())
		in += time.Since(began)
		body, err := os.ReadFile(path)
		must(b, err)
		size = int64(len(body))
		began = time.Now()
		f, err = os.Create(filepath.Join(dir, "plain"))
		must(b, err)
		_, err = f.Write(body)
		must(b, err)
		must(b, f.Sync())
		must(b, f.Close())
		plain += time.Since(began)
	}
	n := float64(b.N)
	b.ReportMetric(out.Seconds()*1000/n, "ms-out")
	b.ReportMetric(in.Seconds()*1000/n, "ms-in")
	b.ReportMetric(plain.Seconds()*1000/n, "ms-plain")
	b.ReportMetric(float64(out)/float64(plain), "out/plain")
	b.ReportMetric(float64(size)/1e6, "MB")
	b.ReportMetric(float64(parcel.Len())/1e6, "MB-parcel")
}
