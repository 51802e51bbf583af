package runtime

import "log/slog"

// Handshake is the payload of a body that tells of nothing: the provider wants
// its challenge back, to see that somebody listens. A Receiver sends it. Such a
// delivery has no Action and no handler, and is written without its other members.
type Handshake struct{ Challenge string }

// handshakeInfo says what tells a handshake: generated code fills one in.
type handshakeInfo struct {
	member string // of the body, that tells it
	value  string // of member
	echo   string // member of the body that holds the challenge
}

// isHandshake says whether the body at p is a handshake.
func (d *decoder) isHandshake(p int) bool {
	if d.text[p] != '{' {
		return false
	}
	at := d.member(p, handshake.member)
	if at < 0 || d.text[at] != '"' {
		return false
	}
	value, after := d.string(at)
	if after < 0 {
		d.problem = "" // the walk will find it
	}
	return after >= 0 && value == handshake.value
}

// handshake reads the handshake at p as the payload of v.
func (d *decoder) handshake(p int, v *Delivery) int {
	h := new(Handshake)
	v.Payload = h
	d.await = awaited{}
	return h.read(d, p)
}

func (v *Handshake) read(d *decoder, p int) int {
	info := objectInfo{names: []string{handshake.member, handshake.echo}, required: fieldSet{0b11}}
	return d.object(p, v, &info)
}

func (v *Handshake) field(d *decoder, name string, p int) (int, int) {
	switch name {
	case handshake.member:
		return 0, d.constText(p, handshake.value)
	case handshake.echo:
		v.Challenge, p = d.str(p)
		return 1, p
	}
	return d.other(p)
}

func (v *Handshake) encode(e *encoder) {
	if e.open() {
		e.comma('{')
		e.str(handshake.member)
		e.buf = append(e.buf, ':')
		e.str(handshake.value)
		e.comma('{')
		e.str(handshake.echo)
		e.buf = append(e.buf, ':')
		e.str(v.Challenge)
		e.close()
	}
}

func (v *Handshake) validate(c *validation) { c.text(handshake.echo, v.Challenge) }

func (v *Handshake) payloadAction() Action { return "" }

// challenge is the text to answer with.
func (v *Handshake) challenge() string { return v.Challenge }

// Validate returns nil, or a *ValidationError if Challenge is no text.
func (v *Handshake) Validate() error { return validate(v) }

// AppendJSON appends the body of the handshake to dst.
func (v *Handshake) AppendJSON(dst []byte) ([]byte, error) { return appendJSON(dst, v) }

// MarshalJSON returns the body of the handshake.
func (v Handshake) MarshalJSON() ([]byte, error) { return v.AppendJSON(nil) }

// UnmarshalJSON reads the body of a handshake.
func (v *Handshake) UnmarshalJSON(data []byte) error {
	var fresh Handshake
	if err := unmarshalObject(data, &fresh); err != nil {
		return err
	}
	*v = fresh
	return nil
}

// LogValue returns what may stand in a log: nothing of it.
func (v Handshake) LogValue() slog.Value { return slog.StringValue("handshake") }
