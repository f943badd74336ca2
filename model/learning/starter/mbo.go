package starter

// Helpende is mbo-2 Helpende Zorg en Welzijn, crebo 25960, core task B1-K1 with its five work processes; the words
// of the indicators are our own.
func Helpende() List {
	return List{HelpendeKey, "Mbo-2 Helpende Zorg en Welzijn (25960), B1-K1", "Mbo-2 assistant in care and welfare (25960), B1-K1",
		"Kerntaak B1-K1 met de werkprocessen W1 tot en met W5; indicatoren in eigen woorden.", []Section{
			{Code: "B1-K1", Title: "Biedt basisondersteuning in het werk", English: "Gives basic support in the work", Term: "kerntaak", Below: []Section{
				{Code: "W1", Title: "Bereidt de werkzaamheden voor en stemt af", English: "Prepares and coordinates the work", Term: "werkproces",
					Themes: []string{"forms", "work"}, Below: []Section{
						leaf("Vraagt na wat er gedaan moet worden en door wie", "Asks what has to be done and by whom"),
						leaf("Zet klaar wat nodig is", "Gets ready what is needed"),
						leaf("Stemt af met maatje en begeleider", "Coordinates with buddy and supervisor"),
					}},
				{Code: "W2", Title: "Is aanspreekpunt, aan de balie en online", English: "Is a point of contact, at the desk and online", Term: "werkproces",
					Themes: []string{"literacy", "forms", "digital", "poverty", "loneliness"}, Below: []Section{
						leaf("Ontvangt mensen vriendelijk en rustig", "Receives people kindly and calmly"),
						leaf("Luistert en vraagt door tot de vraag duidelijk is", "Listens and asks on until the question is clear"),
						leaf("Geeft begrijpelijke informatie, ook online en aan de telefoon", "Gives information that is understood, also online and on the phone"),
						leaf("Verwijst goed door als het niet de eigen taak is", "Refers on well when it is not the own task"),
					}},
				{Code: "W3", Title: "Helpt de werkplek veilig te houden, ook sociaal", English: "Helps keep the workplace safe, also socially", Term: "werkproces",
					Themes: []string{"neighbours", "independent-living"}, Below: []Section{
						leaf("Houdt de ruimte schoon, veilig en toegankelijk", "Keeps the room clean, safe and accessible"),
						leaf("Ziet spanning en haalt er op tijd iemand bij", "Sees tension and gets somebody in time"),
						leaf("Gaat zorgvuldig om met wat mensen vertellen", "Is careful with what people tell"),
					}},
				{Code: "W4", Title: "Rondt de werkzaamheden af", English: "Completes the work", Term: "werkproces",
					Themes: []string{"forms", "digital"}, Below: []Section{
						leaf("Maakt af wat is afgesproken", "Finishes what was agreed"),
						leaf("Legt vast wat er is gedaan", "Writes down what was done"),
						leaf("Draagt over wat nog moet gebeuren", "Hands over what still has to be done"),
					}},
				{Code: "W5", Title: "Evalueert de werkzaamheden", English: "Evaluates the work", Term: "werkproces", Below: []Section{
					leaf("Vertelt wat goed ging en wat beter kan", "Tells what went well and what can be better"),
					leaf("Vraagt om feedback en doet er iets mee", "Asks for feedback and does something with it"),
				}},
			}},
		}, false}
}

// SocialWork is a list to start from for mbo social work, under the two core tasks that the dossier of 2015 is
// known by. It is nobody's official text and says so.
func SocialWork() List {
	return List{SocialWorkKey, "Mbo Social Work: startlijst (niet officieel)", "Mbo social work: a list to start from (not official)",
		"Een eigen lijst om mee te beginnen. Dit is geen officiële tekst: pas hem aan of importeer de lijst van de school.", []Section{
			{Code: "K1", Title: "Aanpakken van sociale problemen", English: "Tackling social problems", Term: "kerntaak", Below: []Section{
				{Code: "K1-W1", Title: "Brengt de vraag in beeld", English: "Gets a picture of the question", Term: "werkproces",
					Themes: []string{"poverty", "forms", "loneliness", "literacy"}, Below: []Section{
						leaf("Legt contact en wint vertrouwen", "Makes contact and gains trust"),
						leaf("Vraagt door naar wat er speelt", "Asks on about what is going on"),
						leaf("Kijkt naar wat iemand zelf kan en wie er helpen", "Looks at what somebody can do and who helps"),
					}},
				{Code: "K1-W2", Title: "Maakt een plan met de bewoner", English: "Makes a plan with the resident", Term: "werkproces",
					Themes: []string{"poverty", "independent-living", "work"}, Below: []Section{
						leaf("Stelt samen doelen die haalbaar zijn", "Sets goals together that can be reached"),
						leaf("Spreekt af wie wat doet en wanneer", "Agrees who does what and when"),
					}},
				{Code: "K1-W3", Title: "Ondersteunt en activeert", English: "Supports and activates", Term: "werkproces",
					Themes: []string{"digital", "literacy", "loneliness", "caregiving", "parenting", "positive-health"}, Below: []Section{
						leaf("Helpt zo dat iemand het de volgende keer zelf kan", "Helps so that somebody can do it alone next time"),
						leaf("Brengt mensen met elkaar in contact", "Brings people in contact with each other"),
						leaf("Blijft rustig als het spannend wordt", "Stays calm when it becomes tense"),
					}},
				{Code: "K1-W4", Title: "Verwijst en draagt over", English: "Refers and hands over", Term: "werkproces",
					Themes: []string{"poverty", "caregiving", "independent-living", "neighbours"}, Below: []Section{
						leaf("Kent de sociale kaart van de wijk", "Knows the services of the neighbourhood"),
						leaf("Draagt warm over, met toestemming", "Hands over in person, with consent"),
					}},
			}},
			{Code: "K2", Title: "Werken aan kwaliteit en deskundigheid", English: "Working on quality and expertise", Term: "kerntaak", Below: []Section{
				{Code: "K2-W1", Title: "Werkt aan de eigen ontwikkeling", English: "Works on the own development", Term: "werkproces", Below: []Section{
					leaf("Kijkt terug op eigen werk", "Looks back on the own work"),
					leaf("Stelt leerdoelen en haalt ze", "Sets goals and reaches them"),
				}},
				{Code: "K2-W2", Title: "Werkt samen aan beter werk", English: "Works together on better work", Term: "werkproces",
					Themes: []string{"neighbours", "work"}, Below: []Section{
						leaf("Brengt ideeën in het team in", "Brings ideas to the team"),
						leaf("Werkt volgens afspraken over veiligheid en privacy", "Works by the agreements on safety and privacy"),
					}},
			}},
		}, true}
}
