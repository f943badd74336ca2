// Command bare is a Go program that says a line and ends: what every command costs before it begins.
package main

import "os"

func main() { _, _ = os.Stdout.WriteString("bare\n") }
