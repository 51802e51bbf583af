package plan

import "github.com/webhookgen/webhookgen/spec"

// Envelope is the object around a payload: that of webhooks or of pushes.
type Envelope struct {
	Fields []*Field // members other than the action and the payload
	Closed bool
	Notes  string

	ActionMember  string
	PayloadMember string
	ActionNumber  int
	PayloadNumber int
	Older         *Older // of the payload's member, or nil
}

// Names returns the names of the envelope's members by number.
func (e *Envelope) Names() []string {
	names := memberNames(e.Fields)
	at := len(e.Fields)
	out := append([]string{}, names[:at]...)
	out = append(out, e.ActionMember, e.PayloadMember)
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

func (p *planner) delivery() *Envelope {
	e := p.pkg.API.Envelope
	scope := newScope("Delivery", append(deliveryNames, methodNames...)...)
	return p.envelope(scope, e.Fields, e.Action, e.Payload, e.Notes, e.Closed)
}

func (p *planner) push() *Envelope {
	e := p.pkg.API.Push
	if e == nil {
		return nil
	}
	return p.envelope(newScope("Push", "Name", payloadName), e.Fields, e.Action, e.Payload, e.Notes, e.Closed)
}

func (p *planner) envelope(s *scope, fields []*spec.Field, action spec.Place, payload spec.PayloadPlace, notes string, closed bool) *Envelope {
	out := &Envelope{
		Fields: p.fields(s, fields), Closed: closed, Notes: notes,
		ActionMember: action.Member, PayloadMember: payload.Member,
		ActionNumber: len(fields), PayloadNumber: len(fields) + 1,
	}
	next := len(fields) + 2
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
