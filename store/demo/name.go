package demo

import (
	"strings"

	"leerbalie/model/plain"
)

// origin is where names come from, and what people of such a name may speak at home.
type origin struct {
	weight   int // of a hundred residents
	students int // of a hundred students
	language string
	speaks   int // of a hundred, how many are helped best in that language
	women    string
	men      string
	families string
}

// origins are given names and family names as they are heard in the streets of a Dutch town, drawn by lot and put
// together: whoever carries such a name is meant by chance only.
func origins() []origin {
	return []origin{
		{28, 42, "nl", 0,
			"Anna Joke Ria Willy Corrie Annemiek Petra Sandra Linda Esther Marloes Ingrid Truus Bep Greet Sanne Femke Lotte Iris Noor Eva Fleur",
			"Jan Piet Henk Kees Wim Rob Gerard Dirk Arie Bas Ruud Peter Ton Hans Joop Niels Sem Thijs Daan Bram Stijn Luuk",
			"de Vries|Jansen|van der Berg|Bakker|van Dijk|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|van der Meer|Kok|Scholten|van Vliet|Prins|Huisman|Peeters|Kuiper|Post|Schouten"},
		{14, 13, "tr", 35,
			"Fatma Ayşe Emine Hatice Zeynep Elif Meryem Özlem Gülsüm Sevgi Esra Nuray",
			"Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Murat Yusuf Emre Kemal Orhan",
			"Yılmaz|Kaya|Demir|Çelik|Şahin|Yıldız|Öztürk|Aydın|Arslan|Doğan|Kılıç|Aslan|Çetin|Koç|Kurt"},
		{15, 14, "ar", 25,
			"Fatima Khadija Naima Samira Latifa Malika Zohra Hanane Soumaya Ikram Aïcha Rachida",
			"Mohamed Ahmed Hassan Youssef Rachid Said Karim Abdelkader Omar Bilal Mustapha Driss",
			"El Amrani|Bouzid|El Idrissi|Benali|Ait Said|Chaouki|El Khattabi|Ouali|Azzouzi|Bennani|El Fassi|Haddou|Tahiri|Lahcen"},
		{12, 12, "nl", 0,
			"Shanti Sheila Carmen Astrid Sunita Rita Jacqueline Lucia Priya Joyce Marva Anushka",
			"Ramon Dennis Rakesh Glenn Stanley Winston Anand Ricardo Roy Sergio Vishnu Marlon",
			"Ramdin|Pinas|Kartosen|Bhagwandas|Kromosoeto|Biharie|Jadnanansing|Wijngaarde|Soekhoe|Tjon|Mahabier|Amatredjo|Rijssel|Doelwijt"},
		{8, 5, "pl", 70,
			"Agnieszka Katarzyna Magdalena Ewa Joanna Beata Monika Dorota",
			"Piotr Krzysztof Tomasz Marek Paweł Andrzej Jakub Grzegorz",
			"Kowalska/Kowalski|Nowak|Wiśniewska/Wiśniewski|Wójcik|Kamińska/Kamiński|Lewandowska/Lewandowski|Zielińska/Zieliński|Mazur|Krawczyk|Dudek"},
		{6, 2, "uk", 75,
			"Oksana Olena Iryna Natalia Svitlana Tetiana Yuliia",
			"Andrii Oleksandr Serhii Dmytro Mykola Volodymyr Taras",
			"Shevchuk|Kovalenko|Bondarenko|Tkachenko|Kravchuk|Melnyk|Savchenko|Lysenko|Moroz"},
		{7, 4, "ar", 65,
			"Rania Hala Nour Sabah Lina Rasha Maha",
			"Khaled Anas Bashar Mahmoud Tarek Samer Hamza",
			"Al Hassan|Haddad|Al Ahmad|Khoury|Darwish|Al Masri|Najjar|Kassem|Al Khatib|Sabbagh"},
		{6, 4, "ti", 75,
			"Selam Helen Almaz Rahwa Senait Feven Mebrat",
			"Tesfay Yonas Mehari Filmon Samuel Abraham Kidane",
			"Tekle|Haile|Ghebremedhin|Kiflom|Weldu|Abraha|Berhane|Tesfai|Habte"},
		{4, 4, "en", 40,
			"Grace Abena Blessing Patience Precious Efua",
			"Emmanuel Kwame Samuel Kofi Daniel Chidi",
			"Mensah|Owusu|Boateng|Okafor|Asante|Adeyemi|Osei|Eze"},
	}
}

// naming draws names that nobody else on the stage has.
type naming struct {
	d     *dice
	from  []origin
	taken map[string]bool
}

// name is a drawn name with what it tells.
type name struct {
	full   string
	mail   string // the part of an e-mail address before the at sign
	female bool
	origin origin
}

func newNaming(d *dice) *naming { return &naming{d, origins(), map[string]bool{}} }

func (n *naming) draw(weight func(origin) int) name {
	weights := make([]int, len(n.from))
	for i, o := range n.from {
		weights[i] = weight(o)
	}
	for {
		o := n.from[weighted(n.d, weights)]
		female := n.d.chance(58)
		given := o.men
		if female {
			given = o.women
		}
		first, family := one(n.d, strings.Fields(given)), one(n.d, strings.Split(o.families, "|"))
		if hers, his, two := strings.Cut(family, "/"); two {
			family = his
			if female {
				family = hers
			}
		}
		full := first + " " + family
		if n.taken[full] {
			continue
		}
		n.taken[full] = true
		return name{full, strings.ReplaceAll(plain.FoldText(full), " ", "."), female, o}
	}
}
