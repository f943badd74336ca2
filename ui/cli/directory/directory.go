// Package directory is the commands on the directory of services (sociale kaart).
package directory

import (
	"github.com/spf13/cobra"

	"leerbalie/ui/cli/command"
)

// Directory holds the commands on the directory.
func Directory(r *command.Run) *cobra.Command {
	return r.Family("directory", "cli.directory", command.Commands{"export": export, "import": bring})
}
