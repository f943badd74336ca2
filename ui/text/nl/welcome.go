package nl

import "leerbalie/ui/text/language"

// welcome holds the words of the first start.
func welcome() language.Table {
	return language.Table{
		"welcome.hello":          "Welkom bij Leerbalie.",
		"welcome.what":           "Hier houd je bij wie er aan de balie komt, met welke vraag, en wie er helpt. Alles blijft op deze computer.",
		"welcome.form":           "Jouw servicepunt",
		"welcome.site":           "Hoe heet jullie plek?",
		"welcome.site.hint":      "bijvoorbeeld Servicepunt Zuidwest",
		"welcome.code":           "Korte code",
		"welcome.code.hint":      "twee tot vier letters; elk nummer begint ermee: {code}-0001",
		"welcome.me":             "Hoe heet je zelf?",
		"welcome.me.hint":        "collega's zien deze naam",
		"welcome.foot":           "Enter: verder · {save}: beginnen · {demo}: rondkijken in een voorbeeld",
		"welcome.busy":           "Even wachten…",
		"welcome.demo-busy":      "Het voorbeeld wordt gemaakt…",
		"welcome.need-site":      "Geef je servicepunt een naam.",
		"welcome.need-me":        "Vul je naam in.",
		"key.welcome.demo":       "rondkijken in een voorbeeld",
		"key.welcome.demo.short": "voorbeeld bekijken",
	}
}
