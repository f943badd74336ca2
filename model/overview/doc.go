// Package overview counts what a site did.
package overview
