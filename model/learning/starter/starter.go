// Package starter is the text of the lists of competences that come with the program, in its own words. The text of a version that
// has been released is not altered: a judgement keeps the version it was made on.
package starter

// The keys of the lists.
const (
	HBOKey        = "leerbalie:hbo-social-work"
	HelpendeKey   = "leerbalie:mbo-2-helpende-25960"
	SocialWorkKey = "leerbalie:mbo-social-work"
)

// List is one list: its title in Dutch and in English, what it is, and the parts at its top.
type List struct {
	Key, Title, English, Text string
	Top                       []Section
	Unofficial                bool // nobody's official text
}

// Section is a part with what stands below it. One without a code is an indicator, which gets its number below its parent.
type Section struct {
	Code, Title, English, Term string
	Themes                     []string
	Below                      []Section
}

// All are the lists, in the order in which they are shown.
func All() []List { return []List{HBO(), Helpende(), SocialWork()} }

// leaf is an indicator.
func leaf(title, english string) Section { return Section{Title: title, English: english} }
