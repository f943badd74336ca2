package en

import "leerbalie/ui/text/language"

// sessions holds the words of several people on one store.
func sessions() language.Table {
	return language.Table{
		"error.no-holder":        "No other program has these data open.",
		"error.holder-other":     "Another version of Leerbalie has these data open. Close that first.",
		"error.holder-stays":     "The program that has the data open does not let go of them. Try again in a while.",
		"error.holder-lost":      "The program that had the data open stopped half-way. Look what was done, and then try again.",
		"error.caller-gone":      "Whoever asked for this is gone. What was not ready is not done.",
		"error.no-socket":        "No second window can join here. There is no place for a socket.",
		"error.nobody-to-ask":    "There is nobody to ask this.",
		"error.no-editor":        "No text program was found.",
		"error.session-broke":    "The screen stopped by a fault in Leerbalie. What was saved is still there. Start again.",
		"error.holder-serves":    "Another program on this computer serves others with these data already. Stop that first.",
		"error.listen-address":   "{address} is no address to listen at. Write for example :2222 or 192.168.1.10:2222.",
		"error.listen-failed":    "Nothing can listen at {address}: {why}. Is another program at that port? Choose another with --listen.",
		"error.host-key-open":    "Others can read the key of this computer: {path}. See to it that only you can (chmod 600), or take the file away. Then callers see another computer.",
		"error.host-key-damaged": "{path} is no key. Put the file back, or take it away. Then callers see another computer.",
	}
}
