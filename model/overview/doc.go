// Package overview counts what a site did in a period, of the requests that it closed and of those that wait: for the report
// of a site, and for the screen that shows it. It only reads.
package overview
