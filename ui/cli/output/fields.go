package output

import (
	"slices"
	"strings"

	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
)

// FieldMap reads field=column, several to a flag with commas between. A comma inside a column's name is kept: only what
// looks like the next field begins a new pair.
func FieldMap(flags, fields []string) (map[string]string, error) {
	if len(flags) == 0 {
		return nil, nil
	}
	out := map[string]string{}
	for _, flag := range flags {
		last := ""
		for _, part := range strings.Split(flag, ",") {
			field, column, ok := strings.Cut(part, "=")
			field = strings.TrimSpace(field)
			known := slices.Contains(fields, field) || transfer.IsBSN(field)
			switch {
			case ok && known:
				out[field] = strings.TrimSpace(column)
				last = field
			case last != "" && !ok:
				out[last] += "," + part
			case ok:
				return nil, command.Misuse("cli.map-field", "field", field, "fields", strings.Join(fields, ", "))
			default:
				return nil, command.Misuse("cli.map-form", "text", part)
			}
		}
	}
	return out, nil
}
