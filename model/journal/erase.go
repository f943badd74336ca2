package journal

import "slices"

// Gone tells whether an entity was erased: by its own id, or because it is somebody's who was.
func Gone(s Storage, kind Kind, id ID) (bool, error) {
	if erased, err := s.Erased(id); erased || err != nil {
		return erased, err
	}
	rec, err := s.Record(kind, id)
	return rec != nil && rec.Erased, err
}

// scrub takes whoever has an id, and all that is theirs, out of the state, the journal and what waits.
func scrub(s Storage, id ID) error {
	if err := s.ForgetPending(id); err != nil {
		return err
	}
	owns := true
	for kind := Kind(1); kind != 0; kind++ { // those of later versions too: whatever has this id is who was erased
		if kind == KindErasure {
			continue
		}
		rec, err := s.Record(kind, id)
		if err != nil {
			return err
		}
		if rec == nil {
			continue
		}
		owns = s.Kinds().owns(kind)
		if err := scrubEntity(s, kind, id); err != nil {
			return err
		}
	}
	if !owns { // such as a resident
		return nil
	}
	return scrubOwned(s, id)
}

// scrubOwned takes out what is somebody's, as far as it is here.
func scrubOwned(s Storage, whose ID) error {
	is := func(id ID) (bool, error) { return id == whose, nil }
	for _, kind := range s.Kinds().All() {
		field := s.Kinds().Whose(kind)
		if field == 0 {
			continue
		}
		var theirs []ID
		if err := s.Each(kind, func(r *Record) error {
			if reg := r.Register(field); reg != nil && slices.ContainsFunc(reg.Live, func(v Version) bool { named, _ := anyOf(v.Value, is); return named }) {
				theirs = append(theirs, r.ID)
			}
			return nil
		}); err != nil {
			return err
		}
		for _, id := range theirs {
			if err := s.ForgetPending(id); err != nil {
				return err
			}
			if err := scrubEntity(s, kind, id); err != nil {
				return err
			}
		}
	}
	waiting := map[ID]bool{}
	if err := s.EachWaiting(func(c *Change) error {
		named, err := c.names(s.Kinds(), is)
		if named {
			waiting[c.Entity] = true
		}
		return err
	}); err != nil {
		return err
	}
	for id := range waiting {
		if err := s.ForgetPending(id); err != nil {
			return err
		}
	}
	return nil
}

// ForgetWaiting takes the words out of what waits of an entity, should it have been erased. Whoever keeps a change for later,
// for whatever reason, calls it after.
func ForgetWaiting(s Storage, c *Change) error {
	gone, err := Gone(s, c.Kind, c.Entity)
	if err == nil && !gone {
		gone, err = c.names(s.Kinds(), s.Erased)
	}
	if err == nil && !gone && s.Kinds().Whose(c.Kind) != 0 && c.Takes(s.Kinds()) {
		err = s.EachWaiting(func(other *Change) error {
			if gone || other.Entity != c.Entity {
				return nil
			}
			var err error
			gone, err = other.names(s.Kinds(), s.Erased)
			return err
		})
	}
	if err != nil || !gone {
		return err
	}
	return s.ForgetPending(c.Entity)
}

// scrubEntity takes the personal fields and items of an entity out of the state and the journal.
func scrubEntity(s Storage, kind Kind, id ID) error {
	rec, err := s.Record(kind, id)
	if err != nil || rec == nil {
		return err
	}
	if kind := s.Kinds().Whose(kind); kind != 0 {
		if err := s.ForgetPending(id); err != nil {
			return err
		}
	}
	if err := scrubItems(s, kind, id, rec.Scope()); err != nil {
		return err
	}
	rec.Erased = true
	if s.Kinds().Mixed(kind) {
		if err := again(s, rec); err != nil {
			return err
		}
	} else {
		rec.Registers = slices.DeleteFunc(rec.Registers, func(reg Register) bool { return s.Kinds().Personal(kind, reg.Field) })
	}
	return s.PutRecord(rec)
}

func scrubItems(s Storage, kind Kind, id ID, scope Scope) error {
	items, err := s.Items(kind, id)
	if err != nil {
		return err
	}
	for _, it := range slices.Clone(items) {
		if it.Erased {
			continue
		}
		stream := Stream{it.Stamp.Replica, scope}
		c, err := s.Change(stream, it.Stamp.Seq)
		if err != nil {
			return err
		}
		if !c.personal(s.Kinds()) {
			continue
		}
		it.Erased, it.Fields = true, nil
		if err := s.PutItem(kind, id, it); err != nil {
			return err
		}
		if err := s.Forget(stream, it.Stamp.Seq); err != nil {
			return err
		}
	}
	return nil
}

// again works the fields of an erased record out from the changes that are left: those that went may have replaced what stays.
func again(s Storage, rec *Record) error {
	items, err := s.Items(rec.Kind, rec.ID)
	if err != nil {
		return err
	}
	rec.Registers = nil
	for _, it := range items {
		if it.Erased || it.Kind != ItemSet {
			rec.arrived(it.Stamp)
			continue
		}
		c, err := s.Change(Stream{it.Stamp.Replica, rec.Scope()}, it.Stamp.Seq)
		if err != nil {
			return err
		}
		if c.MinReader > SchemaVersion || c.Op != OpSet {
			rec.arrived(it.Stamp)
			continue
		}
		if err := set(s, rec, c); err != nil {
			return err
		}
	}
	return nil
}
