// Package ui is the app in the terminal: the root that holds the screens, and Run, which main calls.
//
// Each screen is a package below this one and is reached by one typed message; only the root knows Bubble Tea's Model.
package ui

import (
	_ "earliest.leerbalie/quiet" // see docs/decisions/0003-quiet-start.md
)
