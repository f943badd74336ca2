package transfer

import "leerbalie/model/journal"

// The formats of directories of services.
const (
	HSDS     Format = "hsds"      // tables of the Human Services Data Specification 3.0 or 3.1, in a folder or a zip file
	HSDSJSON Format = "hsds-json" // the same as JSON
	Ohana    Format = "ohana"     // the older layout of the Ohana API
)

// DirectoryFields are the fields that a column of a table with columns of its own can be mapped to.
func DirectoryFields() []string {
	return []string{"id", "organization", "service", "description", "needs", "audience", "eligibility", "process", "fees", "languages", "areas", "phone", "email",
		"website", "contact", "place", "street", "postcode", "city", "hours", "days", "opens", "closes", "documents", "wait", "assured_on", "note"}
}

// DirectoryReport is what came of an import of a directory. Its counts are of services.
type DirectoryReport struct {
	ID        journal.ID // under which the whole of it can be undone; zero where nothing was kept
	Format    Format
	Read      int
	Imported  int
	Changed   int
	Unchanged int // known, and here as the file has them
	Refused   []DirectoryRefusal
	Remarks   []Remark
	DryRun    bool // nothing was kept

	Organizations, Locations, Services DirectoryCount
}

// DirectoryCount is what came of entries of one kind.
type DirectoryCount struct{ Read, Imported, Changed, Unchanged int }

// Done is how many were gone through.
func (c DirectoryCount) Done() int { return c.Imported + c.Changed + c.Unchanged }

// DirectoryRefusal is a row that was not taken.
type DirectoryRefusal struct {
	File string // without a folder; "" where nothing has a name
	Refusal
}

// DirectoryExported is what was written.
type DirectoryExported struct {
	Organizations, Services, Locations int
	Remarks                            []Remark // what the format cannot carry
}

// DirectoryFiles are the names of the files that an export makes in a folder, in the order in which they are made.
func DirectoryFiles() []string {
	return []string{"organizations.csv", "programs.csv", "services.csv", "service_at_location.csv", "locations.csv", "addresses.csv", "phones.csv", "contacts.csv",
		"schedules.csv", "languages.csv", "service_areas.csv", "cost_options.csv", "required_documents.csv", "funding.csv", "accessibility.csv",
		"organization_identifiers.csv", "attributes.csv", "taxonomies.csv", "taxonomy_terms.csv", "metadata.csv", "meta_table_descriptions.csv", "datapackage.json"}
}
