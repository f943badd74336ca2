package wording

import (
	"strings"

	"leerbalie/model/desk"
)

// Facts joins with dots those facts that there are.
func Facts(facts ...string) string {
	var some []string
	for _, f := range facts {
		if f != "" {
			some = append(some, f)
		}
	}
	return strings.Join(some, " · ")
}

// Where tells residents of one name apart.
func Where(r desk.Resident) string {
	if where := Facts(r.Street, r.Postcode, r.Phone); where != "" {
		return where
	}
	return r.Neighbourhood
}
