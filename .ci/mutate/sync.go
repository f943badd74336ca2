package main

// syncMutants break what holds of an exchange without a stick: who is called, who is let in, and what becomes of a line that ends.
func syncMutants() []mutant {
	over := func(run string) tests { return tests{"store/replica/sshpipe", run, 0} }
	said := func(run string) tests { return tests{"ui/cli/bundle", run, 0} }
	return []mutant{
		{"another host is called all the same", "store/replica/sshpipe", "(*Desk).exchange", "string(key.Marshal()) != string(known.Marshal())", "false", over("AnotherHost|WhyNothing")},
		{"a look goes on behind the key", "store/replica/sshpipe", "(*Desk).Look", "return enough", "_ = enough; return nil", over("AnotherHost")},
		{"whoever may hold a copy lets the centre call", "store/replica/sshpipe", "(*Desk).may", "holder.IsZero()", "holder.IsZero() && false", over("WhoMayExchange")},
		{"who may hold no copy calls", "store/replica/sshpipe", "(*Desk).may", "err != nil", "false && err != nil", over("WhoMayExchange")},
		{"who may hold no copy is answered", "store/replica/sshpipe", "Answer", "bundle.MayExchange(session)", "func() error { _ = session; return nil }()", over("WhoMayExchange")},
		{"a revoked laptop is let in", "store/replica", "Whose", "!is.Revoked", "true", over("WhoIsLetIn")},
		{"an introduction lets any key in", "store/replica", "introduced", "!bytes.Equal(row[len(row)-1].Public, public)", "false", over("WhoIsLetIn")},
		{"an invitation that was taken back lets in", "store/replica", "introduced", "inv.Withdrawn", "false", over("AnInvitationThatEnded")},
		{"the passphrase of a key is asked for nothing", "store/replica/sshpipe", "(*Desk).exchange", `why.Msg == "sync-unknown"`, "true", over("AKeyOfAPerson|WhyNothing")},
		{"a silent line is waited for", "store/replica/sshpipe", "(*line).Read", "l.SetReadDeadline($*_)", "error(nil)", over("AServerThatStops")},
		{"an address is waited for", "store/replica/sshpipe", "(*call).dial", "c.wait.Connect", "time.Minute", over("WhyNothing")},
		{"a greeting is waited for", "store/replica/sshpipe", "(*call).dial", "c.wait.Greet", "time.Minute", over("WhyNothing")},
		{"a password stands in an address", "store/replica/sshpipe", "ParseAddress", "_, secret := u.User.Password()", "secret := false", over("Addresses")},
		{"two exchanges at once", "store/replica/pipe", "(*exchange).run", "going.LoadOrStore(pair, true)", "any(nil), false", over("OneAtATime")},
		{"a store exchanges with itself", "store/replica/pipe", "(*exchange).greet", "e.to.Replica == own", "false", over("WhyNothing")},
		{"an older program is called", "store/replica/pipe", "(*exchange).greet", "theirs[at] < version", "false", over("WhyNothing")},
		{"any host is kept", "ui/cli/bundle", "sameHost", "fingerprint != host.Fingerprint", "false", said("LookedAtFirst")},
		{"Enter says that a host is right", "ui/cli/bundle", "sameHost", "!strings.Contains(r.Words.Yes(), first)", "false && first != r.Words.Yes()", said("LookedAtFirst")},
		{"an exchange that failed is passed over", "ui/cli/bundle", "exchangeAll", "failed, last = failed+1, err", "failed, last = failed, nil", said("WhatAnExchangeTells")},
		{"what failed is not stuck", "ui/cli/bundle", "(*stands).stuck", `s.peer.Failed != ""`, "false", said("WhatAStatusTells")},
		{"the key exchanges with anybody", "ui/laptops", "(*Laptops).canExchange", "(l.data.standing.Laptop || l.invites())", "true", tests{"ui/laptops", "FromTheCentre", 0}},
	}
}
