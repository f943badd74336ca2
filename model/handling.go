package model

// Urgency is how soon a request needs somebody. A site may rename the three, not add logic.
type Urgency string

// The urgencies: crisis, safety, no gas or light tonight; today; and the rest.
const (
	UrgencyNow     Urgency = "now"
	UrgencyToday   Urgency = "today"
	UrgencyRoutine Urgency = "routine"
)

// Rank orders the queue: the most urgent first.
func (u Urgency) Rank() byte {
	switch u {
	case UrgencyNow:
		return 0
	case UrgencyToday:
		return 1
	}
	return 2
}

// Supervision is who may handle a request.
type Supervision string

// The kinds of supervision: anybody alone, students only as a pair, a professional.
const (
	SupervisionAlone        Supervision = "alone"
	SupervisionPair         Supervision = "pair"
	SupervisionProfessional Supervision = "professional"
)

// Supervisions say who may handle a request.
func Supervisions() Codes {
	return Listed("supervision",
		Entry(string(SupervisionAlone), "mag alleen", "may be handled alone", "alleen", "zelfstandig"),
		Entry(string(SupervisionPair), "samen met maatje", "together with a buddy", "koppel", "maatje", "samen", "buddy"),
		Entry(string(SupervisionProfessional), "beroepskracht", "professional", "professional erbij", "alleen beroepskracht", "professional only"),
	)
}

// Urgencies are the three urgencies; a site may rename them, not add logic.
func Urgencies() Codes {
	return Listed("urgency",
		Entry(string(UrgencyNow), "nu", "now", "crisis", "spoed", "direct", "acuut", "urgent", "emergency", "hoog", "high", "!!"),
		Entry(string(UrgencyToday), "vandaag", "today", "dag", "zelfde dag", "same day", "middel", "medium"),
		Entry(string(UrgencyRoutine), "gewoon", "routine", "normaal", "normal", "laag", "low", "niet urgent", "not urgent"),
	)
}

// MaxMinutes is the most that one time entry can hold: a day and a night.
const MaxMinutes = 24 * 60
