package reference

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// markdown is text that can stand in a paragraph or a table cell as it is.
type markdown string

// special are the characters that mean something to Markdown, to its common
// extensions (tables, formulas, struck text) or to HTML. Those that a backslash
// does not disarm everywhere become entities.
var special = strings.NewReplacer(
	`\`, "&#92;", "|", "&#124;", "<", "&lt;", ">", "&gt;", "&", "&amp;", "`", "&#96;", "$", "&#36;",
	"*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "~", `\~`, "://", "&#58;//", "@", "&#64;",
)

// opening is what makes a list, heading, quote or rule of a line that begins
// with it.
var opening = regexp.MustCompile(`^([#+=-]|[0-9]+[.)]( |$))`)

// inline makes one line of text that reads as it is written.
func inline(text string) markdown {
	line := strings.Join(strings.Fields(visible(text)), " ")
	escaped := special.Replace(line)
	if mark := strings.TrimSpace(opening.FindString(escaped)); mark != "" {
		last := len(mark) - 1
		escaped = mark[:last] + fmt.Sprintf("&#%d;", mark[last]) + escaped[len(mark):]
	}
	return markdown(escaped)
}

// visible puts a space in place of what no reader sees: control characters,
// and those that turn the direction of writing.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// blankLine is what separates paragraphs.
var blankLine = regexp.MustCompile(`\r?\n[ \t\r]*\n`)

// prose makes paragraphs of text, which blank lines separate.
func prose(text string) []markdown {
	var out []markdown
	for _, paragraph := range blankLine.Split(text, -1) {
		if p := inline(paragraph); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// plain is what stands between backticks without doubt.
var plain = regexp.MustCompile(`^[A-Za-z0-9_.:/"{}, -]+$`)

// code shows text as it is, in the type of code.
func code(text string) markdown {
	if text == "" || text != visible(text) || text != strings.TrimSpace(text) {
		text = strconv.Quote(text)
	}
	if plain.MatchString(text) {
		return markdown("`" + text + "`")
	}
	var out strings.Builder
	for _, r := range text {
		if r < 0x80 && !isWord(r) {
			fmt.Fprintf(&out, "&#%d;", r)
		} else {
			out.WriteRune(r)
		}
	}
	return markdown("<code>" + out.String() + "</code>")
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == ' ' }

// link leads to an anchor of this page.
func link(label markdown, anchor string) markdown {
	return markdown(fmt.Sprintf("[%s](#%s)", label, anchor))
}

// linkOut leads to another site, where the address is one for browsers; the
// address stands beside the label elsewhere.
func linkOut(label markdown, address string) markdown {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return label + " (" + code(address) + ")"
	}
	target := strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", " ", "%20", "|", "%7C").Replace(u.String())
	return markdown(fmt.Sprintf("[%s](<%s>)", label, target))
}

// The anchors have a dot, which no anchor has that a renderer derives from a
// heading; so none can come between.
func actionAnchor(slug string) string { return "action." + slug }
func typeAnchor(name string) string   { return "type." + name }
