package main

// messageMutants break what waits for a colleague until it is seen.
func messageMutants() []mutant {
	return []mutant{
		{"anybody's look counts as that of whom a message is for", "model", "(*Request).takeSeen", "m.To == it.Actor", "true", keeping(conforms)},
		{"a message waits after it was seen", "model", "Message.Waits", "m.Seen == nil", "true", keeping(conforms)},
		{"a question comes to lie with who may not see the desk", "model", "ClaimRequest.Do", "!SeesDesk($*_)", "false", keeping(conforms)},
		{"who may not see the desk is informed", "model", "Inform.Do", "!SeesDesk(to, r.Site)", "false", keeping(conforms)},
		{"messages of a desk that one may not see any more are told of", "model", "ReadMessages", "!session.Clearance().MayRead($_)", "false", keeping(conforms)},
		{"the words of a message stay at an erasure", "model", "Kinds", "ItemDetails, ItemInform, ItemReferral", "ItemDetails, ItemReferral", keeping(conforms)},
		{"undoing does not say from whom a message is taken back", "model", ".back", "back := last.receipt", "back := last.receipt; back.For = journal.ID{}", by("ui/desk", "Informing")},
		{"messages stand under somebody else", "store", "MessageKey", "whom[:]", "at.Site[:]", keeping("TestStoreConforms")},
		{"a message that comes is not told of", "ui/desk/inbox", ".Took", `screen.Say(screen.Note, said)`, `screen.Say(screen.Note, said[:0])`, by("ui/desk", "MessagesWait")},
		{"a message is told of again with every change", "ui/desk/inbox", ".Took", "b.known[m.Stamp] = true", "_ = m", by("ui/desk", "MessagesWait|ListIsOpen")},
		{"opening a request is not seeing its message", "ui/desk/inbox", ".open", "_, o.unsaid = session.DoQuietly($*_)", "_ = session", by("ui/desk", "MessagesWait")},
		{"the cursor goes to the message that came", "ui/desk/inbox", ".cursor", "d.waiting[i].Stamp == d.on", "i == d.at", by("ui/desk", "ListIsOpen")},
		{"oneself stands in the list of whom to inform", "ui/desk", ".canInform", "who != w.Env.User.ID", "true", by("ui/desk", "OnlyWhoSees")},
		{"a half typed message is offered for whom it is not", "ui/desk", ".informLine", "to.String()", `""`, by("ui/desk", "AHalfTypedMessage")},
		{"a message by command loses its words", "ui/cli", "requestInform", "Text: text", "", by("ui/cli/desk", "Messages")},
	}
}
