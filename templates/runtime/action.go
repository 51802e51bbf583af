package runtime

import "encoding/json"

// Action names what a webhook tells of. An Action that this package does not
// know is one that the provider has added since.
type Action string

// PushEquivalent names the push of an API that carries the payload of an action.
type PushEquivalent struct {
	API  string // identifier of the API
	Name string // of the push
}

// actionInfo is what is known of an action.
type actionInfo struct {
	action Action
	group  string
	notes  string
	push   []PushEquivalent
}

// Known says whether this package has a payload type for the action.
func (a Action) Known() bool { return actionNumber(a) >= 0 }

// Group returns the chapter of the provider's documentation, or "".
func (a Action) Group() string { return a.info().group }

// Notes returns what the provider's documentation says, or "".
func (a Action) Notes() string { return a.info().notes }

// Push returns the pushes with the same payload. The list belongs to the caller.
func (a Action) Push() []PushEquivalent {
	return append([]PushEquivalent(nil), a.info().push...)
}

// UnmarshalJSON decodes the name as strictly as Parse does.
func (a *Action) UnmarshalJSON(data []byte) error { return unmarshal(data, a, text[Action]) }

func (a Action) info() *actionInfo {
	if number := actionNumber(a); number >= 0 {
		return &actionTable[number]
	}
	return &actionInfo{}
}

// Actions returns every known action in the order of the documentation. The
// list belongs to the caller.
func Actions() []Action {
	out := make([]Action, len(actionTable))
	for i := range actionTable {
		out[i] = actionTable[i].action
	}
	return out
}

// Payload is what an action tells: a pointer to the type of that action, or
// *UnknownPayload.
type Payload interface {
	reader
	encodable
	checkable

	// Validate returns nil, or a *ValidationError that lists why the value
	// cannot be sent as it is.
	Validate() error
	// AppendJSON appends the payload to dst.
	AppendJSON(dst []byte) ([]byte, error)

	payloadAction() Action
}

// UnknownPayload is the payload of an action that this package does not know.
type UnknownPayload struct {
	Action Action
	Raw    json.RawMessage // an object
}

func (v *UnknownPayload) payloadAction() Action { return v.Action }

func (v *UnknownPayload) read(d *decoder, p int) int {
	if d.text[p] != '{' {
		return d.wrongType(p, "object")
	}
	v.Raw, p = d.raw(p)
	return p
}

func (v *UnknownPayload) encode(e *encoder) { e.raw(v.Raw) }

func (v *UnknownPayload) validate(c *validation) {
	if v.Action.Known() {
		c.refuse(RuleConst, "an action that is not known")
	}
	c.rawObject(v.Raw)
}

// Validate returns nil, or a *ValidationError if Raw is no JSON object or the
// action is a known one.
func (v *UnknownPayload) Validate() error { return validate(v) }

// AppendJSON appends the payload to dst.
func (v *UnknownPayload) AppendJSON(dst []byte) ([]byte, error) { return appendJSON(dst, v) }

// UnmarshalJSON reads an object into Raw, and leaves the Action as it is.
func (v *UnknownPayload) UnmarshalJSON(data []byte) error {
	fresh := UnknownPayload{Action: v.Action}
	if err := unmarshalObject(data, &fresh); err != nil {
		return err
	}
	*v = fresh
	return nil
}

// MarshalJSON returns the payload as JSON.
func (v UnknownPayload) MarshalJSON() ([]byte, error) { return v.AppendJSON(nil) }

// awaited is what the decoder knows of a delivery's payload while it reads the
// envelope: the payload can come before the action.
type awaited struct {
	hasAction bool
	action    Action
	skip      bool // the payload cannot be read: the action has none here
}

// passedOver is a payload that came before its action.
type passedOver struct {
	at   int
	name string // of the member
}

// actionName reads the member that holds the action.
func (d *decoder) actionName(p int) (Action, int) {
	text, after := d.str(p)
	name := Action(text)
	if after >= 0 && d.text[p] == '"' {
		d.await.action, d.await.hasAction = name, true
		if d.drift != nil && !name.Known() {
			d.noteDrift(DriftAction, "")
		}
	}
	return name, after
}

// payload reads the payload at p, which stands in the member name, into v; or
// passes over it until the action is known.
func (d *decoder) payload(p int, name string, v *Payload) int {
	if !d.await.hasAction {
		d.late = append(d.late, passedOver{p, name})
		return d.skip(p)
	}
	*v, p = d.payloadOf(p)
	return p
}

// latePayload reads a payload that came before its action; there are several
// if several of its names are used. p is behind the envelope and returned.
func (d *decoder) latePayload(p int, v *Payload) int {
	late := d.late
	d.late = late[:0]
	if p < 0 || !d.await.hasAction {
		return p
	}
	d.depth++ // the payload stands inside of the envelope
	for _, l := range late {
		if d.collecting {
			d.enterMember(l.name)
		}
		value, after := d.payloadOf(l.at)
		if after < 0 {
			return after
		}
		if d.collecting {
			d.leave()
		}
		*v = value
	}
	d.depth--
	return p
}

// newPayload returns an empty payload for the action of a number.
func (d *decoder) newPayload(number int) Payload {
	//webhookgen:only borrow
	if d.loan != nil {
		return d.loan.payload(number)
	}
	//webhookgen:end
	return emptyPayload(number)
}

func (d *decoder) payloadOf(p int) (Payload, int) {
	if d.await.skip {
		return nil, d.skip(p)
	}
	before := d.count
	var v Payload
	if number := actionNumber(d.await.action); number >= 0 {
		v = d.newPayload(number)
	} else {
		v = &UnknownPayload{Action: d.await.action}
	}
	d.discarding = d.collecting // a payload in an error's place goes nowhere
	p = v.read(d, p)
	d.discarding = false
	d.payloadCount += d.count - before
	return v, p
}
