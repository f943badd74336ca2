package main

// checkingMutants break what a check looks at.
func checkingMutants() []mutant {
	return []mutant{
		{"what is put for this copy alone is not tallied", "store", "weigh", "sum += entrySum(key, value)", "_ = put", keeping("LocalDamage|DrawingOfTheFile")},
		{"what was there before stays in the tally", "store", "weigh", "sum -= entrySum(key, old)", "_ = old", keeping("LocalDamage")},
		{"check lets pass what is kept for this copy alone", "store", "Faults", "$a != sum", "$a != sum && false", keeping("LocalDamage")},
		{"check lets pass a page of long ago", "store", "Faults", "wire.ParseNumber(tally[:8]) != uint64(b.ID())", "false", keeping("LongAgo")},
		{"the next write makes a page of long ago good", "store", "RenewAfter", "wire.ParseNumber(tally[:8]) != before", "false", keeping("LongAgo")},
		{"a copy of what is damaged is sound", "store", "Copy", "err != nil || len(wrong) == 0", "err != nil || len(wrong) < 99", keeping("LocalDamage")},
		{"what keeps no tally is never tallied again", "store", "(*Store).tallied", "err != nil || is", "true || is", keeping("NoTally")},
		{"the last write is not doubted", "store", "Doubtful", "len(metas) < 2", "false && len(metas) < 2", keeping("DoubtOfTheLastWrite")},
		{"a first page of long ago is not doubted", "store", "Doubtful", "newer-older != 1 && $x", "false && $x", keeping("DoubtOfTheLastWrite")},
		{"a copy of before is doubted", "store", "Doubtful", "older%2 == place", "place < 2", keeping("NoDoubtWithoutCause")},
		{"the next write makes a doubt go away", "store", "(*Store).update", "s.noteDoubt(b)", "error(nil)", keeping("DoubtOfTheLastWrite")},
		{"a number that exists is given out", "model/desk", "nextNumber", "has.IsZero()", "has.IsZero() || true", keeping("LostCount")},
		{"check lets pass a count that is behind", "store", "(*checker).counters", "$a < last.Count", "false && last.Count > 0", keeping("LostCount")},
		{"the numbers of another copy count as ours", "store", "Issued.Note", "number.Live[0].Stamp.Replica != last.own", "false", keeping("NumbersOfAnotherCopy")},
		{"what lost its mark is trusted", "store", "(*Store).tallied", "err != nil || !lost", "true || !lost", keeping("LostMark")},
		{"a repair leaves a count behind", "store", "(*Store).takeLocal", "$a < last.Count", "false && last.Count > 0", keeping("LostCount")},
		{"a cursor that is near stands still", "store", "(*Near).Get", "n.key, n.value = n.cur.Next()", "n.key = key", keeping("EveryProjection|RepairDerives")},
		{"a page of the index that a later version wrote is read", "store/search", "openBlock", "value[1] != 0", "false", tests{"store/search", "Strict", 0}},
		{"words that a search skips go unnoticed", "store/search", "(*block).each", "n%groupSize == 0 && $x", "false && $x", tests{"store/search", "Strict", 0}},
	}
}
