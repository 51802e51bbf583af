package judges

import (
	"encoding/json"
	"math"
	"math/big"
	"strconv"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// Allowed is a reason for which a judge may say something else. It is not
// enough that the input looks like it: as this judge sees the input, the
// generated code must agree.
type Allowed struct {
	Judge  string
	Reason string
	// As returns the input as the judge sees it.
	As func(text []byte) []byte
}

// Disagreements is the closed list of those that are allowed. Each is used in
// the full run, or it does not belong here.
var Disagreements = []Allowed{
	{
		Judge:  "ajv",
		Reason: "a number is rounded to a double before it is judged",
		As:     func(text []byte) []byte { return rounded(text, doubles{}) },
	},
	{
		Judge:  "ajv",
		Reason: "the bound 2^63-1 is rounded to 2^63, and so is a number near it",
		As: func(text []byte) []byte {
			return rounded(text, doubles{special: map[float64]string{1 << 63: strconv.Itoa(math.MaxInt64)}})
		},
	},
	{
		Judge:  "ajv",
		Reason: "a number beyond all doubles is an infinity, which is of no listed kind, as a list would be",
		As:     func(text []byte) []byte { return rounded(text, doubles{infinity: []any{}}) },
	},
}

// doubles is how a judge sees numbers that knows only doubles.
type doubles struct {
	special  map[float64]string // doubles that are written in a way of their own
	infinity any                // what stands for an infinity; nil for the number as it is
}

// rounded returns JSON in which each number is its double.
func rounded(text []byte, d doubles) []byte {
	tree, err := conformance.Tree(text)
	if err != nil {
		return text
	}
	return conformance.Text(d.round(tree))
}

func (d doubles) round(tree any) any {
	switch tree := tree.(type) {
	case map[string]any:
		for name, v := range tree {
			tree[name] = d.round(v)
		}
	case []any:
		for i, v := range tree {
			tree[i] = d.round(v)
		}
	case json.Number:
		return d.number(tree)
	}
	return tree
}

func (d doubles) number(n json.Number) any {
	f, err := n.Float64()
	switch {
	case err != nil && d.infinity != nil:
		return d.infinity
	case err != nil:
		return n
	case d.special[f] != "":
		return json.Number(d.special[f])
	}
	return double(f)
}

// double writes a whole number with all its digits, and any other as briefly
// as it can be told from its neighbours: bounds are written so too.
func double(f float64) json.Number {
	if f == math.Trunc(f) && math.Abs(f) < 1e300 {
		return json.Number(new(big.Float).SetFloat64(f).Text('f', 0))
	}
	return json.Number(strconv.FormatFloat(f, 'g', -1, 64))
}
