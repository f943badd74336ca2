// Package visits is the commands of regular clients: arranging visits, the week, and what came of each visit.
package visits
