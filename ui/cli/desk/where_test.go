package desk

import (
	"strings"
	"testing"
)

// FuzzWhere reads what could stand after --where: a clause is put together again from its parts, and an age is a number of days that a
// calendar can have.
func FuzzWhere(f *testing.F) {
	for _, seed := range []string{"status=waiting", " Theme = armoede ", "search=a=b", "older-than=2w", "=x", "x=", "14d", "-1", "99999w", "older-than=١"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		key, value, ok := clause(typed)
		if ok && (key == "" || value == "" || strings.Contains(key, "=") || !strings.Contains(typed, value)) {
			t.Errorf("%q is %q and %q", typed, key, value)
		}
		if days, ok := age(typed); ok && (days < 1 || days > 36_500) {
			t.Errorf("%q is %d days", typed, days)
		}
	})
}
