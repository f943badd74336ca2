package starter

// HBO is social work at a university of applied sciences in five competences. The five are those of the Dutch
// programmes; the words of the indicators are our own.
func HBO() List {
	every := []string{"loneliness", "literacy", "poverty", "forms", "digital", "independent-living"}
	return List{HBOKey, "Hbo Social Work in vijf competenties", "Social work (hbo) in five competences",
		"De vijf competenties van hbo Social Work, met indicatoren in eigen woorden.", []Section{
			{Code: "C1", Title: "Informeren", English: "Informs oneself", Term: "competentie", Themes: every, Below: []Section{
				leaf("Maakt met de bewoner de vraag achter de vraag helder", "Finds the question behind the question together with the resident"),
				leaf("Zoekt uit wat er aan de hand is, ook buiten de eerste vraag", "Looks into what is going on, also beyond the first question"),
				leaf("Ziet vroeg dat het met iemand minder gaat en doet daar iets mee", "Sees early that somebody is doing worse, and acts on it"),
				leaf("Gaat naar mensen toe die zelf niet komen", "Goes to people who do not come by themselves"),
				leaf("Betrekt het netwerk van de bewoner", "Involves the people around the resident"),
			}},
			{Code: "C2", Title: "Interveniëren", English: "Intervenes", Term: "competentie",
				Themes: []string{"poverty", "forms", "loneliness", "parenting", "caregiving"}, Below: []Section{
					leaf("Maakt samen met de bewoner een plan met haalbare stappen", "Makes a plan of steps that can be taken, together with the resident"),
					leaf("Kiest een aanpak en kan zeggen waarom die werkt", "Chooses an approach and can say why it works"),
					leaf("Legt kort en volledig vast wat is gedaan en afgesproken", "Writes down briefly and fully what was done and agreed"),
					leaf("Kijkt met de bewoner terug of het geholpen heeft", "Looks back with the resident on whether it helped"),
					leaf("Blijft binnen de tijd en het geld die er zijn", "Stays within the time and money there are"),
				}},
			{Code: "C3", Title: "Samenwerken", English: "Cooperates and acts sustainably", Term: "competentie",
				Themes: []string{"neighbours", "work", "caregiving", "independent-living"}, Below: []Section{
					leaf("Kent de mensen en organisaties in de wijk en weet ze te vinden", "Knows the people and organisations of the neighbourhood and how to find them"),
					leaf("Werkt samen met andere beroepen en kent de eigen grens daarin", "Works with other professions and knows where the own part ends"),
					leaf("Draagt warm over en gaat na of het is aangekomen", "Hands over in person and checks that it arrived"),
					leaf("Zorgt dat wat is opgebouwd blijft bestaan", "Sees to it that what was built stays"),
				}},
			{Code: "C4", Title: "Vernieuwen", English: "Innovates and takes initiative", Term: "competentie",
				Themes: []string{"digital", "positive-health", "neighbours"}, Below: []Section{
					leaf("Ziet wat in het werk beter kan en doet een voorstel", "Sees what can be better in the work and makes a proposal"),
					leaf("Probeert iets nieuws uit met bewoners of collega's", "Tries something new with residents or colleagues"),
					leaf("Laat zien wat het werk oplevert", "Shows what the work brings about"),
				}},
			{Code: "C5", Title: "Profileren", English: "Profiles oneself", Term: "competentie", Below: []Section{
				leaf("Kijkt kritisch terug op eigen handelen en leert daarvan", "Looks back on the own actions and learns from them"),
				leaf("Werkt aan eigen leerdoelen en vraagt om feedback", "Works on own goals and asks for feedback"),
				leaf("Kent eigen grenzen en zegt wat niet kan", "Knows the own limits and says what cannot be done"),
				leaf("Weegt af wat in deze situatie goed is, ook als de regel iets anders zegt", "Weighs what is right in this situation, also when the rule says otherwise"),
				leaf("Kan uitleggen wat het beroep waard is", "Can explain what the profession is worth"),
			}},
		}, false}
}
