package learning

// frameworkHBO is social work at a university of applied sciences in five competences. The five are those of the Dutch
// programmes; the words of the indicators are our own.
func frameworkHBO() Framework {
	every := []string{"loneliness", "literacy", "poverty", "forms", "digital", "independent-living"}
	return builtin(keyHBO, "Hbo Social Work in vijf competenties", english("Social work (hbo) in five competences"),
		"De vijf competenties van hbo Social Work, met indicatoren in eigen woorden.", []section{
			{code: "C1", title: "Informeren", in: english("Informs oneself"), term: "competentie", themes: every, below: []section{
				leaf("Maakt met de bewoner de vraag achter de vraag helder", english("Finds the question behind the question together with the resident")),
				leaf("Zoekt uit wat er aan de hand is, ook buiten de eerste vraag", english("Looks into what is going on, also beyond the first question")),
				leaf("Ziet vroeg dat het met iemand minder gaat en doet daar iets mee", english("Sees early that somebody is doing worse, and acts on it")),
				leaf("Gaat naar mensen toe die zelf niet komen", english("Goes to people who do not come by themselves")),
				leaf("Betrekt het netwerk van de bewoner", english("Involves the people around the resident")),
			}},
			{code: "C2", title: "Interveniëren", in: english("Intervenes"), term: "competentie",
				themes: []string{"poverty", "forms", "loneliness", "parenting", "caregiving"}, below: []section{
					leaf("Maakt samen met de bewoner een plan met haalbare stappen", english("Makes a plan of steps that can be taken, together with the resident")),
					leaf("Kiest een aanpak en kan zeggen waarom die werkt", english("Chooses an approach and can say why it works")),
					leaf("Legt kort en volledig vast wat is gedaan en afgesproken", english("Writes down briefly and fully what was done and agreed")),
					leaf("Kijkt met de bewoner terug of het geholpen heeft", english("Looks back with the resident on whether it helped")),
					leaf("Blijft binnen de tijd en het geld die er zijn", english("Stays within the time and money there are")),
				}},
			{code: "C3", title: "Samenwerken", in: english("Cooperates and acts sustainably"), term: "competentie",
				themes: []string{"neighbours", "work", "caregiving", "independent-living"}, below: []section{
					leaf("Kent de mensen en organisaties in de wijk en weet ze te vinden", english("Knows the people and organisations of the neighbourhood and how to find them")),
					leaf("Werkt samen met andere beroepen en kent de eigen grens daarin", english("Works with other professions and knows where the own part ends")),
					leaf("Draagt warm over en gaat na of het is aangekomen", english("Hands over in person and checks that it arrived")),
					leaf("Zorgt dat wat is opgebouwd blijft bestaan", english("Sees to it that what was built stays")),
				}},
			{code: "C4", title: "Vernieuwen", in: english("Innovates and takes initiative"), term: "competentie",
				themes: []string{"digital", "positive-health", "neighbours"}, below: []section{
					leaf("Ziet wat in het werk beter kan en doet een voorstel", english("Sees what can be better in the work and makes a proposal")),
					leaf("Probeert iets nieuws uit met bewoners of collega's", english("Tries something new with residents or colleagues")),
					leaf("Laat zien wat het werk oplevert", english("Shows what the work brings about")),
				}},
			{code: "C5", title: "Profileren", in: english("Profiles oneself"), term: "competentie", below: []section{
				leaf("Kijkt kritisch terug op eigen handelen en leert daarvan", english("Looks back on the own actions and learns from them")),
				leaf("Werkt aan eigen leerdoelen en vraagt om feedback", english("Works on own goals and asks for feedback")),
				leaf("Kent eigen grenzen en zegt wat niet kan", english("Knows the own limits and says what cannot be done")),
				leaf("Weegt af wat in deze situatie goed is, ook als de regel iets anders zegt", english("Weighs what is right in this situation, also when the rule says otherwise")),
				leaf("Kan uitleggen wat het beroep waard is", english("Can explain what the profession is worth")),
			}},
		})
}
