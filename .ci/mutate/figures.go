package main

// figureMutants break what is counted of a site over time.
func figureMutants() []mutant {
	return []mutant{
		{"a reopened request goes on counting as handled", "store", "(*Figures).Follow", "i < len(before)", "false", keeping(figuring)},
		{"a theme that was altered stays beside the new one", "store", "(*Figures).Follow", "before[i] != f", "false", keeping(figuring)},
		{"what was taken away goes on counting", "model", "Facts", "r.Archived || r.Merged != nil", "r.Merged != nil", keeping(figuring)},
		{"a merged request counts beside the one that goes on", "model", "Facts", "r.Archived || r.Merged != nil", "r.Archived", keeping(figuring)},
		{"the minutes of a merged request count nowhere", "model", "eachCount", "on.Minutes, on.Referrals = r.Minutes, r.Referrals", "on.Minutes, on.Referrals = 0, r.Referrals", keeping(figuring)},
		{"the referrals of a merged request count nowhere", "model", "eachCount", "on.Minutes, on.Referrals = r.Minutes, r.Referrals", "on.Minutes, on.Referrals = r.Minutes, nil", keeping(figuring)},
		{"who moved counts where they lived", "store", "residentFigures", "overview.DigitsOf(before) == overview.DigitsOf(r.Postcode)", "true", keeping(figuring)},
		{"parked time is waited", "model", "(*Request).Clocks", "minutesBetween(r.Created, helped)-c.Before", "minutesBetween(r.Created, helped)", keeping(figuring)},
		{"a claim that came after closing is waited for", "model", "(*Request).Clocks", "helped.IsZero() || helped.After(end)", "helped.IsZero()", keeping(figuring)},
		{"a recall does not end the time that a request was parked", "model", "(*Request).take", "r.parks[i].till = it.Told()", "_ = i", keeping(figuring)},
		{"the last day of a period is left out", "model", "Period.bounds", "p.Until.AddDate(0, 0, 1)", "p.Until", keeping(figuring)},
		{"a period that ends before it begins is read", "model", "Period.Check", "p.Until.Before(p.From)", "false", keeping(figuring)},
		{"the median is above the middle", "model", "minutesOf.waits", "(w.N*part + 99) / 100", "w.N*part/100 + 1", by("model/overview", "NearestRank")},
		{"the week is that of another zone", "model", "(*zone).at", "t.UTC().Add(z.ahead)", "t.UTC()", keeping(figuring)},
		{"a day that is not whole counts whole", "store", "EachCount", "whole && !q.Fine", "(whole || true) && !q.Fine", keeping(figuring)},
		{"what comes to nothing stays in a cell", "store", "appendSection", "s.n != 0 || s.minutes != 0", "true", keeping("TestStoreConforms|TestCheck")},
		{"check does not look at figures", "store", "(*Cells).Compare", "!bytes.Equal(value, want)", "false", keeping("TestCheckComparesEveryProjection")},
		{"check does not miss figures", "store", "(*Cells).Compare", `problem("figures "+hex.EncodeToString(key[:]), "missing")`, "_ = key", keeping("TestCheckComparesEveryProjection")},
		{"figures of before are kept at a rebuild", "store", "DerivedBuckets", "BucketUnindexed, BucketFigure", "BucketUnindexed", keeping("TestCheckComparesEveryProjection|TestOldStores")},
		{"a file of before is not derived anew", "store", "dropDerived", "b.Bucket(name) != nil", "true", keeping("TestOldStoresOpen")},
		{"the report of a person has everybody's minutes", "model", "ReadFiguresOf", "s.Person == person", "true", keeping(figuring)},
	}
}

// figuring is what holds both stores to figures.
const figuring = "Conforms$/figures"
