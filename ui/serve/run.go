package serve

import (
	"context"

	"leerbalie/model"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/command"
)

// The names of the secrets for which a file can be named at the caller's.
const (
	SecretPIN           = "pin"
	SecretPhrase        = "phrase"
	SecretPassphrase    = "passphrase"
	SecretNewPassphrase = "new-passphrase"
	SecretCode          = "code"
)

// command carries out a command of a caller, on the store that is open here, with the caller's streams and files.
func (h *Holder) command(ctx context.Context, c *Caller, l *line) int {
	powers := h.house.Powers(c)
	powers.WriteFile = c.Write
	return cli.Run(model.Once(ctx, c.call.Once, c.call.Again), powers, command.Caller{
		Args: c.call.Args, In: c.Input(), Out: l, Err: l.Stderr(), Locale: c.call.Locale, NoColor: c.call.NoColor, Width: c.call.Width,
		Now: h.house.Now, Files: c, Answer: c.Answer(), Version: h.house.Program,
		Secrets: command.Secrets{
			Ask: c.AskSecret(), PIN: c.Secret(SecretPIN), Phrase: c.Secret(SecretPhrase),
			Passphrase: c.Secret(SecretPassphrase), NewPassphrase: c.Secret(SecretNewPassphrase), Code: c.Secret(SecretCode),
		},
	})
}
