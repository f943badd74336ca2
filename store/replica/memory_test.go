package replica_test

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/store/replica"
)

// TestAParcelTakesNoMemoryForItsSize: ten times as much that travels takes no more at once.
func TestAParcelTakesNoMemoryForItsSize(t *testing.T) {
	peak := func(requests int) (most uint64) {
		c := newSchool(t)
		l := c.laptop(c.do(c.me, model.AddPerson{Person: model.Person{Name: "Fatma", Roles: []model.Role{model.RoleCoordinator}}}).Entity, "laptop")
		c.exchange(l)
		var all []model.Action
		for n := range requests {
			if all = append(all, desk.AddRequest{Request: desk.Request{Summary: fmt.Sprint("vraag ", n), Details: "lang"}}); len(all) == 1000 {
				c.do(c.me, all...)
				all = all[:0]
			}
		}
		var at runtime.MemStats
		_, err := replica.Pack(t.Context(), c.s, l.to(), io.Discard, func(done, _ int64) {
			runtime.GC()
			runtime.ReadMemStats(&at)
			most = max(most, at.HeapAlloc)
		})
		must(t, err)
		return most
	}
	small, large := peak(2000), peak(20000)
	if large > small+8<<20 {
		t.Errorf("%d MB for ten times as much as %d MB", large>>20, small>>20)
	}
	t.Logf("%d and %d kB", small>>10, large>>10)
}
