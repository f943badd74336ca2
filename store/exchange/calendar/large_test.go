package calendar

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"leerbalie/model/fault"
)

var large = flag.Int("large", 2, "how many MB a large file has")

// endless writes parts one after the other until a size is reached, without holding them.
func endless(size int, part func(n int) string) io.Reader {
	r, w := io.Pipe()
	go func() {
		_, err := io.WriteString(w, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
		for n := 0; size > 0 && err == nil; n++ {
			text := part(n)
			size -= len(text)
			_, err = io.WriteString(w, text)
		}
		if err == nil {
			_, _ = io.WriteString(w, "END:VCALENDAR\r\n")
		}
		w.Close()
	}()
	return r
}

// held runs something and tells how much more memory was held at most meanwhile, in bytes.
func held(fn func()) uint64 {
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	most, end, done := before.HeapAlloc, make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for tick := time.NewTicker(2 * time.Millisecond); ; {
			select {
			case <-end:
				tick.Stop()
				return
			case <-tick.C:
				runtime.ReadMemStats(&now)
				most = max(most, now.HeapAlloc)
			}
		}
	}()
	fn()
	close(end)
	<-done
	return most - before.HeapAlloc
}

// TestALargeFileTakesABoundedPlace: a file (of 40 MB with -large 40) of appointments, of series, of one line, of names, of broken lines.
func TestALargeFileTakesABoundedPlace(t *testing.T) {
	size := *large << 20
	event := func(n int, lines ...string) string {
		return fmt.Sprintf("BEGIN:VEVENT\r\nUID:%d@example.org\r\nDTSTART:20261204T100000Z\r\n%s\r\nEND:VEVENT\r\n", n, strings.Join(lines, "\r\n"))
	}
	words := strings.Repeat("woorden ", 60)
	for name, part := range map[string]func(n int) string{
		"appointments":       func(n int) string { return event(n, "SUMMARY:Overleg", "DESCRIPTION:"+words) },
		"small ones":         func(n int) string { return event(n) },
		"series":             func(n int) string { return event(n, "RRULE:FREQ=DAILY", "SUMMARY:Elke dag") },
		"rules without days": func(n int) string { return event(n, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9") },
		"dates": func(n int) string {
			return event(n, "EXDATE:"+strings.Repeat("20261204T100000Z,", 1500), "RRULE:FREQ=DAILY;COUNT=3")
		},
		"names": func(n int) string {
			return event(n, "SUMMARY:"+strings.Repeat("ğ", 400), "LOCATION:"+strings.Repeat("€", 400))
		},
		"a film": func(n int) string {
			return event(n, "ATTACH;ENCODING=BASE64;VALUE=BINARY:"+strings.Repeat("QUJD\r\n ", 1<<20))
		},
		"broken lines":     func(n int) string { return "geen regel\r\n" },
		"one in the other": func(n int) string { return "BEGIN:VEVENT\r\nBEGIN:X\r\n" },
		"zones": func(n int) string {
			return fmt.Sprintf("BEGIN:VTIMEZONE\r\nTZID:%d\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=DAILY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n", n)
		},
		"zones unknown": func(n int) string {
			return fmt.Sprintf("BEGIN:VEVENT\r\nUID:%d\r\nDTSTART;TZID=X%d:20261204T100000\r\nEND:VEVENT\r\n", n, n)
		},
		"refused": func(n int) string { return event(n, "DURATION:altijd") },
	} {
		began := time.Now()
		var err error
		all := 0
		most := held(func() {
			a, failed := Read(t.Context(), endless(size, part), ReadOptions{Zone: time.UTC, Now: readAt})
			err, all = failed, len(a.All)
			if all > mostTimes || len(a.Refused) > mostEvents+1 {
				t.Errorf("%s: %d appointments, %d refused", name, all, len(a.Refused))
			}
		})
		took := time.Since(began)
		t.Logf("%-20s %8d appointments, %4d MB held, %v", name, all, most>>20, took.Round(10*time.Millisecond))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if most > 160<<20 {
			t.Errorf("%s: %d MB", name, most>>20)
		}
		if took > time.Minute {
			t.Errorf("%s: %v", name, took)
		}
	}
}

// TestReadingStops: when whoever waits for it no longer does.
func TestReadingStops(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	n := 0
	src := endless(1<<30, func(int) string {
		if n++; n == 5000 {
			stop()
		}
		return "BEGIN:VTODO\r\nEND:VTODO\r\n"
	})
	if _, err := Read(ctx, src, ReadOptions{Zone: time.UTC, Now: readAt}); !errors.Is(err, context.Canceled) || n > 50_000 {
		t.Error(err, n)
	}
}

// FuzzReadCalendar: whatever is in a file, it is read or refused in bounded time, what is made of it is sound, and twice the same.
func FuzzReadCalendar(f *testing.F) {
	for _, folder := range []string{"in", "."} {
		list, _ := filepath.Glob(filepath.Join("testdata", folder, "*.ics"))
		for _, path := range list {
			raw, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(raw)
		}
	}
	for _, text := range []string{
		one("DTSTART:20261204T100000Z", "RRULE:FREQ=YEARLY;BYWEEKNO=-1,53;BYDAY=MO;BYSETPOS=-1;COUNT=5"), one("DTSTART;TZID=\"x:20261204T100000"), one("DTSTART;TZID=:20261204T100000", "EXDATE:,,,"),
		one("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY", "RDATE;VALUE=PERIOD:20261204/P1D"), "BEGIN:VCALENDAR\r\n BEGIN:VEVENT\n", "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:x\nBEGIN:DAYLIGHT\nDTSTART:29990101T000000\nTZOFFSETTO:-2359\nRRULE:FREQ=DAILY\nEND:DAYLIGHT\nEND:VTIMEZONE\n",
		"\xff\xfeB\x00E\x00G\x00", one("DTSTART:20261204T100000Z", "SUMMARY:caf\xe9\r\n \xa9"), one("DTSTART:19000101", "RRULE:FREQ=DAILY;COUNT=1000000;BYHOUR=1,2,3"),
	} {
		f.Add([]byte(text))
	}
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		o := ReadOptions{Zone: amsterdam, Now: readAt}
		a, err := Read(t.Context(), strings.NewReader(string(raw)), o)
		if err != nil && fault.KindOf(err) != fault.Invalid {
			t.Fatal(err)
		}
		if a.Read != len(a.All)+len(a.Refused) {
			t.Fatal(a.Read, len(a.All), len(a.Refused))
		}
		type k struct{ uid, instance string }
		seen := map[k]bool{}
		for _, x := range a.All {
			if seen[k{x.UID, x.Instance}] || x.UID == "" || x.Line < 1 || x.Minutes < 0 || x.Days < 0 || x.Days > 0 && x.Minutes > 0 || x.Minutes > mostDays*24*60 || len([]rune(x.Title)) > mostWords+1 ||
				strings.ContainsAny(x.Title+x.Place+x.UID, "\r\n\x1b\x07") || x.Start.IsZero() && !x.Cancelled {
				t.Fatalf("%+v", x)
			}
			seen[k{x.UID, x.Instance}] = true
		}
		for _, r := range a.Refused {
			if r.Row < 1 || fault.KindOf(r.Err) != fault.Invalid {
				t.Fatal(r)
			}
		}
		again, _ := Read(t.Context(), strings.NewReader(string(raw)), o)
		if listed(a) != listed(again) || said(a) != said(again) {
			t.Fatal("twice the same is not the same")
		}
	})
}
