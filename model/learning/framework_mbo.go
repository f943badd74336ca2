package learning

// frameworkHelpende is mbo-2 Helpende Zorg en Welzijn, crebo 25960, core task B1-K1 with its five work processes; the words
// of the indicators are our own.
func frameworkHelpende() Framework {
	return builtin(keyHelpende, "Mbo-2 Helpende Zorg en Welzijn (25960), B1-K1", english("Mbo-2 assistant in care and welfare (25960), B1-K1"),
		"Kerntaak B1-K1 met de werkprocessen W1 tot en met W5; indicatoren in eigen woorden.", []section{
			{code: "B1-K1", title: "Biedt basisondersteuning in het werk", in: english("Gives basic support in the work"), term: "kerntaak", below: []section{
				{code: "W1", title: "Bereidt de werkzaamheden voor en stemt af", in: english("Prepares and coordinates the work"), term: "werkproces",
					themes: []string{"forms", "work"}, below: []section{
						leaf("Vraagt na wat er gedaan moet worden en door wie", english("Asks what has to be done and by whom")),
						leaf("Zet klaar wat nodig is", english("Gets ready what is needed")),
						leaf("Stemt af met maatje en begeleider", english("Coordinates with buddy and supervisor")),
					}},
				{code: "W2", title: "Is aanspreekpunt, aan de balie en online", in: english("Is a point of contact, at the desk and online"), term: "werkproces",
					themes: []string{"literacy", "forms", "digital", "poverty", "loneliness"}, below: []section{
						leaf("Ontvangt mensen vriendelijk en rustig", english("Receives people kindly and calmly")),
						leaf("Luistert en vraagt door tot de vraag duidelijk is", english("Listens and asks on until the question is clear")),
						leaf("Geeft begrijpelijke informatie, ook online en aan de telefoon", english("Gives information that is understood, also online and on the phone")),
						leaf("Verwijst goed door als het niet de eigen taak is", english("Refers on well when it is not the own task")),
					}},
				{code: "W3", title: "Helpt de werkplek veilig te houden, ook sociaal", in: english("Helps keep the workplace safe, also socially"), term: "werkproces",
					themes: []string{"neighbours", "independent-living"}, below: []section{
						leaf("Houdt de ruimte schoon, veilig en toegankelijk", english("Keeps the room clean, safe and accessible")),
						leaf("Ziet spanning en haalt er op tijd iemand bij", english("Sees tension and gets somebody in time")),
						leaf("Gaat zorgvuldig om met wat mensen vertellen", english("Is careful with what people tell")),
					}},
				{code: "W4", title: "Rondt de werkzaamheden af", in: english("Completes the work"), term: "werkproces",
					themes: []string{"forms", "digital"}, below: []section{
						leaf("Maakt af wat is afgesproken", english("Finishes what was agreed")),
						leaf("Legt vast wat er is gedaan", english("Writes down what was done")),
						leaf("Draagt over wat nog moet gebeuren", english("Hands over what still has to be done")),
					}},
				{code: "W5", title: "Evalueert de werkzaamheden", in: english("Evaluates the work"), term: "werkproces", below: []section{
					leaf("Vertelt wat goed ging en wat beter kan", english("Tells what went well and what can be better")),
					leaf("Vraagt om feedback en doet er iets mee", english("Asks for feedback and does something with it")),
				}},
			}},
		})
}

// frameworkSocialWork is a list to start from for mbo social work, under the two core tasks that the dossier of 2015 is
// known by. It is nobody's official text and says so.
func frameworkSocialWork() Framework {
	f := builtin(keySocialWork, "Mbo Social Work: startlijst (niet officieel)", english("Mbo social work: a list to start from (not official)"),
		"Een eigen lijst om mee te beginnen. Dit is geen officiële tekst: pas hem aan of importeer de lijst van de school.", []section{
			{code: "K1", title: "Aanpakken van sociale problemen", in: english("Tackling social problems"), term: "kerntaak", below: []section{
				{code: "K1-W1", title: "Brengt de vraag in beeld", in: english("Gets a picture of the question"), term: "werkproces",
					themes: []string{"poverty", "forms", "loneliness", "literacy"}, below: []section{
						leaf("Legt contact en wint vertrouwen", english("Makes contact and gains trust")),
						leaf("Vraagt door naar wat er speelt", english("Asks on about what is going on")),
						leaf("Kijkt naar wat iemand zelf kan en wie er helpen", english("Looks at what somebody can do and who helps")),
					}},
				{code: "K1-W2", title: "Maakt een plan met de bewoner", in: english("Makes a plan with the resident"), term: "werkproces",
					themes: []string{"poverty", "independent-living", "work"}, below: []section{
						leaf("Stelt samen doelen die haalbaar zijn", english("Sets goals together that can be reached")),
						leaf("Spreekt af wie wat doet en wanneer", english("Agrees who does what and when")),
					}},
				{code: "K1-W3", title: "Ondersteunt en activeert", in: english("Supports and activates"), term: "werkproces",
					themes: []string{"digital", "literacy", "loneliness", "caregiving", "parenting", "positive-health"}, below: []section{
						leaf("Helpt zo dat iemand het de volgende keer zelf kan", english("Helps so that somebody can do it alone next time")),
						leaf("Brengt mensen met elkaar in contact", english("Brings people in contact with each other")),
						leaf("Blijft rustig als het spannend wordt", english("Stays calm when it becomes tense")),
					}},
				{code: "K1-W4", title: "Verwijst en draagt over", in: english("Refers and hands over"), term: "werkproces",
					themes: []string{"poverty", "caregiving", "independent-living", "neighbours"}, below: []section{
						leaf("Kent de sociale kaart van de wijk", english("Knows the services of the neighbourhood")),
						leaf("Draagt warm over, met toestemming", english("Hands over in person, with consent")),
					}},
			}},
			{code: "K2", title: "Werken aan kwaliteit en deskundigheid", in: english("Working on quality and expertise"), term: "kerntaak", below: []section{
				{code: "K2-W1", title: "Werkt aan de eigen ontwikkeling", in: english("Works on the own development"), term: "werkproces", below: []section{
					leaf("Kijkt terug op eigen werk", english("Looks back on the own work")),
					leaf("Stelt leerdoelen en haalt ze", english("Sets goals and reaches them")),
				}},
				{code: "K2-W2", title: "Werkt samen aan beter werk", in: english("Works together on better work"), term: "werkproces",
					themes: []string{"neighbours", "work"}, below: []section{
						leaf("Brengt ideeën in het team in", english("Brings ideas to the team")),
						leaf("Werkt volgens afspraken over veiligheid en privacy", english("Works by the agreements on safety and privacy")),
					}},
			}},
		})
	f.Unofficial = true
	return f
}
