// Package optimum finds matchings of least cost: between two sides (assignment) and within one group (perfect matching on
// any graph). It knows numbers only, and works in whole ones, so that an optimum is exact and the same everywhere. Where
// several are equally good the order of rows and columns decides.
package optimum

import (
	"context"
	"math"
)

// far is more than any distance that occurs.
const far = math.MaxInt64

// Matrix is a dense table of costs, row after row. No cost may be below 0 or above MaxCost.
type Matrix struct {
	Rows, Cols int
	At         []int64
}

// MaxCost is the highest cost: sums over as many rows as fit in memory stay far from overflow.
const MaxCost = math.MaxInt64 / (1 << 20)

// NewMatrix makes a table of zeros.
func NewMatrix(rows, cols int) Matrix {
	return Matrix{Rows: rows, Cols: cols, At: make([]int64, rows*cols)}
}

// Row is one row of the table.
func (m Matrix) Row(i int) []int64 { return m.At[i*m.Cols : (i+1)*m.Cols] }

// stopped asks now and then whether the work is still wanted.
func stopped(ctx context.Context) error { return ctx.Err() }
