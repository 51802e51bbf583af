//go:build webhookgen_header

package runtime

import "net/http"

// Parse decodes and validates one webhook request, with the default Limits: its
// header tells a part of what its body means. The names in header are those that
// http.Header.Set writes: in a map from elsewhere they may not be. Nothing about the sender is known
// yet: prove it before the delivery is used.
//
// The error is a *SyntaxError or a *ValidationError. If only the payload is
// not what the specification says, Parse returns the delivery too, without a
// payload. The result shares one copy of body and keeps it alive.
func Parse(header http.Header, body []byte) (*Delivery, error) { return Limits{}.Parse(header, body) }

// Parse is the function Parse within the limits l.
func (l Limits) Parse(header http.Header, body []byte) (*Delivery, error) {
	d := decoders.Get().(*decoder)
	defer d.release()
	if !d.loadBody(header, body, l) {
		return nil, d.syntaxError()
	}
	v, into := d.fresh(header)
	return v.orSound(d, d.decodeLoaded(into))
}

// request fills a delivery from a body and the header that came with it.
type request struct {
	delivery *Delivery
	header   http.Header
}

func (q *request) read(d *decoder, p int) int { return q.delivery.readRequest(d, p, q.header) }

// fresh returns a delivery, and what fills it.
func (d *decoder) fresh(header http.Header) (*Delivery, reader) {
	v := d.newDelivery()
	return v, &request{v, header}
}
