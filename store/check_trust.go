package store

import "leerbalie/model/trust"

// trust tells what is written about keys and does not count: two centres that say they are the one, a word that the root key never
// said, an entry of who was not the centre. It is no damage: the entries are as they were written.
func (c *checker) trust() {
	entries, err := trust.Entries(c.t)
	if err != nil {
		return // a record that cannot be read is told with the others
	}
	_, findings := trust.Judge(entries)
	for _, f := range findings {
		c.problem("trust", f.Stamp.Replica.String(), string(f.Reason))
	}
}
