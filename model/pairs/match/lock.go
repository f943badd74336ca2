package match

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
)

// lock checks the locked pairs and trios and sets them apart. Errors: Invalid, naming the two things that clash.
func (p *problem) lock() error {
	in := map[int]int{} // the lock that somebody stands in
	for _, ids := range p.in.Locks {
		if len(ids) < 2 || len(ids) > 3 {
			return fault.New(fault.Invalid, "match-lock-size", "n", len(ids))
		}
		members, err := p.numbers(ids)
		if err != nil {
			return err
		}
		slices.Sort(members)
		if slices.ContainsFunc(p.locks, func(l []int) bool { return slices.Equal(l, members) }) {
			continue
		}
		for _, i := range members {
			if other, twice := in[i]; twice {
				return fault.New(fault.Invalid, "match-two-locks", "name", p.students[i].Name,
					"one", p.names(p.locks[other], i), "other", p.names(members, i))
			}
			in[i] = len(p.locks)
		}
		if p.kept(members) == nil || p.in.Rematch == nil {
			if err := p.mayLock(members); err != nil {
				return err
			}
		}
		p.locks = append(p.locks, members)
		p.fixed = append(p.fixed, members)
	}
	return nil
}

// mayLock refuses a lock that a hard rule forbids.
func (p *problem) mayLock(members []int) error {
	fail := func(msg string, pairs ...any) error { return fault.New(fault.Invalid, msg, pairs...) }
	for _, i := range members {
		s := p.students[i]
		others := p.names(members, i)
		switch b := p.alone(i); {
		case b&brokenActive != 0 && s.NotBegun:
			return fail("match-lock-not-begun", "name", s.Name, "other", others)
		case b&brokenActive != 0:
			return fail("match-lock-away", "name", s.Name, "other", others)
		case b&brokenFree != 0:
			return fail("match-lock-busy", "name", s.Name, "other", others, "buddy", p.names(p.runningOf(i), i))
		case b&brokenStated != 0:
			return fail("match-lock-stated", "name", s.Name, "other", others, "n", s.Parts.Len(), "limit", p.limits.Stated)
		case b&brokenLevel != 0:
			return fail("match-lock-no-level", "name", s.Name, "other", others)
		}
	}
	shared := model.AllDayParts
	for k, a := range members {
		shared &= p.parts[a]
		for _, b := range members[:k] {
			one, other := p.students[b].Name, p.students[a].Name
			broken := p.together(a, b)
			if p.allowed[ordered(a, b)] {
				broken &= brokenForbidden
			}
			switch {
			case broken&brokenForbidden != 0:
				return fail("match-lock-forbidden", "one", one, "other", other)
			case broken&brokenSite != 0:
				return fail("match-lock-site", "one", one, "other", other)
			case broken&brokenLevel != 0 && len(members) == 2:
				return fail("match-lock-level", "one", one, "other", other, "level", p.students[a].Level)
			case broken&brokenParts != 0:
				return fail("match-lock-parts", "one", one, "other", other, "n", (p.parts[a] & p.parts[b]).Len(), "limit", p.limits.Shared)
			}
		}
	}
	if len(members) == 3 && !p.fitThree(members, false) {
		return fail("match-lock-three", "one", p.names(members[:2], -1), "other", p.students[members[2]].Name, "n", shared.Len(), "limit", p.limits.Shared)
	}
	return nil
}

// names are the names of some students but one.
func (p *problem) names(members []int, but int) string {
	out := ""
	for _, i := range members {
		if i == but {
			continue
		}
		if out != "" {
			out += " + "
		}
		out += p.students[i].Name
	}
	return out
}

// runningOf are the members of the running pair that somebody has.
func (p *problem) runningOf(i int) []int {
	for _, r := range p.running {
		if slices.Contains(r.members, i) {
			return r.members
		}
	}
	return nil
}
