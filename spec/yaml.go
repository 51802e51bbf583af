package spec

import (
	"bytes"
	"errors"
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
func load(text []byte, limit int, fs *findings) *node {
	if !small(len(text), limit, fs) {
		return nil
	}
	src := newSource(text)
	if !readable(src, fs) {
		return nil
	}
	doc := decodeYAML(src, fs)
	if doc == nil {
		return nil
	}
	c := converter{src: src, findings: fs}
	return c.convert(doc.Content[0], nil, 1)
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
