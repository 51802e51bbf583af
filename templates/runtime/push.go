package runtime

import "strconv"

// NoPushError says that a push bears the name of an action that the provider
// sends as a webhook only.
type NoPushError struct{ Action Action }

func (e *NoPushError) Error() string {
	return "action " + strconv.Quote(string(e.Action)) + " has no push equivalent"
}

// ParsePush decodes and validates one push message, with the default Limits.
// The Push of the delivery is set; members that only webhooks have are zero.
// Its errors are those of Parse, or a *NoPushError.
func ParsePush(message []byte) (*Delivery, error) { return Limits{}.ParsePush(message) }

// ParsePush is the function ParsePush within the limits l.
func (l Limits) ParsePush(message []byte) (*Delivery, error) {
	d := decoders.Get().(*decoder)
	defer d.release()
	if !d.load(message, l) {
		return nil, d.syntaxError()
	}
	v := d.newDelivery()
	v.Push = new(Push)
	err := d.decodeLoaded((*pushDelivery)(v))
	if err == nil && d.await.skip {
		return nil, &NoPushError{Action: Action(v.Push.Name)}
	}
	return v.orSound(d, err)
}

// pushDelivery is a Delivery in the form of a push.
type pushDelivery Delivery

func (v *pushDelivery) read(d *decoder, p int) int {
	d.await = awaited{}
	p = d.object(p, v, &pushInfo)
	p = d.latePayload(p, &v.Payload)
	v.Action = d.await.action
	return p
}

// pushName reads the member that names the push, and finds its action.
func (d *decoder) pushName(p int) (string, int) {
	name, after := d.str(p)
	if after < 0 || d.text[p] != '"' {
		return name, after
	}
	action, ok := pushActions[name]
	if !ok {
		action = Action(name)
		if d.drift != nil {
			d.noteDrift(DriftAction, "")
		}
		d.await.skip = action.Known()
		if d.await.skip && d.collecting {
			d.add(Violation{Rule: RuleEnum, Want: "the name of a push", Got: kindString.String()})
		}
	}
	d.await.action, d.await.hasAction = action, true
	return name, after
}

// pushName checks that a push bears a name of its action.
func (c *validation) pushName(member, name string, action Action) {
	want, ok := pushActions[name]
	if !ok {
		want = Action(name)
	}
	if want != action || !ok && action.Known() {
		c.enterMember(member)
		c.refuse(RuleConst, "a push of action "+strconv.Quote(string(action)))
		c.leave()
	}
}
