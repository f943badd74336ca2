package placement

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// isoWeek is a week as people in schools say it: 2027-W06.
func isoWeek(day time.Time) string {
	year, week := day.ISOWeek()
	return fmt.Sprintf("%d-W%02d", year, week)
}

func shownDay(day time.Time) string {
	if day.IsZero() {
		return "…"
	}
	return day.Format(time.DateOnly)
}

// hours are minutes in hours, such as 7.5.
func hours(minutes int) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(float64(minutes)/60, 'f', 2, 64), "0"), ".")
}
