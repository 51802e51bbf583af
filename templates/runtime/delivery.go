package runtime

// parcel is a delivery and the first of the values that it points to: one
// allocation serves most deliveries.
type parcel struct {
	delivery Delivery
	beside   beside
	strings  [2]string
	ints     [1]int64
	booleans [8]bool
}

// largeParcel is a parcel with room for the values of more than a few members.
type largeParcel struct {
	delivery Delivery
	beside   beside
	strings  [14]string
	ints     [8]int64
	booleans [8]bool
	bytes    [48]byte
}

// fewMembers is the length of a text, in bytes, up to which a parcel is not large.
const fewMembers = 300

// newDelivery returns a delivery for the text that is loaded, and has the
// decoder use the room beside it.
func (d *decoder) newDelivery() *Delivery {
	//webhookgen:only borrow
	if d.loan != nil {
		return d.large(&d.loan.parcel)
	}
	//webhookgen:end
	if d.end > fewMembers {
		return d.large(new(largeParcel))
	}
	p := new(parcel)
	d.beside = &p.beside
	d.strings, d.ints, d.booleans = p.strings[:0], p.ints[:0], p.booleans[:0]
	return &p.delivery
}

func (d *decoder) large(p *largeParcel) *Delivery {
	d.beside = &p.beside
	d.strings, d.ints, d.booleans, d.bytes = p.strings[:0], p.ints[:0], p.booleans[:0], p.bytes[:0]
	return &p.delivery
}

// room returns the room for the optional objects of the envelope.
func (d *decoder) room() *beside {
	if d.beside == nil {
		d.beside = new(beside)
	}
	return d.beside
}

// ParsePayload decodes and validates the payload of an action, without its
// envelope. Its errors are those of Parse.
func ParsePayload(action Action, payload []byte) (Payload, error) {
	var v Payload
	err := unmarshal(payload, &v, func(d *decoder, p int) (Payload, int) {
		d.await = awaited{hasAction: true, action: action}
		return d.payloadOf(p)
	})
	return v, err
}

// orSound returns v unless err concerns the envelope.
func (v *Delivery) orSound(d *decoder, err error) (*Delivery, error) {
	if err == nil {
		return v, nil
	}
	v.Payload = nil
	if d.problem == "" && d.count == d.payloadCount {
		return v, err
	}
	return nil, err
}
