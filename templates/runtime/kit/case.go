package kit

import (
	"bytes"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	//webhookgen:only header
	"time"
	//webhookgen:end

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// Case is a delivery, ready to be sent.
type Case struct {
	Name   string // of the action, and what is special about it
	Action hooks.Action
	Header http.Header // of the request, beside the content type
	Body   []byte      // JSON, also where a form is sent

	form string // the member of the form that the body is sent in, or ""
	//webhookgen:only header

	secret *hooks.Secret // to sign with; Secret if nil
	at     *time.Time    // to sign at; now if nil
	//webhookgen:end
}

// Request returns a request that delivers the case to a handler, as a POST to
// "/": set its URL.Path where a handler has routes. It can be sent once.
func (c Case) Request() *http.Request {
	header, body := c.sent()
	q := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
	maps.Copy(q.Header, header)
	//webhookgen:only header
	c.sign(q.Header, body)
	//webhookgen:end
	return q
}

// sent returns the header and the body of a request for the case.
func (c Case) sent() (http.Header, []byte) {
	header := http.Header{"Content-Type": {"application/json"}}
	maps.Copy(header, c.Header.Clone())
	if c.form == "" {
		return header, c.Body
	}
	header.Set("Content-Type", "application/x-www-form-urlencoded")
	return header, []byte(url.Values{c.form: {string(c.Body)}}.Encode())
}

// Delivery returns the delivery. It panics if the case is not valid.
func (c Case) Delivery() *hooks.Delivery {
	return webhooks.delivery(c)
}

// Send gives the Request of a case to a handler and returns the answer.
func Send(h http.Handler, c Case) *http.Response {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, c.Request())
	return w.Result()
}

// build returns a delivery with all its members, or that of the sample,
// changed by change. It panics if that makes it invalid. Inlined, it would be
// compiled once for each action.
//
//go:noinline
func build[P hooks.Payload](name hooks.Action, change []func(*hooks.Delivery, P)) Case {
	return webhooks.build(actionOf(name), func(d *hooks.Delivery) {
		for _, f := range change {
			f(d, d.Payload.(P))
		}
	})
}
