package journal

// Class is a class of confidentiality. A kind of entity belongs to exactly one, and streams never mix them.
type Class uint8

// The classes, as drawn in docs/architecture.md. Numbers are on disk and never reused.
const (
	Desk      Class = 1 // requests, residents, contacts, tasks, referrals, time entries; scope: a site
	People    Class = 2 // staff, students, groups, sites and their settings; scope: the organisation
	Learning  Class = 3 // evidence, reflections, judgements; scope: a group
	Private   Class = 4 // reasons for a time-out, answers on how a pair fits; scope: the organisation
	Trust     Class = 5 // replica keys, what each may write, the erase list; scope: the organisation
	Community Class = 6 // where one can refer to, and what the learning community has in common, never a resident; scope: the organisation
)

// String is the class's name in scripts and digests.
func (c Class) String() string {
	switch c {
	case Desk:
		return "desk"
	case People:
		return "people"
	case Learning:
		return "learning"
	case Private:
		return "private"
	case Trust:
		return "trust"
	case Community:
		return "community"
	}
	return "unknown"
}

// Organisation is the scope of the classes that are not divided further.
func Organisation() ID { return ID{15: 1} }

// Scope is where an entity lives: a class and the part of it.
type Scope struct {
	Class Class
	Part  ID // a site for Desk, a group for Learning, Organisation() for the others
}

// Stream is one gap-free sequence of changes with one hash chain: what one replica wrote in one scope.
type Stream struct {
	Replica Replica
	Scope   Scope
}
