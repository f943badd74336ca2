// Package desk holds the commands on residents and what they ask: request and resident.
package desk
