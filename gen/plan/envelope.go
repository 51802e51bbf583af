package plan

import (
	"slices"

	"github.com/webhookgen/webhookgen/spec"
)

// Envelope is the object around a payload: that of webhooks or of pushes.
type Envelope struct {
	Fields []*Field // members other than the action and the payload
	Closed bool
	Notes  string

	ActionMember  string // "" if there is no member for the action alone
	PayloadMember string // "" if the payload is the whole body
	ActionNumber  int    // -1 without ActionMember
	PayloadNumber int    // -1 without PayloadMember
	Older         *Older // of the payload's member, or nil
}

// Names returns the names of the envelope's members by number.
func (e *Envelope) Names() []string {
	names := memberNames(e.Fields)
	at := len(e.Fields)
	out := append([]string{}, names[:at]...)
	if e.ActionMember != "" {
		out = append(out, e.ActionMember)
	}
	if e.PayloadMember != "" {
		out = append(out, e.PayloadMember)
	}
	out = append(out, names[at:]...)
	if e.Older != nil {
		out = append(out, e.Older.Names...)
	}
	return out
}

// payloadName is the field that remembers the name of the payload's member.
const payloadName = "PayloadMember"

// deliveryNames are the names that Delivery has besides those of the envelope.
var deliveryNames = []string{"Action", "Payload", payloadName, "Push"}

// headerNames are those that it has besides if its header tells something.
var headerNames = []string{"DeliveryID", "Header"}

func (p *planner) delivery() *Envelope {
	e := p.pkg.API.Envelope
	names := slices.Concat(deliveryNames, methodNames)
	if e.NeedsHeader() {
		names = append(names, headerNames...)
	}
	action := ""
	if e.ActionIsMember() {
		action = e.Action.Member
	}
	return p.envelope(newScope("Delivery", names...), e.Fields, action, e.Payload, e.Notes, e.Closed)
}

func (p *planner) push() *Envelope {
	e := p.pkg.API.Push
	if e == nil {
		return nil
	}
	return p.envelope(newScope("Push", "Name", payloadName), e.Fields, e.Action.Member, e.Payload, e.Notes, e.Closed)
}

func (p *planner) envelope(s *scope, fields []*spec.Field, action string, payload spec.PayloadPlace, notes string, closed bool) *Envelope {
	out := &Envelope{
		Fields: p.fields(s, fields), Closed: closed, Notes: notes,
		ActionMember: action, PayloadMember: payload.Member, ActionNumber: -1, PayloadNumber: -1,
	}
	next := len(fields)
	for _, own := range []struct {
		member string
		number *int
	}{{action, &out.ActionNumber}, {payload.Member, &out.PayloadNumber}} {
		if own.member != "" {
			*own.number = next
			next++
		}
	}
	for _, f := range out.Fields { // their older names come behind the action and the payload
		if f.Older != nil {
			f.Older = older(f.Older.GoName, f.Older.Names, &next)
		}
	}
	if len(payload.OlderNames) > 0 {
		out.Older = older(payloadName, payload.OlderNames, &next)
	}
	if len(out.Names()) > MaxFields {
		p.tooMany(payload.Span)
	}
	return out
}
