package drift

import (
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/spec"
)

// Kind is how page and specification differ.
type Kind string

// The kinds of findings.
const (
	ActionAdded    Kind = "action-added"
	ActionRemoved  Kind = "action-removed"
	ActionRenamed  Kind = "action-renamed"
	GroupChanged   Kind = "group-changed"
	FieldAdded     Kind = "field-added"
	FieldRemoved   Kind = "field-removed"
	TypeChanged    Kind = "type-changed"
	NowOptional    Kind = "now-optional"
	NowRequired    Kind = "now-required"
	EnumAdded      Kind = "enum-added"
	EnumRemoved    Kind = "enum-removed"
	ValueAdded     Kind = "value-added"
	ValueRemoved   Kind = "value-removed"
	PushAdded      Kind = "push-added"
	PushRemoved    Kind = "push-removed"
	EnvelopeMember Kind = "envelope-member"
	Contradiction  Kind = "contradiction"
	StaleRemark    Kind = "stale-remark"
)

// Observed is the Value of a NowRequired finding about a member that nothing
// marks as optional any more, and that can be missing all the same.
const Observed = "observed"

// EnvelopeName is the Action of findings about the envelope.
const EnvelopeName = "envelope"

// Finding is one difference.
type Finding struct {
	Kind    Kind
	Action  string // EnvelopeName for the envelope, empty for the page as a whole
	Path    string // of a field, names joined by dots
	Value   string // that differs: an enum value, an API, a type, another name
	Message string
	PageAt  spec.Span // the zero span where the page has nothing
	SpecAt  spec.Span

	// What the two sides have there, for those who carry the one into the other.
	PageAction *infer.Action
	PageField  *infer.Field
	PagePush   *infer.Push
	SpecAction *spec.Action
	SpecField  *spec.Field
	SpecType   spec.Type      // that the field has, or the part of it that differs
	Owner      *spec.TypeDecl // whose fields or values differ; nil for the envelope
	Holder     *spec.TypeDecl // whose field SpecField is; nil for the envelope
	API        *spec.PushAPI
}

// Place is what a finding is about, whatever it says of it.
func (f *Finding) Place() [3]string {
	aspect := string(f.Kind)
	switch f.Kind {
	case ActionAdded, ActionRemoved, ActionRenamed:
		aspect = "action"
	case FieldAdded, FieldRemoved:
		aspect = "field"
	case NowOptional, NowRequired:
		aspect = "optional"
	case EnumAdded, EnumRemoved:
		aspect = "enum"
	case ValueAdded, ValueRemoved:
		aspect = "value " + f.Value
	case PushAdded, PushRemoved:
		aspect = "push " + f.Value
	}
	return [3]string{f.Action, f.Path, aspect}
}

// Same says whether two findings say the same.
func (f *Finding) Same(other *Finding) bool {
	return f.Kind == other.Kind && f.Place() == other.Place() && f.Value == other.Value
}
