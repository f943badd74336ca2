package modeltest

import (
	"time"

	"leerbalie/model/value"
)

// prices are put on the list, altered and taken off.
func (e *everything) prices() {
	hour := value.Price{Unit: value.Hour, Low: 2500, Base: 3750, High: 5000, Source: "Handreiking tarieven", Date: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), Year: 2026}
	hour.ID = e.do(value.Add{Price: hour})
	hour.Base = 4000
	e.do(value.Edit{Price: hour}, value.Remove{ID: hour.ID})
}
