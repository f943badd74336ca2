package main

// nameMutants let a text that names a resident leave the house, hold back one that names nobody, or make a stranger of a copy that
// goes on under another name.
func nameMutants() []mutant {
	clones := tests{"store/replica", "SetBackOrCopied", 0}
	crowd, known, intro := tests{"model/plain", "Crowd|Everybody", 0}, tests{"store/replica/names", "", 0}, tests{"store/replica/introduce", "", 0}
	return []mutant{
		{"a name in capitals is not found", "model/plain", "(*crowdText).split", "append(s.folded, c+'a'-'A')", "append(s.folded, c)", crowd},
		{"ij and y are two letters in a text", "model/plain", "oneY", "at < 0", "true", crowd},
		{"a family name with its tussenvoegsels as one word is not found", "model/plain", "(*Crowd).name", "w.prefix && c.nameOf($*_)", "false", crowd},
		{"a title says nothing", "model/plain", "(*Crowd).around", "address == always && (!b.dot || b.letters <= 4)", "false", crowd},
		{"an initial says nothing", "model/plain", "(*Crowd).around", "b.capital && (b.letters == 1 || b.letters <= 3 && b.dot && !c.given($_))", "false", crowd},
		{"any initial will do", "model/plain", "(*Crowd).initial", "known || f.alone", "known || true", crowd},
		{"the end of a sentence joins two names", "model/plain", "(*Crowd).around", "b.dot && b.letters > 2", "false", crowd},
		{"a teacher is taken for a resident with a part of the name", "model/plain", "(*Crowd).around", "ours >= theirs", "true", crowd},
		{"the name of a teacher is taken for a resident's", "model/plain", "(*Crowd).around", "theirs > 0", "false", crowd},
		{"who bears the name of a teacher is not found", "model/plain", "(*Crowd).around", "ours > 0 && ours >= theirs", "ours > theirs", crowd},
		{"common words in small letters are names", "model/plain", "written", "!prefix && b.without", "true", crowd},
		{"a place is a tussenvoegsel", "model/plain", "(*Crowd).nameOf", "s.words[at].light && prefix && !f.with", "false", crowd},
		{"a double name is known by all of it alone", "model/plain", "(*Crowd).eachName", "len(words) > 1", "false", crowd},
		{"a number in groups is not found", "model/plain", "phoneRuns", "between < 3", "false", crowd},
		{"a number of other digits is not found", "model/plain", "phoneRuns", "digitOf(r)", "uint64(r-'0'), r >= '0' && r <= '9'", crowd},
		{"a street with another number is one's", "model/plain", "(*crowdText).address", "and(and(key, last), number[:n])", "and(key, last)", crowd},
		{"an e-mail address has to be in small letters", "model/plain", "(*Crowd).mailsIn", "strings.ToLower(text[from:to])", "text[from:to]", crowd},
		{"what a resident was called before is forgotten", "store/replica/names", "Residents", "k.earlier(tx, r)", "error(nil)", known},
		{"what was replaced together with what stands is forgotten", "store/replica/names", "replaced", "!personal && v.Stamp == s", "v.Stamp == s", tests{"store/replica/names", "EveryName", 0}},
		{"names of one's own are held back", "store/replica/names", "Texts", "c.Op == journal.OpSet && own(c.Kind, w.Field)", "false", known},
		{"words are not looked at", "store/replica/names", "Texts", "w.Value.EachText($_)", "_ = w", known},
		{"anybody introduces a key", "store/replica/introduce", "Read", "!ed25519.Verify($*_)", "len(signer)+len(signature) < 0", intro},
		{"words follow that do not follow each other", "store/replica/introduce", "Read", "!bytes.Equal(out[len(out)-1].Public, w.By)", "false", intro},
		{"a copy that was put back is anybody's", "store/replica/introduce", "(*Word).Witness", "!bytes.Equal(said.Public, w.By)", "false", intro},
		{"a row leads to another key", "store/replica/introduce", "For", "!bytes.Equal(row[len(row)-1].Public, public)", "false", intro},
		{"another name is not introduced", "store/self", "Rename", "tally.Keep(b, wire.BucketMeta, wire.MetaIntro, row)", "error(nil)", keeping("Introduced")},
		{"a copy that was set back is not noticed", "store/replica", "setBack", "err != nil || len(altered) > 0", "err != nil", clones},
		{"anybody is believed that a copy was set back", "store/replica", "setBack", "(w.Replica() == me || st.CentreIs(w.Replica()))", "true", tests{"store/replica", "OnlyWhoCanKnow", 0}},
		{"what is in doubt is said to be here", "store/replica", "sure", "doubtful && d.upTo < h.Seq", "doubtful && d.upTo < 0", clones},
		{"what others hold in the place of one's own is never taken", "store/replica", "(*verifying).part", "at.Hash != hash", "at.Hash != at.Hash || len(hash) == 0", clones},
		{"one's own is not written anew", "store/replica", "reissue", "t.Emit(c)", "error(nil)", clones},
		{"what is written anew names what is gone", "store", "anew", "w.Value.Restamped(now)", "w.Value", tests{"store/replica", "Reissue", 0}},
		{"a number is given twice when something is written anew", "store", "anew", "c.Kind == desk.KindRequest && c.Op == journal.OpSet && w.Field == desk.RequestNumber", "false", tests{"store/replica", "Reissue", 0}},
		{"what was written under a name before is nobody's", "store/replica", "(*verifying).prove", "h.Stream.Replica == w.Replica()", "false", clones},
		{"a name that was never admitted is forgotten", "store/replica", "(*stranger).names", "!known", "!known && w.To() == x.name()", clones},
		{"a tag that another has is kept", "store/replica", "(*receiving).retag", "!r.st.TagTaken(me, r.t.Tag())", "true", tests{"store/replica", "ATag", 0}},
		{"a bundle for the name before is taken in", "store/replica", "(*verifying).meet", "to != v.me && v.mine[to]", "to != v.me && v.mine[to] && false", tests{"store/replica", "AnotherNameIsAsked", 0}},
		{"two copies under one name are not told", "store/replica", "(*receiving).parted", "parts.At(h.Stream, h.Seq) == h.Hash", "h.Seq > 0 || parts.At(h.Stream, h.Seq) == h.Hash", tests{"store/replica", "TwoCopies", 0}},
		{"another name is taken before anybody is asked", "store", "(*Store).recognise", "anew != nil", "false", keeping("AnotherNameIsAsked")},
		{"anything is a yes", "ui/cli", "(*Run).GoesOn", "!strings.Contains(r.Words.Yes(), typed[:1])", "false", tests{"ui/cli", "AnotherName", 0}},
		{"where its streams ended is not said", "store/self", "ends", "h.Stream.Replica == name", "h.Stream.Replica == name && false", keeping("Introduced")},
	}
}
