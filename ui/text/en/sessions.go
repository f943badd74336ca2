package en

import "leerbalie/ui/text/language"

// sessions holds the words of several people on one store.
func sessions() language.Table {
	return language.Table{
		"error.no-holder":       "No other program has these data open.",
		"error.holder-other":    "Another version of Leerbalie has these data open. Close that first.",
		"error.holder-stays":    "The program that has the data open does not let go of them. Try again in a while.",
		"error.holder-lost":     "The program that had the data open stopped half-way. Look what was done, and then try again.",
		"error.caller-gone":     "Whoever asked for this is gone. What was not ready is not done.",
		"error.no-socket":       "No second window can join here. There is no place for a socket.",
		"error.nobody-to-ask":   "There is nobody to ask this.",
		"error.no-editor":       "No text program was found.",
		"error.session-broke":   "The screen stopped by a fault in Leerbalie. What was saved is still there. Start again.",
		"error.holder-serves":   "Another program on this computer serves others with these data already. Stop that first.",
		"error.listen-address":  "{address} is no address to listen at. Write for example :2222 or 192.168.1.10:2222.",
		"error.listen-failed":   "Nothing can listen at {address}: {why}. Is another program at that port? Choose another with --listen.",
		"cli.serve":             "let others work with these data, over the network",
		"cli.serve-long":        "Lets others work with these data at their own computer, by ssh. Who may come in is said with: leerbalie person key add. This program goes on until you stop it.",
		"cli.serve.ready":       "Others can come in at {address}.",
		"cli.serve.fingerprint": "The fingerprint of this computer is {fingerprint}.",
		"cli.serve.stop":        "Stop it with Ctrl+C.",
		"cli.flag.listen":       "the address to listen at, such as :2222 or 192.168.1.10:2222",
		"error.seat-fixed":      "This key is of {name}. Somebody else uses a key of their own.",
		"error.seat-needs-pin":  "{name} has no PIN, and cannot sit down here.",
		"cli.flag.key-shared":   "this desk is shared: who has a PIN can sit down there (U)",
		"error.holder-silent":   "The program that has the data open gives no answer.",
	}
}
