package main

// residentMutants break who asks for somebody else, and how long somebody is kept.
func residentMutants() []mutant {
	asks, due := by("store", "TestResidentsConform/.*/who_asks"), by("store", "TestResidentsConform/.*/who_is_due")
	return []mutant{
		{"who asks for others is not on the own page", "store", "requestsOfResident", "[...]journal.ID{r.Resident, r.AskedBy}", "[...]journal.ID{r.Resident, r.Resident}", asks},
		{"who was erased asks again", "model", "(*Request).checkPeople", "{r.AskedBy, was.AskedBy}", "{r.AskedBy, r.AskedBy}", asks},
		{"the contact person stays when the resident is erased", "model", "requestFields", "model.EntityField(RequestAskedBy, \"asked-by\", func(r *Request) *journal.ID { return &r.AskedBy }).AboutPerson()",
			"model.EntityField(RequestAskedBy, \"asked-by\", func(r *Request) *journal.ID { return &r.AskedBy })", asks},
		{"who asks for others is due while that runs", "model/retention", "gather", "!k.DueAt(now)", "true", asks},
		{"who has a request open is due", "model/retention", "(*book).request", "row.Status != desk.StatusClosed", "false", due},
	}
}
