package schema

import "github.com/webhookgen/webhookgen/spec"

// trialUnion lets every variant try. It is one choice of branches, whose
// complaints are left out of a report: the value itself is at fault.
func (r refs) trialUnion(u *spec.TrialUnion) object {
	var variants []object
	for _, v := range u.Variants {
		variants = append(variants, r.schemaOf(v.Type, false))
	}
	if !u.Closed {
		// What fits none passes too, but for null.
		variants = append(variants, object{{"not", object{{"anyOf", append([]object{typed("null", false)}, variants...)}}}})
	}
	if u.Exactly {
		return object{{"oneOf", variants}}
	}
	return object{{"anyOf", variants}}
}
