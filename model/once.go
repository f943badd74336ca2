package model

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A command that is carried out in another process is called again when that process dies before it told how it went. What it did by
// then is not done twice: each writing of such a call is noted in its own transaction, and looked up when the call comes again.

// onceKept is how many writings of calls are noted; later ones take the place of earlier ones. A call is repeated within seconds.
const onceKept = 256

// onceSetting begins the names of the settings that hold them; a number from 0 to onceKept follows. onceNext counts them.
const (
	onceSetting = "once/"
	onceNext    = "once-next"
)

// Once gives a context in which what is done belongs to a call of that name, a random text. Again says that the call was made before,
// and that nobody knows how that ended: what it did is not done again, and its receipt is that of the first time. No name: nothing
// is noted.
func Once(ctx context.Context, name string, again bool) context.Context {
	if name == "" {
		return ctx
	}
	return context.WithValue(ctx, once{}, &calling{name: name, again: again, seen: map[string]int{}})
}

type once struct{}

// calling is a call that is under way.
type calling struct {
	name  string
	again bool
	mu    sync.Mutex
	seen  map[string]int // how often the same was done in it
}

// key names what a call does now: by its name, by what is done, and by how often it did just that before. "" where nothing is noted.
func (c *calling) key(actions []Action) string {
	if c == nil {
		return ""
	}
	h := sha256.New()
	for _, a := range actions {
		fmt.Fprintf(h, "%s %T ", a.Name(), a)
		fingerprint(h, reflect.ValueOf(a), 0)
	}
	print := hex.EncodeToString(h.Sum(nil)[:8])
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen[print]++
	return c.name + "/" + print + "/" + strconv.Itoa(c.seen[print])
}

// deepest bounds how far fingerprint looks into an action.
const deepest = 12

// fingerprint writes what a value holds, without functions, and without moments, which are others when a call is made again.
func fingerprint(w interface{ Write([]byte) (int, error) }, v reflect.Value, depth int) {
	if !v.IsValid() || depth > deepest || v.Type() == reflect.TypeFor[time.Time]() {
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			fingerprint(w, v.Elem(), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fingerprint(w, v.Field(i), depth+1)
		}
	case reflect.Slice, reflect.Array:
		fmt.Fprintf(w, "[%d", v.Len())
		for i := range v.Len() {
			fingerprint(w, v.Index(i), depth+1)
		}
	case reflect.Map, reflect.Func, reflect.Chan:
		fmt.Fprintf(w, "%s", v.Kind())
	default:
		fmt.Fprintf(w, "(%v)", v)
	}
}

// done gives what came of what a call did before, if it did: its receipt, into a pointer to one.
func (c *calling) done(tx WriteTx, key string, r any) (bool, error) {
	if key == "" || !c.again {
		return false, nil
	}
	for i := range onceKept {
		text, err := tx.Setting(onceSetting + strconv.Itoa(i))
		if err != nil {
			return false, err
		}
		if of, _, ok := strings.Cut(text, "\n"); !ok || of != key {
			continue
		}
		_, text, _ = strings.Cut(text, "\n")
		return true, json.Unmarshal([]byte(text), r)
	}
	return false, nil
}

// note notes what came of what a call did.
func (c *calling) note(tx WriteTx, key string, r any) error {
	if key == "" {
		return nil
	}
	text, err := tx.Setting(onceNext)
	if err != nil {
		return err
	}
	next, _ := strconv.Atoi(text) // 0 where none was kept
	at := next % onceKept
	receipt, err := json.Marshal(r)
	if err != nil {
		return err
	}
	if err := tx.KeepSetting(onceSetting+strconv.Itoa(at), key+"\n"+string(receipt)); err != nil {
		return err
	}
	return tx.KeepSetting(onceNext, strconv.Itoa(at+1))
}
