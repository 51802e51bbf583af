package kit

import (
	_ "embed"
	"encoding/json"
)

// table is what the specification says of its types.
//
//go:embed types.json
var table []byte

var (
	described = describe()

	types        = described.Types        // the declared types
	actions      = described.Actions      // in the order of the documentation
	envelope     = described.Envelope     // the object around a payload
	pushEnvelope = described.PushEnvelope // the same for pushes; nil without them
)

// description is what the table holds.
type description struct {
	Types        map[string]*node
	Actions      []action
	Envelope     *node
	PushEnvelope *node
}

func describe() (d description) {
	if err := json.Unmarshal(table, &d); err != nil {
		panic("types.json: " + err.Error()) // it is generated, as this file is
	}
	return d
}

// jsonText is JSON, or "" where there is none.
type jsonText string

func (t *jsonText) UnmarshalJSON(data []byte) error {
	*t = jsonText(data)
	return nil
}
