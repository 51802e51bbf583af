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

func newCase(a *action, name string, tree any) Case {
	return Case{Name: string(a.name) + ": " + name, Action: a.name, Header: a.header(), Body: textOf(tree), form: form}
}

// Request returns a request that delivers the case to a handler. It can be
// sent once.
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
	d, err := c.parse()
	if err != nil {
		panic(c.Name + ": " + err.Error())
	}
	return d
}

// Send gives a case to a handler and returns the answer.
func Send(h http.Handler, c Case) *http.Response {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, c.Request())
	return w.Result()
}

// build returns a delivery with all its members, or that of the sample,
// changed by change. It panics if that makes it invalid.
func build[P hooks.Payload](name hooks.Action, change []func(*hooks.Delivery, P)) Case {
	var c Case
	explore(actionOf(name), func(next Case, _ any) {
		if c.Body == nil {
			c = next
		}
	})
	d := c.Delivery()
	for _, f := range change {
		f(d, d.Payload.(P))
	}
	body, err := d.MarshalJSON()
	built := Case{Name: string(name) + ": built", Action: d.Action, Header: headerOf(d), Body: body, form: form}
	if err == nil {
		_, err = built.parse()
	}
	if err != nil {
		panic(string(name) + ": " + err.Error())
	}
	return built
}
