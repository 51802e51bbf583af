//go:build webhookgen_header

package runtime

import "net/http"

// Borrow is Parse for those who are done with a delivery when use returns, such
// as a handler that keeps nothing. It calls use with what Parse returns, unless
// that is no delivery, and returns the error of use, or that of Parse.
//
// The delivery and all that it holds, texts too, belong to Borrow, which takes
// them back when use returns and overwrites them. What is to outlive that has to
// be copied, with [strings.Clone] for instance. body is not kept.
func Borrow(header http.Header, body []byte, use func(*Delivery, error) error) error {
	return Limits{}.Borrow(header, body, use)
}

// Borrow is the function Borrow within the limits l.
func (l Limits) Borrow(header http.Header, body []byte, use func(*Delivery, error) error) error {
	b := lenders.Get().(*lender)
	defer b.takeBack()
	d := b.open()
	if !d.loadBody(header, body, l) {
		return d.syntaxError()
	}
	v, into := d.fresh(header)
	v, err := v.orSound(d, d.decodeLoaded(into))
	return b.lend(v, err, use)
}
