package exchange

import (
	"strings"
	"testing"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
)

// FuzzImport brings anything in, dry: it never crashes, counts every row once, and names each refused row at most once.
func FuzzImport(f *testing.F) {
	f.Add(dutch)
	f.Add("id,summary,minutes,closed\n1,x,5,ja\n2,y,-1,nee\n1,x,,2024-01-01\n")
	f.Add(`[{"service_request_id": 1, "requested_datetime": "2024-05-01T10:00:00Z"}]`)
	f.Add("service_request_id,requested_datetime,status_description\n1,2024-05-01T10:00:00Z,Closed\n")
	session := deskSession(f)
	f.Fuzz(func(t *testing.T, file string) {
		o := transfer.ImportOptions{DryRun: true, Now: clock}
		report, err := ImportRequests(t.Context(), session, strings.NewReader(file), o)
		if fault.KindOf(err) == fault.Internal && err != nil {
			t.Fatal(err)
		}
		if report.Read != report.Imported+report.Unchanged+len(report.Refused) {
			t.Fatalf("%s", counts(report))
		}
		last := 0
		for _, refusal := range report.Refused {
			if refusal.Row <= last {
				t.Fatalf("row %d behind row %d", refusal.Row, last)
			}
			last = refusal.Row
		}
	})
}
