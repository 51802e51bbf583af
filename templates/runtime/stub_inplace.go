package runtime

// What stands here is generated in every package. It is written by hand once,
// in the smallest form, so that the files beside it compile where they lie.

// Delivery stands for a generated envelope.
type Delivery struct {
	Action  Action
	Payload Payload
	Push    *Push
}

// Push stands for the generated members of a push.
type Push struct{ Name string }

var (
	actionTable  = map[Action]*actionInfo{}
	actionOrder  []Action
	pushActions  = map[string]Action{}
	deliveryInfo = objectInfo{names: []string{"action", "payload"}, required: fieldSet{0b11}}
	pushInfo     = deliveryInfo
)

func (v *Delivery) field(d *decoder, name string, p int) (int, int) {
	switch name {
	case "action":
		v.Action, p = d.actionName(p)
		return 0, p
	case "payload":
		return 1, d.payload(p, name, &v.Payload)
	}
	return d.other(p)
}

func (v *pushDelivery) field(d *decoder, name string, p int) (int, int) {
	switch name {
	case "action":
		v.Push.Name, p = d.pushName(p)
		return 0, p
	case "payload":
		return 1, d.payload(p, name, &v.Payload)
	}
	return d.other(p)
}
