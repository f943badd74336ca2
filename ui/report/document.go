package report

import (
	"fmt"
	"html"
	"io"
	"strings"
)

// Document is what is written: a title and blocks below it.
type Document struct {
	Lang   string // of the words, for HTML
	Title  string
	Blocks []Block
}

// Block is a heading, the name of something below one, a line, a table or a drawing; the first that is set counts.
type Block struct {
	Heading string
	Item    string
	Line    string
	Table   *Table
	Chart   *Chart // of what stands in a table beside it: only HTML draws it
	Only    For
	Page    bool // a heading that begins a page of its own where it is printed
}

// For is where a block belongs: what reads well on paper is not always what a spreadsheet can count.
type For uint8

// The places: everywhere; on paper and on a screen; in a spreadsheet.
const (
	Everywhere For = iota
	Paper
	Sheet
)

// Table is rows under headings.
type Table struct {
	Heads []string
	Rows  [][]string
	Right []int // columns of numbers

	Sheet  [][]string // the rows as a spreadsheet counts with them; nil: as they are
	Script *Script    // what scripts read instead; nil: the rows as they are

	Written bool // on paper somebody writes in it: its rows are high
}

// Formats are the ways in which a document can be written.
func Formats() []string { return []string{"md", "html", "csv"} }

func (d *Document) heading(text string) { d.Blocks = append(d.Blocks, Block{Heading: text}) }

func (d *Document) item(text string) { d.Blocks = append(d.Blocks, Block{Item: text}) }

func (d *Document) line(text string) { d.Blocks = append(d.Blocks, Block{Line: text}) }

// from says where the blocks from a place on belong.
func (d *Document) from(place int, only For) {
	for i := range d.Blocks[place:] {
		d.Blocks[place+i].Only = only
	}
}

func (d *Document) table(t Table) {
	if len(t.Rows) > 0 {
		d.Blocks = append(d.Blocks, Block{Table: &t})
	}
}

// Write writes the document in one of Formats, or in "raw": CSV for scripts.
func (d *Document) Write(dst io.Writer, format string) error {
	switch format {
	case "html":
		return d.html(dst)
	case "csv":
		return d.csv(dst)
	case "raw":
		return d.raw(dst)
	}
	_, err := io.WriteString(dst, d.Markdown())
	return err
}

// Markdown is the document as Markdown.
func (d *Document) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", mark(d.Title))
	for _, x := range d.Blocks {
		switch {
		case x.Only == Sheet || x.Chart != nil:
		case x.Heading != "":
			fmt.Fprintf(&b, "\n## %s\n", mark(x.Heading))
		case x.Item != "":
			fmt.Fprintf(&b, "\n### %s\n", mark(x.Item))
		case x.Table != nil:
			b.WriteString("\n")
			x.Table.markdown(&b)
		default:
			fmt.Fprintf(&b, "\n%s\n", mark(x.Line))
		}
	}
	return b.String()
}

func (t *Table) markdown(b *strings.Builder) {
	row := func(cells []string) {
		for _, c := range cells {
			b.WriteString("| " + strings.ReplaceAll(mark(c), "\n", "<br>") + " ")
		}
		b.WriteString("|\n")
	}
	row(t.Heads)
	for i := range t.Heads {
		if t.right(i) {
			b.WriteString("| --: ")
		} else {
			b.WriteString("| --- ")
		}
	}
	b.WriteString("|\n")
	for _, r := range t.Rows {
		row(r)
	}
}

func (t *Table) right(i int) bool {
	for _, r := range t.Right {
		if r == i {
			return true
		}
	}
	return false
}

// mark takes away what Markdown would read as more than text.
func mark(s string) string {
	return marks.Replace(strings.TrimSpace(Plain(s)))
}

// marks is what Markdown reads as more than text.
var marks = strings.NewReplacer("\\", "\\\\", "|", "\\|", "<", "&lt;", ">", "&gt;", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[", "#", "\\#", "~", "\\~")

// Plain is a text without what acts on a terminal, a printer or the direction of reading; ends of lines and tabs stay.
func Plain(s string) string {
	harmful := func(r rune) bool {
		return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
	}
	if strings.IndexFunc(s, harmful) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if harmful(r) {
			return -1
		}
		return r
	}, s)
}

// style is what makes the page print well: no colours that cost ink, tables that repeat their heads, rows that stay whole.
const style = `body{font:11pt/1.45 Georgia,"Times New Roman",serif;max-width:60em;margin:2em auto;padding:0 1em;color:#111;background:#fff}
h1{font-size:1.6em}h2{font-size:1.2em;margin-top:1.6em;break-after:avoid}h3{font-size:1em;margin:1.2em 0 .2em;break-after:avoid}
table{border-collapse:collapse;width:100%;margin:.8em 0}th,td{border:1px solid #888;padding:.25em .5em;text-align:left;vertical-align:top}
th{background:#eee}td{white-space:pre-wrap}td.n,th.n{text-align:right}td.d{white-space:nowrap}td,p{overflow-wrap:break-word}p{white-space:pre-line}
tr{break-inside:avoid}thead{display:table-header-group}svg{display:block;max-width:100%;height:auto;margin:.8em 0;break-inside:avoid}.page{break-before:page}table.written td{height:2.6em;vertical-align:bottom}svg text{font:12px Verdana,Arial,sans-serif;fill:#111}@page{margin:18mm}@media print{body{margin:0;padding:0;max-width:none}}`

// lying is what lets pages lie down, for tables with more columns than a page that stands up has room for.
const (
	lying = `body{max-width:none}table{font-size:.9em}@page{size:landscape;margin:12mm}`
	wide  = 10
)

func (d *Document) html(dst io.Writer) error {
	var b strings.Builder
	title, look := html.EscapeString(Plain(d.Title)), style
	for _, x := range d.Blocks {
		if x.Only != Sheet && x.Table != nil && len(x.Table.Heads) >= wide {
			look = style + lying
		}
	}
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n<h1>%s</h1>\n",
		html.EscapeString(d.Lang), title, look, title)
	for i, x := range d.Blocks {
		switch {
		case x.Only == Sheet:
		case x.Chart != nil:
			x.Chart.svg(&b, i)
		case x.Heading != "":
			class := ""
			if x.Page {
				class = ` class="page"`
			}
			fmt.Fprintf(&b, "<h2%s>%s</h2>\n", class, html.EscapeString(Plain(x.Heading)))
		case x.Item != "":
			fmt.Fprintf(&b, "<h3>%s</h3>\n", html.EscapeString(Plain(x.Item)))
		case x.Table != nil:
			x.Table.html(&b)
		default:
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(Plain(x.Line)))
		}
	}
	b.WriteString("</body>\n</html>\n")
	_, err := io.WriteString(dst, b.String())
	return err
}

func (t *Table) html(b *strings.Builder) {
	row := func(tag string, cells []string) {
		b.WriteString("<tr>")
		for i, c := range cells {
			class := ""
			switch {
			case t.right(i):
				class = ` class="n"`
			case tag == "td" && strings.Trim(c, "0123456789-:.,") == "": // a day: not to be broken at its hyphens
				class = ` class="d"`
			}
			fmt.Fprintf(b, "<%s%s>%s</%s>", tag, class, html.EscapeString(Plain(c)), tag[:2])
		}
		b.WriteString("</tr>\n")
	}
	if t.Written {
		b.WriteString("<table class=\"written\">\n<thead>\n")
	} else {
		b.WriteString("<table>\n<thead>\n")
	}
	row(`th scope="col"`, t.Heads)
	b.WriteString("</thead>\n<tbody>\n")
	for _, r := range t.Rows {
		row("td", r)
	}
	b.WriteString("</tbody>\n</table>\n")
}
