package example

import (
	"time"

	"github.com/webhookgen/webhookgen/spec"
)

// API returns a new model.
func API() *spec.API {
	types := declarations()
	rtm := &spec.PushAPI{ID: "rtm", Title: "Realtime API", URL: "https://example.com/rtm?a=1&b=2"}
	web := &spec.PushAPI{ID: "web"}
	orders := &spec.Group{Name: "orders", Notes: "What customers buy.\n\nAnd what they return."}
	people := &spec.Group{Name: "people"}
	return &spec.API{
		File: "acme.webhooks.yaml",
		Provider: spec.Provider{
			Name: "acme", Title: "Acme", Version: "1.0",
			Docs:       spec.Docs{URL: "https://example.com/webhooks", Revision: "2024-02-29", Read: "2026-11-22"},
			SchemaBase: "https://schemas.example.com/acme/1.0/",
			Notes:      "An invented shop.",
		},
		Remarks: []spec.Remark{{
			Section: "Index", Rule: "missing-section", Line: 12,
			Says: "Three actions.", Taken: "The five that have a section.",
		}},
		Groups:   []*spec.Group{orders, people},
		Contract: &spec.Contract{Success: []int{200, 202}, Timeout: 10 * time.Second, Retries: 3, Within: time.Minute, Notes: "In no order."},
		Envelope: envelope(),
		Push:     push(),
		PushAPIs: []*spec.PushAPI{rtm, web},
		Types:    types.list,
		Actions:  actions(types, orders, people, rtm, web),
	}
}

func envelope() *spec.Envelope {
	return &spec.Envelope{
		Notes:  "Every delivery is one object.",
		Action: spec.Place{Member: "action", Notes: "What happened."},
		Payload: spec.PayloadPlace{
			Member: "payload", OlderNames: []string{"data"},
			Remarks: []spec.Remark{{Section: "Envelope", Field: "data", Rule: "older-name", Says: "The member is data.", Taken: "Both are met."}},
		},
		Proof: &spec.Proof{Scheme: spec.ProofBodySecret, Member: "secret"},
		Fields: []*spec.Field{
			{Name: "secret", Type: str(), Sensitive: spec.Secret, Doc: spec.Doc{Notes: "Given at registration."}},
			{Name: "sent_at", Type: &spec.Scalar{Kind: spec.Timestamp}, Optional: spec.Documented, Sample: spec.Sample(`"2024-02-29T12:00:00Z"`)},
		},
	}
}

func push() *spec.PushEnvelope {
	return &spec.PushEnvelope{
		Notes:   "The same over a socket.",
		Action:  spec.Place{Member: "action"},
		Payload: spec.PayloadPlace{Member: "payload"},
		Fields: []*spec.Field{
			{Name: "request_id", Type: str(), Optional: spec.Documented},
			{Name: "type", Type: &spec.Const{Value: "push"}},
		},
		Closed: true,
	}
}

func actions(types *types, orders, people *spec.Group, rtm, web *spec.PushAPI) []*spec.Action {
	return []*spec.Action{
		{
			Name: "order_placed", Slug: "order_placed", Group: orders,
			Push:    []spec.PushEquivalent{{API: rtm, Name: "order_placed"}, {API: web, Name: "order_new"}},
			Payload: types.get("Order"),
			Sample:  spec.Sample(`{"id":"o1","total":9.5,"lines":[{"sku":"a","count":1}],"state":"paid"}`),
			Doc:     spec.Doc{Notes: "A customer has bought something.", Since: "1.0"},
		},
		{
			Name: "order_returned", Slug: "order_returned", Group: orders,
			Payload: types.get("Order"),
			Doc: spec.Doc{Deprecated: "order_placed has a state.", Remarks: []spec.Remark{{
				Section: "order_returned", Field: "push", Rule: "wrong-link", Line: 494,
				Says: "The link is that of order_placed.", Taken: "None.",
			}}},
		},
		inline("person.seen", "person_seen", people, []spec.PushEquivalent{{API: rtm, Name: "person.seen"}}, &spec.Object{Fields: []*spec.Field{
			{Name: "person", Type: types.ref("Person"), Sensitive: spec.Personal, Doc: spec.Doc{Notes: "Who was seen."}},
			{Name: "at", Type: &spec.Int{}, Unit: "seconds since 1970", Sample: spec.Sample(`1709208000`)},
			{Name: "attributes", Type: types.ref("Attributes"), Optional: spec.Observed, Nullable: true, Doc: spec.Doc{Remarks: []spec.Remark{{
				Section: "person.seen", Field: "attributes", Rule: "missing-in-deliveries",
				Says: "Always there.", Taken: "Optional.",
			}}}},
		}}),
		inline("stock", "stock", nil, nil, &spec.Object{Closed: true, Fields: []*spec.Field{
			{Name: "levels", Type: &spec.Map{Elem: &spec.Nullable{Elem: &spec.Int{Min: ptr(int64(0))}}}},
			{Name: "ratio", Type: &spec.Number{Min: ptr(0.0), Max: ptr(1.0)}, OlderNames: []string{"share", "part"}, Optional: spec.Documented},
		}}),
		{Name: "setting", Slug: "setting", Payload: types.get("Setting")},
	}
}

func inline(name, slug string, group *spec.Group, push []spec.PushEquivalent, body *spec.Object) *spec.Action {
	return &spec.Action{
		Name: name, Slug: slug, Group: group, Push: push, Inline: true,
		Payload: &spec.TypeDecl{Name: name, Body: body},
	}
}
