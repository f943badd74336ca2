// Package overview holds the commands on how a whole site does: its report.
package overview
