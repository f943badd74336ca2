package pin

import (
	"context"
	"fmt"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// The settings of this machine that hold somebody's PIN and the wrong tries, by their keys; the person's id follows.
const (
	keptSetting  = "pin/"
	wrongSetting = "pin-wrong/"
)

// free tries cost no waiting; after them each wrong one doubles it, from first to most.
const (
	free  = 2
	first = 2 * time.Second
	most  = 5 * time.Minute
)

// Delay is how long the next try has to wait after so many wrong ones in a row.
func Delay(wrong int) time.Duration {
	if wrong <= free {
		return 0
	}
	d := first
	for range wrong - free - 1 {
		if d *= 2; d >= most {
			return most
		}
	}
	return d
}

// Result is what became of a try.
type Result struct {
	Open  bool          // the PIN fits, or there is none
	Wrong int           // tries in a row that did not fit
	Wait  time.Duration // how long the next try has to wait; a try before that is not looked at
}

// Has reports whether a person has a PIN on this machine. Errors are those of the store.
func Has(ctx context.Context, session *model.Session, who journal.ID) (bool, error) {
	kept, err := session.Setting(ctx, keptSetting+who.String())
	return kept != "", err
}

// Keep gives a person a PIN on this machine; kept is the text of Hash. Errors are those of the store.
func Keep(ctx context.Context, session *model.Session, who journal.ID, kept string) error {
	if err := session.SetSetting(ctx, wrongSetting+who.String(), ""); err != nil {
		return err
	}
	return session.SetSetting(ctx, keptSetting+who.String(), kept)
}

// Drop takes a person's PIN away. Errors are those of the store.
func Drop(ctx context.Context, session *model.Session, who journal.ID) error {
	return Keep(ctx, session, who, "")
}

// Waits is how long the next try for a person has to wait at a moment. Errors are those of the store.
func Waits(ctx context.Context, session *model.Session, who journal.ID, now time.Time) (Result, error) {
	text, err := session.Setting(ctx, wrongSetting+who.String())
	if err != nil || text == "" {
		return Result{}, err
	}
	var r Result
	var until int64
	if n, err := fmt.Sscanf(text, "%d %d", &r.Wrong, &until); n != 2 || err != nil || r.Wrong < 0 {
		return Result{}, nil
	}
	// A clock that was set back does not make anybody wait longer than the rule says.
	r.Wait = max(min(time.UnixMilli(until).Sub(now), Delay(r.Wrong)), 0)
	return r, nil
}

// Try tries a PIN for a person at a moment, and notes a wrong one. Errors are those of the store.
func Try(ctx context.Context, session *model.Session, who journal.ID, typed string, now time.Time) (Result, error) {
	kept, err := session.Setting(ctx, keptSetting+who.String())
	if err != nil {
		return Result{}, err
	}
	if kept == "" {
		return Result{Open: true}, nil
	}
	r, err := Waits(ctx, session, who, now)
	if err != nil || r.Wait > 0 {
		return r, err
	}
	if Fits(typed, kept) {
		if r.Wrong > 0 {
			err = session.SetSetting(ctx, wrongSetting+who.String(), "")
		}
		return Result{Open: err == nil}, err
	}
	r.Wrong++
	r.Wait = Delay(r.Wrong)
	return r, session.SetSetting(ctx, wrongSetting+who.String(), fmt.Sprintf("%d %d", r.Wrong, now.Add(r.Wait).UnixMilli()))
}
