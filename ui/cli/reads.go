package cli

import (
	"slices"

	"github.com/spf13/cobra"
)

// reading is the list of the commands that write nothing in their store, whatever flags they are given. Theirs is opened to be read, which
// takes as long as what they ask, and works where nothing can be written. Who has to give a PIN has the try counted, and so written.
var reading = []string{
	"assess agreement",
	"backup",
	"board",
	"bundle list",
	"conflicts",
	"conflicts list",
	"conflicts show",
	"course list",
	"goal list",
	"goal show",
	"course show",
	"directory export",
	"directory search",
	"directory show",
	"evidence list",
	"evidence save",
	"evidence show",
	"export checkins",
	"export meetings",
	"export promises",
	"export requests",
	"framework export",
	"framework list",
	"framework show",
	"group attention",
	"group list",
	"group without",
	"hours list",
	"hours show",
	"import list",
	"import mapping list",
	"import mapping show",
	"import show",
	"meeting free list",
	"meeting list",
	"meeting show",
	"messages",
	"notification list",
	"outcome list",
	"pair list",
	"pair propose",
	"person key list",
	"person list",
	"person show",
	"project list",
	"project show",
	"question list",
	"question show",
	"report calendar",
	"report community",
	"report group",
	"report handover",
	"report hands",
	"report outcomes",
	"report signals",
	"report site",
	"report student",
	"report value",
	"request block list",
	"request block show",
	"request day",
	"request list",
	"request search",
	"request show",
	"signal list",
	"signal show",
	"student list",
	"student show",
	"sync status",
	"value price list",
}

// onlyReads tells whether a command is on that list.
func onlyReads(cmd *cobra.Command) bool {
	_, listed := slices.BinarySearch(reading, pathOf(cmd))
	return listed
}
