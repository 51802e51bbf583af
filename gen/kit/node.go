package kit

import "encoding/json"

// node describes a type of the specification. What the members mean is said
// where they are read, in templates/runtime/kit/node.go.
type node struct {
	Kind    string          `json:"kind"`
	Name    string          `json:"name,omitempty"`
	Member  string          `json:"member,omitempty"`
	Const   json.RawMessage `json:"const,omitempty"`
	Closed  bool            `json:"closed,omitempty"`
	Exactly bool            `json:"exactly,omitempty"`
	Low     any             `json:"low,omitempty"`
	High    any             `json:"high,omitempty"`
	Bounded bool            `json:"bounded,omitempty"`
	Min     int             `json:"min,omitempty"`
	Max     *int            `json:"max,omitempty"`
	Texts   []string        `json:"texts,omitempty"`
	Elem    *node           `json:"elem,omitempty"`

	// One of these, a line for each: only declared types and payloads have them.
	fields   []field
	variants []variant
}

type field struct {
	Name     string          `json:"name"`
	Older    []string        `json:"older,omitempty"`
	Optional bool            `json:"optional,omitempty"`
	Nullable bool            `json:"nullable,omitempty"`
	Fixed    bool            `json:"fixed,omitempty"`
	Sample   json.RawMessage `json:"sample,omitempty"`
	Value    *node           `json:"value"`
}

type variant struct {
	Values []string `json:"values,omitempty"`
	Kind   string   `json:"kind,omitempty"`
	Value  *node    `json:"value"`
}

type action struct {
	Name   string          `json:"name"`
	Told   string          `json:"told,omitempty"`
	Tells  bool            `json:"tells,omitempty"`
	Must   bool            `json:"must,omitempty"`
	Other  bool            `json:"other,omitempty"`
	Sample json.RawMessage `json:"sample,omitempty"`

	payload *node // on the lines after it
}
