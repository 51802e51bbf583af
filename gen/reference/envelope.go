package reference

import (
	"fmt"
	"strings"
	"time"

	"github.com/webhookgen/webhookgen/spec"
)

// envelope is the object around a payload.
type envelope struct {
	Notes   []markdown
	Members []row
	Closed  bool
	Remarks []remark
}

func deliveryEnvelope(e *spec.Envelope) envelope {
	out := envelopeOf(e.Action, e.Payload, e.Fields)
	if !e.ActionIsMember() {
		out = routedEnvelope(e)
	}
	out.Notes = append(prose(e.Notes), routeNotes(e)...)
	if e.Proof != nil && e.Proof.Member != "" {
		out.Notes = append(out.Notes, "The secret in "+code(e.Proof.Member)+" proves the sender.")
	}
	switch id := e.DeliveryID; {
	case id == nil:
	case id.Header != "":
		out.Notes = append(out.Notes, "The header "+code(id.Header)+" identifies the delivery.")
	default:
		out.Notes = append(out.Notes, code(id.Member)+" identifies the delivery.")
	}
	out.Closed = e.Closed
	return out
}

func pushEnvelope(p *spec.PushEnvelope) *envelope {
	if p == nil {
		return nil
	}
	out := envelopeOf(p.Action, p.Payload, p.Fields)
	out.Notes, out.Closed = prose(p.Notes), p.Closed
	return &out
}

func envelopeOf(a spec.Place, p spec.PayloadPlace, fields []*spec.Field) envelope {
	members := []row{
		{Name: code(a.Member), Type: "string, the action", Optional: "no", Null: "no", Notes: join(prose(a.Notes), " ")},
		payloadRow(p),
	}
	return envelope{Members: append(members, rows(fields)...), Remarks: withFields(p.Remarks, fields)}
}

func payloadRow(p spec.PayloadPlace) row {
	notes := prose(p.Notes)
	if len(p.OlderNames) > 0 {
		notes = append(notes, olderNames(p.OlderNames))
	}
	return row{Name: code(p.Member), Type: "the payload of the action", Optional: "no", Null: "no", Notes: join(notes, " ")}
}

// contract returns what the provider states about delivering, a line each.
func contract(c *spec.Contract) []markdown {
	var out []markdown
	if len(c.Success) > 0 {
		var codes []string
		for _, status := range c.Success {
			codes = append(codes, fmt.Sprint(status))
		}
		out = append(out, markdown("Acknowledged by HTTP status "+strings.Join(codes, " or ")+"."))
	}
	if c.Timeout > 0 {
		out = append(out, markdown("Timeout: "+duration(c.Timeout)+"."))
	}
	if c.Retries >= 0 {
		line := fmt.Sprintf("Retries: %d", c.Retries)
		if c.Within > 0 {
			line += " within " + duration(c.Within)
		}
		out = append(out, markdown(line+"."))
	}
	return out
}

// duration leaves out the zeros that Go shows, as in 1m0s.
func duration(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}
