package desk

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/block"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
)

// blockJSON is a text block. The names are a promise to scripts.
type blockJSON struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
	Own   bool   `json:"own"`
}

func blockForJSON(b block.Block) blockJSON {
	return blockJSON{ID: b.ID.String(), Title: b.Title, Text: b.Text, Own: !b.Owner.IsZero()}
}

// requestBlock is the family of text blocks.
func requestBlock(r *command.Run) *cobra.Command {
	return r.Family("block", "cli.request.block", command.Commands{
		"add": blockAdd, "list": blockList, "show": blockShow, "remove": blockRemove,
	})
}

func blockAdd(r *command.Run) *cobra.Command {
	var own bool
	cmd := &cobra.Command{
		Use: "add TITLE TEXT", Short: r.Say("cli.request.block.add"), Args: command.Arguments(2, 2, "TITLE TEXT"),
		Example: "  leerbalie request block add Terugbellen \"Beste {bewoner}, {ik} belt u terug.\" --own",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				did, err := session.Do(ctx, block.AddBlock{Title: args[0], Text: args[1], Own: own})
				if err != nil {
					return err
				}
				b, err := blockMeant(ctx, session, did.Entity.String())
				if err != nil {
					return err
				}
				return saidOfBlock(r, b, "cli.request.block.added")
			})
		},
	}
	cmd.Flags().BoolVar(&own, "own", false, r.Say("cli.flag.block.own"))
	return cmd
}

func blockList(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: r.Say("cli.request.block.list"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				blocks, err := block.ReadBlocks(ctx, session)
				if err != nil {
					return err
				}
				out := []blockJSON{}
				for _, b := range blocks {
					out = append(out, blockForJSON(b))
				}
				if r.JSON {
					return output.JSON(r.Out, out)
				}
				if len(out) == 0 {
					_, err := fmt.Fprintln(r.Out, r.Say("cli.request.block.none"))
					return err
				}
				t := output.NewTable(r.Out, r.Width, r.Say("field.block-title"), r.Say("cli.col.whose"), r.Say("field.block-text"))
				for _, b := range out {
					whose := "block.of-site"
					if b.Own {
						whose = "block.own"
					}
					t.Add(b.Title, r.Say(whose), strings.Join(strings.Fields(b.Text), " "))
				}
				return t.End()
			})
		},
	}
}

func blockShow(r *command.Run) *cobra.Command {
	var number string
	cmd := &cobra.Command{
		Use: "show NAME", Short: r.Say("cli.request.block.show"), Args: command.Arguments(1, 1, "NAME"),
		Example: "  leerbalie request block show Terugbellen --for ZW-0412",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, err := blockMeant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if number != "" {
					if b.Text, err = filled(ctx, r, session, b.Text, number); err != nil {
						return err
					}
				}
				if r.JSON {
					return output.JSON(r.Out, blockForJSON(b))
				}
				_, err = fmt.Fprintln(r.Out, b.Text)
				return err
			})
		},
	}
	cmd.Flags().StringVar(&number, "for", "", r.Say("cli.flag.block.for"))
	return cmd
}

// filled is a text with its places filled from a request.
func filled(ctx context.Context, r *command.Run, session *model.Session, said, number string) (string, error) {
	q, err := desk.ReadRequestByNumber(ctx, session, number)
	if err != nil {
		return "", err
	}
	with := block.Filling{block.PlaceNumber: q.Number, block.PlaceQuestion: q.Summary, block.PlaceMe: session.Me().Name, block.PlaceToday: text.Day(r.Now().In(r.Zone(ctx, session)))}
	if with[block.PlaceResident], err = desk.ReadResidentName(ctx, session, q.Resident); err != nil {
		return "", err
	}
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return "", err
	}
	with[block.PlaceSite] = site.Name
	return block.Fill(said, with), nil
}

func blockRemove(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "remove NAME", Short: r.Say("cli.request.block.remove"), Args: command.Arguments(1, 1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, err := blockMeant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, block.ArchiveBlock{ID: b.ID}); err != nil {
					return err
				}
				return saidOfBlock(r, b, "cli.request.block.removed")
			})
		},
	}
}

func saidOfBlock(r *command.Run, b block.Block, id string) error {
	if r.JSON {
		return output.JSON(r.Out, blockForJSON(b))
	}
	_, err := fmt.Fprintln(r.Out, r.Say(id, "name", b.Title))
	return err
}

// blockMeant is the block that a title or an id means.
func blockMeant(ctx context.Context, session *model.Session, name string) (block.Block, error) {
	blocks, err := block.ReadBlocks(ctx, session)
	if err != nil {
		return block.Block{}, err
	}
	var meant []block.Block
	for _, b := range blocks {
		if b.ID.String() == name {
			return b, nil
		}
		if plain.FoldText(b.Title) == plain.FoldText(name) {
			meant = append(meant, b)
		}
	}
	switch len(meant) {
	case 0:
		return block.Block{}, fault.New(fault.NotFound, "block-none", "name", name)
	case 1:
		return meant[0], nil
	}
	return block.Block{}, fault.New(fault.Conflict, "block-which", "name", name)
}
