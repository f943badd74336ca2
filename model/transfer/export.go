package transfer

// ExportOptions say what to write and how.
type ExportOptions struct {
	Format   Format // CSV, JSON or Bulk
	Open     bool   // only what is not closed
	Progress func(written int)
}

// Exported is what was written.
type Exported struct {
	Requests int
	Remarks  []Remark // what the format cannot carry
}
