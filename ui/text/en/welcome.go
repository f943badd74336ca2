package en

import "leerbalie/ui/text/language"

// welcome holds the words of the first start.
func welcome() language.Table {
	return language.Table{
		"welcome.hello":          "Welcome to Leerbalie.",
		"welcome.what":           "Here you keep track of who comes to the desk, with which question, and who helps. Everything stays on this computer.",
		"welcome.form":           "Your service point",
		"welcome.site":           "What is your place called?",
		"welcome.site.hint":      "for example Service Point South",
		"welcome.code":           "Short code",
		"welcome.code.hint":      "two to four letters; every number begins with it: {code}-0001",
		"welcome.me":             "What is your own name?",
		"welcome.me.hint":        "colleagues see this name",
		"welcome.foot":           "Enter: go on · {save}: begin · {demo}: look around in a demo",
		"welcome.busy":           "One moment…",
		"welcome.demo-busy":      "Making the demo…",
		"welcome.need-site":      "Give your service point a name.",
		"welcome.need-me":        "Fill in your name.",
		"key.welcome.demo":       "look around in a demo",
		"key.welcome.demo.short": "look at a demo",
	}
}
