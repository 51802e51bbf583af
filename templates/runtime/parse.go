//go:build !webhookgen_header

package runtime

import "net/http"

// Parse decodes and validates the body of one webhook request, with the
// default Limits. Nothing about the sender is known yet: prove it before the
// delivery is used.
//
// The error is a *SyntaxError or a *ValidationError. If only the payload is
// not what the specification says, Parse returns the delivery too, without a
// payload. The result shares one copy of body and keeps it alive.
func Parse(body []byte) (*Delivery, error) {
	d := decoders.Get().(*decoder)
	defer d.release()
	d.limits = defaultLimits
	return d.parse(body)
}

// Parse is the function Parse within the limits l.
func (l Limits) Parse(body []byte) (*Delivery, error) {
	d := decoders.Get().(*decoder)
	defer d.release()
	d.limits = l.withDefaults()
	return d.parse(body)
}

// parse reads a body within the limits of d.
func (d *decoder) parse(body []byte) (*Delivery, error) {
	if !d.loadText(body) {
		return nil, d.syntaxError()
	}
	v := d.newDelivery()
	return v.orSound(d, d.decodeLoaded(v))
}

// fresh returns a delivery, and what fills it. The header tells nothing here.
func (d *decoder) fresh(http.Header) (*Delivery, reader) {
	v := d.newDelivery()
	return v, v
}
