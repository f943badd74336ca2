// Package bundle holds the commands on bundles: what travels to a laptop, and what comes back.
package bundle
