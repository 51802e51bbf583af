package runtime

import "slices"

// variantOf is a union by trial as a whole.
type variantOf interface {
	tried
	encodable
}

// trial checks that one variant of a union is set, and that what it is written
// as reads as that variant. set says which are, what fits none at the end;
// empty is another value of v's type. What is wrong with the variant itself
// has been found before, if known is less than what is found now.
func (c *validation) trial(v, empty variantOf, info *trialInfo, known int, set ...bool) {
	at := slices.Index(set, true)
	switch {
	case at < 0 || slices.Contains(set[at+1:], true):
		c.refuse(RuleType, "one variant, and no more")
	case c.count > known:
	case !readsAs(v, empty, info, at):
		c.refuse(RuleVariant, info.want)
	}
}

// readsAs says whether v is read as a variant when it has been written.
func readsAs(v, empty variantOf, info *trialInfo, variant int) bool {
	text, err := appendJSON(nil, v)
	var d decoder
	if err != nil || !d.load(text, Limits{}) {
		return true // what is wrong is found where the value is checked
	}
	chosen, _ := d.choose(0, empty, info)
	if variant == info.variants {
		return chosen == noVariant && d.kind(0) != kindNull
	}
	return chosen == variant
}
