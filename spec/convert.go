package spec

import (
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

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
		if y.Kind == yaml.ScalarNode {
			return n // what it was meant to be is anybody's guess
		}
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
		if y.Style == 0 {
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
	if y.Anchor != "" {
		return c.src.span(at, 1+utf8.RuneCountInString(y.Anchor))
	}
	if y.Kind != yaml.ScalarNode {
		return c.src.span(at, 1)
	}
	return c.src.span(at, c.src.scalarWidth(at, y.Value))
}
