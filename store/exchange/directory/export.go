package directory

import (
	"context"
	"io"
	"slices"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/hsds"
)

// Export writes the directory as HSDS 3.0, a file for each table, which create makes; where create is nil, as a zip file to dst. What has
// been retired, and the services of an organisation that has, are left out, and that is said. Whoever may read the directory may take it along:
// nothing in it is about a resident. Errors: Refused; those of reading, and of writing.
func Export(ctx context.Context, session *model.Session, dst io.Writer, create func(name string, write func(io.Writer) error) error) (transfer.DirectoryExported, error) {
	var out transfer.DirectoryExported
	all, err := directory.ReadAll(ctx, session)
	if err != nil {
		return out, err
	}
	w := wholeOf(all)
	left := w.leaveOut(all)
	tables := w.tables()
	out.Organizations, out.Services, out.Locations = len(tables[hsds.Organizations]), len(tables[hsds.Services]), len(tables[hsds.Locations])
	if create == nil {
		out.Remarks, err = hsds.WriteZip(tables, dst)
	} else {
		out.Remarks, err = hsds.Write(tables, create)
	}
	if left > 0 {
		out.Remarks = append(out.Remarks, transfer.Say("hsds.retired", "n", left))
	}
	return out, err
}

// leaveOut takes away what has been retired, and tells how much that is.
func (w *whole) leaveOut(all directory.All) int {
	gone := map[journal.ID]bool{}
	for i := range all.Organizations {
		o := &all.Organizations[i]
		gone[o.ID] = o.Retired != nil
	}
	for i := range all.Locations {
		l := &all.Locations[i]
		gone[l.ID] = l.Retired != nil
	}
	for i := range all.Services {
		s := &all.Services[i]
		gone[s.ID] = s.Retired != nil || gone[s.Organization]
	}
	before := len(w.order)
	w.order = slices.DeleteFunc(w.order, func(k key) bool { return gone[w.ids[k]] })
	return before - len(w.order)
}
