package hsds

import (
	"slices"
	"strings"
	"sync"

	"leerbalie/store/exchange/tabular"
)

// The tables by the names of their files, without .csv.
const (
	Organizations = "organizations"
	Programs      = "programs"
	Services      = "services"
	AtLocation    = "service_at_location"
	Locations     = "locations"
	Addresses     = "addresses"
	Phones        = "phones"
	Contacts      = "contacts"
	Schedules     = "schedules"
	Languages     = "languages"
	Areas         = "service_areas"
	Costs         = "cost_options"
	Documents     = "required_documents"
	Funding       = "funding"
	Access        = "accessibility"
	Identifiers   = "organization_identifiers"
	Attributes    = "attributes"
	Taxonomies    = "taxonomies"
	Terms         = "taxonomy_terms"
	Metadata      = "metadata"
	Described     = "meta_table_descriptions"
	Units         = "units"
	Capacities    = "service_capacity"
	URLs          = "urls"
)

// Table is a table of HSDS: what it is called, its columns in the order of the specification, and what they refer to.
type Table struct {
	Name    string
	Entity  string // what one row is called in the specification and in its JSON
	Columns []Column
	Later   bool // it came with 3.1
}

// Column is a column of a table.
type Column struct {
	Name     string
	Ref      string // the table that it refers to; "" for none
	Type     string // as a data package calls it: string, date, integer, number
	Required bool
	Later    bool // it came with 3.1
}

// specified are the tables of HSDS 3.0 and 3.1, a line each: name, entity, columns. Behind a column stands > and what it refers to, :
// and its type, ! where it may not be empty; + before a name says that it came with 3.1.
//
// Source: Human Services Data Specification 3.0 and 3.1, schema reference, docs.openreferral.org (Open Referral, CC BY-SA 4.0).
const specified = `organizations organization id! name! alternate_name description! email website tax_status tax_id year_incorporated:integer legal_status logo uri parent_organization_id>organizations
programs program id! organization_id>organizations! name! alternate_name! description!
services service id! organization_id>organizations! program_id>programs name! alternate_name description url email status! interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email licenses alert last_modified:datetime
service_at_location service_at_location id! service_id>services! location_id>locations! description
locations location id! location_type! url organization_id>organizations name alternate_name description transportation latitude:number longitude:number external_identifier external_identifier_type
addresses address id! location_id>locations attention address_1! address_2 city! region state_province! postal_code! country! address_type!
phones phone id! location_id>locations service_id>services organization_id>organizations contact_id>contacts service_at_location_id>service_at_location number! extension:number type description
contacts contact id! organization_id>organizations service_id>services service_at_location_id>service_at_location location_id>locations name title department email
schedules schedule id! service_id>services location_id>locations service_at_location_id>service_at_location valid_from:date valid_to:date dtstart:date timezone:number until:date count:integer wkst freq interval:number byday byweekno bymonthday byyearday description opens_at:time closes_at:time schedule_link attending_type notes
languages language id! service_id>services location_id>locations phone_id>phones name code note
service_areas service_area id! service_id>services name description extent extent_type uri
cost_options cost_option id! service_id>services! valid_from:date valid_to:date option currency amount:number amount_description
required_documents required_document id! service_id>services document uri
funding funding id! organization_id>organizations service_id>services source
accessibility accessibility id! location_id>locations description details url
organization_identifiers organization_identifier id! organization_id>organizations! identifier_scheme identifier_type! identifier!
attributes attribute id! link_id! taxonomy_term_id>taxonomy_terms! link_type link_entity! value +label
taxonomies taxonomy id! name! description! uri version
taxonomy_terms taxonomy_term id! code name! description! parent_id>taxonomy_terms taxonomy language taxonomy_id>taxonomies term_uri
metadata metadata id! resource_id! resource_type! last_action_date:date! last_action_type! field_name! previous_value! replacement_value! updated_by!
meta_table_descriptions meta_table_description id! name language character_set
+units unit id! name! scheme identifier uri
+service_capacity service_capacity id! service_id>services! unit_id>units! available:number! maximum:number description updated:datetime!
+urls url id! label url! organization_id>organizations service_id>services`

var schema = sync.OnceValue(func() (out []Table) {
	for line := range strings.SplitSeq(specified, "\n") {
		words := strings.Fields(line)
		t := Table{Entity: words[1]}
		t.Name, t.Later = strings.CutPrefix(words[0], "+")
		for _, word := range words[2:] {
			c := Column{Type: "string"}
			word, c.Later = strings.CutPrefix(word, "+")
			word, c.Required = strings.CutSuffix(word, "!")
			word, c.Ref, _ = strings.Cut(word, ">")
			if name, kind, ok := strings.Cut(word, ":"); ok {
				word, c.Type = name, kind
			}
			c.Name = word
			t.Columns = append(t.Columns, c)
		}
		out = append(out, t)
	}
	return out
})

// Schema is the tables of HSDS 3.0 and 3.1 in the order in which they are written.
func Schema() []Table { return schema() }

// tableNamed finds a table; nil where there is none.
func tableNamed(name string) *Table {
	all := schema()
	if i := slices.IndexFunc(all, func(t Table) bool { return t.Name == name }); i >= 0 {
		return &all[i]
	}
	return nil
}

// column finds a column of a table; nil where there is none.
func (t *Table) column(name string) *Column {
	if i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name }); i >= 0 {
		return &t.Columns[i]
	}
	return nil
}

// refs are the columns of a table by which a row belongs to another one.
func (t *Table) refs() (out []Column) {
	for _, c := range t.Columns {
		if c.Ref != "" {
			out = append(out, c)
		}
	}
	return out
}

// ofEntity is the table whose rows are called so; files are named by either.
func ofEntity(name string) *Table {
	all := schema()
	key := tabular.Fold(name)
	for i := range all {
		for _, called := range []string{all[i].Name, all[i].Entity, all[i].Name + "s", all[i].Entity + "s"} {
			if tabular.Fold(called) == key {
				return &all[i]
			}
		}
	}
	switch key {
	case "capacities", "servicecapacities":
		return tableNamed(Capacities)
	case "additionalurls", "additionalwebsites":
		return tableNamed(URLs)
	case "taxonomydetail":
		return tableNamed(Taxonomies)
	case "fundings":
		return tableNamed(Funding)
	}
	return nil
}
