package spec

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// maxDepth is the deepest nesting of a file. The language itself needs about
// ten levels; the rest is room for samples.
const maxDepth = 100

// load turns the text into nodes. It returns nil if the text is no document
// that the language can be read from.
func load(src *source, limit int, fs *findings) *node {
	if !readable(src, limit, fs) {
		return nil
	}
	doc := decodeYAML(src, fs)
	if doc == nil {
		return nil
	}
	c := converter{src: src, findings: fs}
	return c.convert(doc.Content[0], nil, 1)
}

// readable checks what has to hold before a YAML parser sees the text.
func readable(src *source, limit int, fs *findings) bool {
	text := src.text
	if len(text) > limit {
		fs.add("file-too-large", src.span(0, 1), "the file has %d bytes, and %d are the limit", len(text), limit).
			help("split the specification, or move long notes and samples out of it")
		return false
	}
	if bytes.HasPrefix(text, []byte("\uFEFF")) {
		fs.add("byte-order-mark", src.span(0, 1), "the file begins with a byte order mark").
			help("save it as UTF-8 without a byte order mark")
		return false
	}
	for i := 0; i < len(text); {
		r, width := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && width == 1 {
			fs.add("not-utf8", src.span(i, 1), "byte 0x%02x is not UTF-8", text[i]).help("save the file as UTF-8")
			return false
		}
		if !yamlCharacter(r) {
			fs.add("control-character", src.span(i, 1), "the file holds the control character %U", r).
				help(`remove it, or write it as an escape within double quotes, such as "\x01"`)
			return false
		}
		i += width
	}
	return true
}

// yamlCharacter says whether YAML allows r in a file.
func yamlCharacter(r rune) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n' || r == '\r'
	case r >= 0x7f && r < 0xa0:
		return r == 0x85
	}
	return r != 0xfffe && r != 0xffff
}

// decodeYAML parses the one document of the text.
func decodeYAML(src *source, fs *findings) (doc *yaml.Node) {
	defer func() {
		// yaml.v3 panics on some malformed input where it should return an error.
		if p := recover(); p != nil {
			doc = nil
			fs.add("bad-yaml", src.span(0, 1), "the YAML parser gave up: %v", p)
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(src.text))
	var first, second yaml.Node
	err := decoder.Decode(&first)
	if errors.Is(err, io.EOF) || err == nil && isEmpty(&first) {
		fs.add("empty-file", src.span(0, 1), "the file holds no specification").help("see `webhookgen init` for a first one")
		return nil
	}
	if err == nil {
		if err = decoder.Decode(&second); errors.Is(err, io.EOF) {
			return &first
		}
	}
	if err != nil {
		reportYAML(src, err, fs)
		return nil
	}
	fs.add("second-document", src.wholeLine(second.Line), "a second document begins here").
		help("a specification is one document: remove the `---`, or put the second one into a file of its own")
	return &first
}

func isEmpty(doc *yaml.Node) bool {
	return len(doc.Content) == 0 || doc.Content[0].Tag == "!!null" && doc.Content[0].Value == ""
}

var (
	yamlLine      = regexp.MustCompile(`^line (\d+): `)
	unknownAnchor = regexp.MustCompile(`^unknown anchor '(.*)' referenced$`)
)

// reportYAML turns an error of yaml.v3, which knows a line at best, into a
// finding with a place.
func reportYAML(src *source, err error, fs *findings) {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	if m := unknownAnchor.FindStringSubmatch(message); m != nil {
		at := max(0, bytes.Index(src.text, []byte("*"+m[1])))
		reportAlias(fs, src.span(at, utf8.RuneCountInString(m[1])+1), "alias *"+m[1])
		return
	}
	line := 1
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		line, _ = strconv.Atoi(m[1])
		message = message[len(m[0]):]
	}
	fs.add("bad-yaml", src.wholeLine(line), "this is not YAML: %s", message).
		help("the cause may stand a line or two above: look for a missing quote, colon or bracket, or a wrong indent")
}

func reportAlias(fs *findings, at Span, what string) {
	fs.add("anchor", at, "%s: anchors and aliases are not part of the language", clip(what)).
		help("declare what is shared under `types` and refer to it by name")
}

// converter turns the nodes of yaml.v3 into those of this package.
type converter struct {
	src *source
	*findings
}

// convert converts y, the value of key where that is not nil.
func (c converter) convert(y *yaml.Node, key *node, depth int) *node {
	n := &node{span: c.spanOf(y, key)}
	if depth > maxDepth {
		c.add("too-deep", n.span, "this is nested more than %d levels deep", maxDepth).help("flatten it")
		return n
	}
	if y.Kind == yaml.AliasNode {
		reportAlias(c.findings, n.span, "alias *"+y.Value)
		return n
	}
	if y.Anchor != "" {
		reportAlias(c.findings, n.span, "anchor &"+y.Anchor)
	}
	if y.Style&yaml.TaggedStyle != 0 {
		c.add("tag", n.span, "tag %s: tags are not part of the language", clip(y.Tag)).help("remove it; quotes make a value a text")
	}
	switch y.Kind {
	case yaml.MappingNode:
		n.kind = mappingNode
		c.pairs(n, y.Content, depth)
	case yaml.SequenceNode:
		n.kind = listNode
		for _, item := range y.Content {
			n.items = append(n.items, c.convert(item, nil, depth+1))
		}
	case yaml.ScalarNode:
		n.kind, n.text = textNode, y.Value
		if y.Style&^yaml.TaggedStyle == 0 {
			n.kind = plainKind(y.Value)
		}
	}
	return n
}

// pairs converts the content of a mapping; of a repeated key the first stays.
func (c converter) pairs(n *node, content []*yaml.Node, depth int) {
	seen := map[string]*node{}
	for i := 0; i+1 < len(content); i += 2 {
		key := c.convert(content[i], nil, depth+1)
		value := c.convert(content[i+1], key, depth+1)
		switch first := seen[key.text]; {
		case key.kind == brokenNode:
		case !key.isScalar():
			c.add("bad-key", key.span, "a key must be a text, not %s", key.kind)
		case first != nil:
			c.add("duplicate-key", key.span, "key %s is there twice", quote(key.text)).
				help("remove one of them").related(first.span, "the first one")
		default:
			seen[key.text] = key
			n.pairs = append(n.pairs, pair{key, value})
		}
	}
}

// spanOf is where y stands. A value that is left out stands at its key: the
// place that yaml.v3 has for it is that of whatever comes next.
func (c converter) spanOf(y *yaml.Node, key *node) Span {
	if y.Kind == yaml.ScalarNode && y.Value == "" && y.Style == 0 && key != nil {
		return key.span
	}
	at := c.src.offset(y.Line, y.Column)
	if y.Kind != yaml.ScalarNode {
		return c.src.span(at, 1)
	}
	return c.src.span(at, c.src.scalarWidth(at, y.Value))
}

// clip shortens a text for a message and makes its control characters harmless.
func clip(text string) string {
	q := quote(text)
	return q[1 : len(q)-1]
}

// quote is clip in double quotes.
func quote(text string) string {
	const longest = 60
	if runes := []rune(text[:min(len(text), 4*(longest+1))]); len(runes) > longest {
		text = string(runes[:longest]) + "…"
	}
	return fmt.Sprintf("%q", text)
}
