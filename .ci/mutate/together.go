package main

// togetherMutants break what the rooms of a learning community have in common.
func togetherMutants() []mutant {
	who, form, far, settled := by("model/together", "WhoAddsAndAlters"), by("model/together", "HiddenStays|AFormReplaces"), by("model/together", "WhatComesFromElsewhere"), by("model/together", "Settled")
	told, shown := by("model/named", "WhoIsTold"), by("store/replica", "ResidentInTheCommunity")
	return []mutant{
		{"a desk learns who asks at another", "model/named", "Find", "!may.MayRead(rec.Scope())", "(!may.MayRead(rec.Scope())) && false", told},
		{"texts of the community leave the house unseen", "store/replica", "load.look", "class != journal.Community", "(class != journal.Community) || true", shown},
		{"everybody alters what is of the community", "model/together", "Room.MayEdit", "may.MayWrite(Scope())", "(may.MayWrite(Scope())) || true", who},
		{"who added something may not alter it", "model/together", "Room.MayEdit", "E(t).base().AddedBy == p.ID", "(E(t).base().AddedBy == p.ID) && false", who},
		{"a form makes what somebody added the own", "model/together", "Room.Edit", "f.On == FieldAddedBy || $_", "slices.Contains(r.Hidden, f.On)", who},
		{"a form empties what the program keeps for itself", "model/together", "Room.Edit", "slices.Contains(r.Hidden, f.On)", "(slices.Contains(r.Hidden, f.On)) && false", form},
		{"a form replaces what came since", "model/together", "Base.AsSeenIn", "b.seen = was.seen", "_ = was.seen", form},
		{"from elsewhere somebody adds for another", "model/together", "Room.reaches", "E(&now).base().AddedBy == by.ID", "(E(&now).base().AddedBy == by.ID) || true", far},
		{"from elsewhere somebody makes it the own", "model/together", "Room.reaches", "f.Value.ID() != E(&now).base().AddedBy", "(f.Value.ID() != E(&now).base().AddedBy) && false", far},
		{"from elsewhere an owner until then writes nothing", "model/together", "Room.owned", "slices.Contains(r.Owners(&then), person)", "(slices.Contains(r.Owners(&then), person)) && false", far},
		{"everybody settles what was written apart", "model/together", "Room.MaySettle", "r.MayEdit(by, &t)", "(r.MayEdit(by, &t)) || true", settled},
		{"what cannot be is settled on", "model/together", "Room.Settle", "r.Check != nil", "(r.Check != nil) && false", settled},
	}
}
