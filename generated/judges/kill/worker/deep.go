package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
)

// deepValues returns values at the limit of nesting and beyond it, and a
// payload that cannot stand in a delivery.
func deepValues() []trial {
	known := everything.UnknownPayload{Action: everything.ActionEmpty, Raw: json.RawMessage("{}")}
	tried := strings.Repeat(`{"id":1,"next":`, 60) + `"left"` + strings.Repeat("}", 60)
	out := []trial{{name: "unions by trial in each other", run: func(r *report) {
		var v everything.Target
		r.failed(v.UnmarshalJSON([]byte(tried)))
	}}, {name: "an unknown payload of a known action", run: func(r *report) { r.failed(known.Validate()) }}}
	for depth := 96; depth < 104; depth++ {
		tree, leaf := everything.Tree{}, &everything.Leaf{}
		mixed, shape := everything.MixedOfString(""), everything.Shape(&everything.Circle{})
		for range depth {
			tree = everything.Tree{"": tree}
			leaf = &everything.Leaf{Next: leaf}
			mixed = everything.MixedOfList([]everything.Mixed{mixed})
			shape = &everything.ShapeGroup{Shapes: []everything.Shape{shape}}
		}
		group := shape.(*everything.ShapeGroup)
		out = append(out, trial{name: fmt.Sprintf("depth %d", depth), run: func(r *report) {
			for _, v := range []interface{ Validate() error }{tree, leaf, &mixed, group} {
				r.failed(v.Validate())
			}
		}})
	}
	return out
}
