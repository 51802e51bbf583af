package spec

import "time"

// API is a checked specification. Every reference is linked, every default
// applied and every base object merged in. It is immutable once Parse has
// returned it: later stages read it and never write.
type API struct {
	File     string // base name of the file, for headers and messages
	Provider Provider
	Remarks  []Remark // about the page as a whole
	Groups   []*Group
	Contract *Contract // nil if the provider states nothing about delivery
	Envelope *Envelope
	Push     *PushEnvelope // nil if the provider has no pushes
	PushAPIs []*PushAPI
	Types    []*TypeDecl // in the order of the file
	Actions  []*Action   // in the order of the file
}

// Provider says whose webhooks these are and which page was read.
type Provider struct {
	Name       string // lower-case identifier; the default package name
	Title      string // for people; Name if the file has none
	Version    string // of the provider's API
	Docs       Docs
	SchemaBase string // base of every schema's $id, ends in "/"
	Notes      string
	Span       Span
}

// Docs says where and when the provider's page was read.
type Docs struct {
	URL      string
	Revision string // the page's own date or revision
	Read     string // date, YYYY-MM-DD
}

// Doc is what every documented thing carries.
type Doc struct {
	Notes      string // prose, any text
	Since      string
	Deprecated string // the reason; empty if it is not deprecated
	Remarks    []Remark
	GoName     string // override of the derived Go name; empty if none
	GoNameSpan Span
}

// Remark records a contradiction or gap of the page and the side taken. It is
// anchored by section, field and rule; Line is information only, since the
// next revision of the page moves it.
type Remark struct {
	Section string // heading on the page, the action's name by default
	Field   string // member or table cell; may be empty
	Rule    string // lower-case words joined by dashes, such as "wrong-caption"
	Line    int    // 0 if not given
	Says    string // what the page says
	Taken   string // the side that the specification takes
	Span    Span
}

// Group is a chapter of actions.
type Group struct {
	Name  string
	Notes string
	Span  Span
}

// Contract is what the provider states about delivering.
type Contract struct {
	Success []int         // HTTP status codes that acknowledge a delivery
	Timeout time.Duration // 0 if not stated
	Retries int           // -1 if not stated
	Within  time.Duration // of all retries; 0 if not stated
	Notes   string
	Span    Span
}

// Envelope is the object around the payload of a webhook.
type Envelope struct {
	Notes      string
	Action     Place
	Payload    PayloadPlace
	Proof      *Proof     // nil if nothing proves the sender
	DeliveryID *Place     // nil if deliveries have no identifier
	Form       *Form      // nil if every body is JSON
	Handshake  *Handshake // nil if there is none
	Fields     []*Field   // members other than the action and the payload
	Closed     bool
	Span       Span
}

// Place says where in a delivery something stands: a member of the body or an
// HTTP header. An action can be told by both: then its name is the value of
// the header, a dot and the value of the member, or the former alone.
type Place struct {
	Member string // a name, or several joined by dots: each a member of the one before
	Header string
	Closed bool // an event that has actions has no others; with both alone
	Notes  string
	Span   Span
}

// Form says that a body can be a form, with the JSON in one of its members.
type Form struct {
	Member   string
	Required bool // it always is one
	Span     Span
}

// Handshake is a body that tells of nothing, and is answered with a text that
// it brings.
type Handshake struct {
	Member string // that tells it
	Value  string // of Member
	Echo   string // member that holds the text
	Span   Span
}

// PayloadPlace says where the payload stands.
type PayloadPlace struct {
	Member     string
	OlderNames []string // earlier names of the member, still met
	Body       bool     // the whole body is the payload
	Notes      string
	Remarks    []Remark
	Span       Span
}

// ProofScheme is a way to prove the sender of a delivery.
type ProofScheme string

// The schemes.
const (
	ProofBodySecret       ProofScheme = "body_secret"       // the secret is a member of the body
	ProofHMAC             ProofScheme = "hmac"              // a header holds an HMAC of the body
	ProofEd25519          ProofScheme = "ed25519"           // a header holds an Ed25519 signature of the body
	ProofStandardWebhooks ProofScheme = "standard_webhooks" // as www.standardwebhooks.com says
	ProofBasic            ProofScheme = "basic"             // a user and a password
	ProofBearer           ProofScheme = "bearer"            // a header holds the secret
)

// Proof says what proves the sender.
type Proof struct {
	Scheme ProofScheme
	Member string // body member that holds the secret, for ProofBodySecret
	Header string // that holds the secret or the signature, for all others
	Prefix string // of the header's value

	ID        string           // header with the identifier, for ProofStandardWebhooks
	Timestamp *SignedTimestamp // nil if none is signed

	// For ProofHMAC and ProofEd25519.
	Hash      string // sha256, sha512 or sha1; empty for ProofEd25519
	Encoding  string // hex or base64
	Pair      string // name of the pairs in the header that are signatures; empty if the header is one
	Separator string // of the pairs
	Signed    []SignedPart

	Span Span
}

// SignedTimestamp is the time that a signature holds for.
type SignedTimestamp struct {
	Header    string // that it stands in, or
	Pair      string // its name among the pairs in the signature's header
	Form      TimestampForm
	Tolerance time.Duration
}

// TimestampForm is the way a signed time is written.
type TimestampForm string

// The forms of a signed time.
const (
	UnixTime   TimestampForm = "unix"    // seconds since 1970
	UnixMillis TimestampForm = "unix_ms" // milliseconds since 1970
	RFC3339    TimestampForm = "rfc3339"
)

// SignedPart is a part of what is signed.
type SignedPart struct {
	Of   SignedOf
	Text string // of SignedText; the name for SignedHeader
}

// SignedOf is what a part of what is signed is.
type SignedOf int

// The parts of what is signed.
const (
	SignedText SignedOf = iota + 1
	SignedBody
	SignedTime
	SignedHeader
)

// PushEnvelope is the object around the payload of a push.
type PushEnvelope struct {
	Notes   string
	Action  Place
	Payload PayloadPlace
	Fields  []*Field
	Closed  bool
	Span    Span
}

// PushAPI is an API that has pushes with the payloads of webhooks.
type PushAPI struct {
	ID    string
	Title string // ID if the file has none
	URL   string
	Span  Span
}

// Action is one kind of webhook.
type Action struct {
	Name  string
	Slug  string // Name as a file name: [a-z0-9_]+, unique among actions
	Group *Group // nil if it has none
	Push  []PushEquivalent
	// Payload is the named type that `payload` refers to, or, where Inline is
	// set, a declaration of the action's own `fields` that bears its name.
	// Its Body is *Object or *Wrapped.
	Payload *TypeDecl
	Inline  bool
	Sample  Sample // payload alone; nil if there is none
	Doc
	Span     Span // of the name
	BodySpan Span
}

// PushEquivalent names the push of an API that carries the same payload.
type PushEquivalent struct {
	API  *PushAPI
	Name string
	Span Span
}

// Sample is a JSON text, compact, members in the order of the file.
type Sample []byte
