package kit

import (
	"strings"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// members breaks the members of an object.
func (b *breaker) members(n *node, key, pointer string, object map[string]any, but string) {
	if n.Closed {
		object["a_member_of_tomorrow"] = true
		b.add(key, "an unknown member", pointer, hooks.RuleUnknown, "a_member_of_tomorrow")
		delete(object, "a_member_of_tomorrow")
	}
	for i := range n.Fields {
		if f := &n.Fields[i]; f.Name != but {
			b.field(f, key+"."+f.Name, pointer, object)
		}
	}
}

// field breaks one member, under whichever name it is there.
func (b *breaker) field(f *field, key, pointer string, object map[string]any) {
	for _, name := range append([]string{f.Name}, f.Older...) {
		value, there := object[name]
		if !there {
			continue
		}
		isTold := b.isTold(pointer + "/" + escape(name))
		delete(object, name)
		if !f.Optional && (!isTold || b.action.Must) {
			b.add(key, "missing", pointer, hooks.RuleRequired, f.Name)
		}
		object[name] = value
		b.otherNames(f, key, pointer, object, value)
		set := func(v any) { object[name] = v }
		if isTold {
			b.breakTold(key, pointer+"/"+escape(name), set)
			set(value)
			continue
		}
		if b.null[pointer+"/"+escape(name)] = f.Nullable; value != nil {
			b.visit(f.Value, key, pointer+"/"+escape(name), value, set, "")
		}
		set(value)
	}
}

// otherNames puts a member under two of its names.
func (b *breaker) otherNames(f *field, key, pointer string, object map[string]any, value any) {
	for _, name := range append([]string{f.Name}, f.Older...) {
		if _, there := object[name]; !there {
			object[name] = value
			b.add(key, "under two names", pointer, hooks.RuleOneName, f.Name)
			delete(object, name)
		}
	}
}

var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

func escape(name string) string { return pointerEscapes.Replace(name) }
