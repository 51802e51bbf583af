package spec

// nodeKind is what a node is under the core schema of YAML 1.2.
type nodeKind uint8

const (
	brokenNode nodeKind = iota // has a finding already: readers pass over it in silence
	nullNode
	boolNode
	intNode
	floatNode
	textNode
	listNode
	mappingNode
)

// String names the kind as messages do.
func (k nodeKind) String() string {
	return [...]string{"nothing", "null", "true or false", "a whole number", "a number", "text", "a list", "a mapping"}[k]
}

// node is a YAML value with its place. It is what the rest of the package
// sees of YAML: no aliases, no tags, no repeated keys.
type node struct {
	kind  nodeKind
	text  string // of a scalar, as YAML reads it
	items []*node
	pairs []pair
	span  Span
}

// pair is a key, always a text, and its value.
type pair struct{ key, value *node }

func (n *node) isScalar() bool { return n.kind > brokenNode && n.kind < listNode }
