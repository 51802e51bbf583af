package spec

import "time"

// defaultTolerance stands for a tolerance that a file does not give.
const defaultTolerance = 5 * time.Minute

var (
	headerPrefixForm = compiledLate("^[A-Za-z0-9_-]{1,90}-$")
	prefixForm       = compiledLate(`^[ -~]{1,100}$`)
	pairForm         = compiledLate(`^[A-Za-z0-9_-]{1,100}$`)
)

const pairHelp = "it must be made of letters, digits, _ and -"

// proofKeys are the keys that belong to one scheme or some.
var proofKeys = []struct {
	key     string
	schemes []ProofScheme
}{
	{"member", []ProofScheme{ProofBodySecret}},
	{"header", []ProofScheme{ProofHMAC, ProofEd25519, ProofBearer}},
	{"prefix", []ProofScheme{ProofHMAC, ProofEd25519, ProofBearer}},
	{"hash", []ProofScheme{ProofHMAC}},
	{"encoding", []ProofScheme{ProofHMAC, ProofEd25519}},
	{"pair", []ProofScheme{ProofHMAC, ProofEd25519}},
	{"separator", []ProofScheme{ProofHMAC, ProofEd25519}},
	{"signed", []ProofScheme{ProofHMAC, ProofEd25519}},
	{"timestamp", []ProofScheme{ProofHMAC, ProofEd25519}},
	{"header_prefix", []ProofScheme{ProofStandardWebhooks}},
	{"tolerance", []ProofScheme{ProofStandardWebhooks}},
}

// proof reads what proves the sender.
func (r *reader) proof(n *node) *Proof {
	if n == nil {
		return nil
	}
	known := []string{"scheme"}
	for _, k := range proofKeys {
		known = append(known, k.key)
	}
	m := r.mapping(n, "proof", known...)
	m.need("scheme")
	p := &Proof{
		Scheme: ProofScheme(m.choice("scheme", string(ProofBodySecret), string(ProofHMAC), string(ProofEd25519), string(ProofStandardWebhooks),
			string(ProofBasic), string(ProofBearer))),
		Span: m.placeSpan("member", "scheme"),
	}
	m.proofScheme(p.Scheme)
	switch p.Scheme {
	case ProofBodySecret:
		m.need("member")
		p.Member = m.member()
	case ProofHMAC:
		if p.Hash = m.choice("hash", "sha256", "sha512", "sha1"); p.Hash == "" {
			p.Hash = "sha256"
		}
		m.signature(p)
	case ProofEd25519:
		m.signature(p)
	case ProofStandardWebhooks:
		prefix := m.pattern("header_prefix", "bad-name", headerPrefixForm(), "it must be the beginning of header names, such as svix-")
		if prefix == "" {
			prefix = "webhook-"
		}
		p.Header = prefix + "signature"
		p.ID = prefix + "id"
		p.Timestamp = &SignedTimestamp{Header: prefix + "timestamp", Form: UnixTime, Tolerance: m.tolerance()}
	case ProofBasic:
		p.Header = "Authorization"
	case ProofBearer:
		p.Header, p.Prefix = m.header("header"), m.prefix()
		if m.get("header") == nil {
			p.Header = "Authorization"
			if m.get("prefix") == nil {
				p.Prefix = "Bearer "
			}
		}
	}
	return p
}

// proofScheme reports keys that another scheme has.
func (m *mapping) proofScheme(scheme ProofScheme) {
	if scheme == "" {
		return
	}
	for _, k := range proofKeys {
		if m.get(k.key) != nil && !isOneOf(scheme, k.schemes) {
			f := m.add("conflicting-keys", m.keySpan(k.key), "a proof by %s has no key %q", scheme, k.key)
			if k.key == "member" {
				f.help("signatures in the body are not served: leave `proof` out, and prove the sender before the request reaches the receiver")
			}
		}
	}
}

func isOneOf(scheme ProofScheme, schemes []ProofScheme) bool {
	for _, s := range schemes {
		if s == scheme {
			return true
		}
	}
	return false
}

func (m *mapping) prefix() string {
	return m.pattern("prefix", "bad-value", prefixForm(), "it must be up to 100 characters of ASCII")
}

// tolerance reads an optional tolerance.
func (m *mapping) tolerance() time.Duration {
	if d := m.duration("tolerance"); d > 0 {
		return d
	}
	return defaultTolerance
}

// signature reads a signature of the body and what is around it.
func (m *mapping) signature(p *Proof) {
	m.need("header")
	p.Header, p.Prefix = m.header("header"), m.prefix()
	if p.Encoding = m.choice("encoding", "hex", "base64"); p.Encoding == "" {
		p.Encoding = "hex"
	}
	p.Pair = m.pattern("pair", "bad-value", pairForm(), pairHelp)
	if p.Separator = m.choice("separator", ",", ";", "&"); p.Separator == "" {
		p.Separator = ","
	}
	switch {
	case m.get("pair") != nil && m.get("prefix") != nil:
		m.conflict("prefix", "pair")
	case m.get("separator") != nil:
		m.need("pair")
	}
	p.Timestamp = m.signedTimestamp(p)
	p.Signed = m.signed()
	m.checkSigned(p)
}

// signedTimestamp reads where the time that is signed stands.
func (m *mapping) signedTimestamp(p *Proof) *SignedTimestamp {
	n := m.get("timestamp")
	if n == nil {
		return nil
	}
	t := m.mapping(n, "timestamp", "header", "pair", "form", "tolerance")
	out := &SignedTimestamp{
		Header:    t.header("header"),
		Pair:      t.pattern("pair", "bad-value", pairForm(), pairHelp),
		Form:      TimestampForm(t.choice("form", string(UnixTime), string(UnixMillis), string(RFC3339))),
		Tolerance: t.tolerance(),
	}
	if out.Form == "" {
		out.Form = UnixTime
	}
	if t.one("header", "pair") == "pair" {
		m.need("pair")
		if out.Pair != "" && out.Pair == p.Pair {
			m.add("bad-signed", t.get("pair").span, "the timestamp and the signature cannot both be in the pair %s", quote(out.Pair))
		}
	}
	return out
}
