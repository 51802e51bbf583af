package gen_test

import "fmt"

// route is where a specification has the action.
type route struct {
	action  string // place
	body    bool   // the body is the payload
	payload bool   // the payload tells the action
	both    bool   // a header tells a part of it
	fields  string // of the envelope
}

var randomRoutes = []route{
	{action: "{member: action}"},
	{action: "{member: event}"},
	{action: "{member: type}"},
	{action: "{header: X-Event}"},
	{action: "{header: x-event}", body: true},
	{action: "{header: X-Event, member: told, closed: true}", body: true, payload: true, both: true},
	{action: "{header: X-Event, member: payload.told}", payload: true, both: true},
	{action: "{header: X-Event, member: meta.told}", both: true, fields: "    meta: {type: Meta0}\n"},
	{action: "{member: meta.told}", fields: "    meta: {type: Meta0}\n"},
	{action: "{member: payload.told}", payload: true},
	{action: "{member: told}", body: true, payload: true},
}

// route writes the envelope of deliveries.
func (g *specWriter) route() route {
	route := randomRoutes[g.r.IntN(len(randomRoutes))]
	g.line("envelope:\n  action: %s", route.action)
	if g.r.IntN(3) == 0 {
		g.line("  form: {member: payload, required: %s}", g.pick("true", "false"))
	}
	if g.r.IntN(3) == 0 {
		g.line("  handshake: {member: hello, value: \"yes\", echo: challenge}")
	}
	if route.body {
		g.line("  payload: {body: true}%s", g.pick("", "\n  delivery_id: {header: X-Id}"))
		return route
	}
	older := g.pick("", ", shapes: {names: [data]}", ", shapes: {names: [data, content]}")
	if route.payload {
		older = ""
	}
	g.line("  payload: {member: payload%s}", older)
	g.line("  proof: {scheme: body_secret, member: token}\n  delivery_id: {%s}\n  closed: %s", g.pick("member: id", "header: X-Id"), g.pick("true", "false"))
	g.line("  fields:\n    token: {type: string, sensitive: secret%s}\n    id: {type: string%s}",
		g.pick("", ", shapes: {names: [key]}"), g.pick("", ", sensitive: personal", ", sensitive: secret"))
	g.line("%s    more: %s\n    last: %s", route.fields, g.field(), g.field())
	return route
}

// told returns the name of an action, and the field of its payload that tells it.
func (g *specWriter) told(route route, i int) (name string, fields []string) {
	name = fmt.Sprintf("act_%d", i)
	told := name
	if route.both && i > 0 {
		told = g.pick("made", "gone.again")
		name += "." + told // the first one is an event alone
	}
	if alone := route.both && i == 0; route.payload && !alone {
		fields = append(fields, fmt.Sprintf("told: %s", g.pick("string", "{type: {const: "+told+"}}")))
	}
	return name, fields
}
