package generated_test

import (
	"net/http"
	"path/filepath"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/internal/everything"
	everythingschema "github.com/webhookgen/webhookgen/generated/internal/everything/schema"
	"github.com/webhookgen/webhookgen/generated/livechat"
	livechatschema "github.com/webhookgen/webhookgen/generated/livechat/schema"
	livechat36 "github.com/webhookgen/webhookgen/generated/livechat/v36"
	livechat36schema "github.com/webhookgen/webhookgen/generated/livechat/v36/schema"
	"github.com/webhookgen/webhookgen/generated/slack"
	slackschema "github.com/webhookgen/webhookgen/generated/slack/schema"
	"github.com/webhookgen/webhookgen/generated/standardwebhooks"
	standardschema "github.com/webhookgen/webhookgen/generated/standardwebhooks/schema"
)

const (
	livechatCorpus   = "../spec/livechat/testdata/v3.0/"
	livechat36Corpus = "../spec/livechat/testdata/v3.6/"
	slackCorpus      = "../spec/slack/testdata/"
	standardCorpus   = "../spec/standardwebhooks/testdata/"
	everythingCorpus = "internal/testdata/everything/"
)

// subject is one kind of input of a generated package, with its corpus.
type subject struct {
	name    string
	target  conformance.Target
	valid   string // folder of what is accepted
	invalid string // folder of what is not, with its manifest beside it; "" if there is none
	mutants int    // of the corpus, at least
}

// plain is for packages whose deliveries need no header.
func plain[D any](parse func([]byte) (D, error), schema func([]byte) error, pushName string) conformance.Target {
	return judged{
		parse:    func(_ http.Header, input []byte) (any, error) { return parse(input) },
		schema:   func(_ http.Header, input []byte) error { return schema(input) },
		pushName: pushName,
	}.target(nil)
}

// headed is for packages whose deliveries have a header, which their corpus lacks.
func headed[D any](parse func(http.Header, []byte) (D, error), schema func([]byte) error, header http.Header) conformance.Target {
	return judged{
		parse:  func(header http.Header, input []byte) (any, error) { return parse(header, input) },
		schema: func(_ http.Header, input []byte) error { return schema(input) },
	}.target(header)
}

// Each of subjects is tested with its corpus.
var (
	livechatDeliveries = plain(livechat.Parse, livechatschema.ValidateDelivery, "")
	livechatPushes     = plain(livechat.ParsePush, livechatschema.ValidatePush, "/action")
	slackDeliveries    = headed(slack.Parse, slackschema.ValidateDelivery, nil)
	standardDeliveries = headed(standardwebhooks.Parse, standardschema.ValidateDelivery, http.Header{"Webhook-Id": {"msg_1"}})

	subjects = []subject{
		{"livechat deliveries", livechatDeliveries, livechatCorpus + "valid", livechatCorpus + "invalid", 100_000},
		{"livechat pushes", livechatPushes, livechatCorpus + "push", livechatCorpus + "push-invalid", 5_000},
		{"livechat 3.6 deliveries", plain(livechat36.Parse, livechat36schema.ValidateDelivery, ""), livechat36Corpus + "valid", livechat36Corpus + "invalid", 80_000},
		{"livechat 3.6 pushes", plain(livechat36.ParsePush, livechat36schema.ValidatePush, "/action"), livechat36Corpus + "push", livechat36Corpus + "push-invalid", 5_000},
		{"slack deliveries", slackDeliveries, slackCorpus + "valid", slackCorpus + "invalid", 60_000},
		{"standardwebhooks deliveries", standardDeliveries, standardCorpus + "valid", standardCorpus + "invalid", 5_000},
		{"everything deliveries", plain(everything.Parse, everythingschema.ValidateDelivery, ""), everythingCorpus + "valid", "", 20_000},
		{"everything pushes", plain(everything.ParsePush, everythingschema.ValidatePush, "/name"), everythingCorpus + "push", "", 2_000},
	}
)

// eachSubject runs a test over every subject.
func eachSubject(t *testing.T, test func(*testing.T, subject)) {
	for _, s := range subjects {
		t.Run(s.name, func(t *testing.T) { test(t, s) })
	}
}

func TestValid(t *testing.T) {
	eachSubject(t, func(t *testing.T, s subject) { testValid(t, s.target, s.valid) })
}

func TestInvalid(t *testing.T) {
	eachSubject(t, func(t *testing.T, s subject) {
		if s.invalid != "" {
			testInvalid(t, s.target, s.invalid)
		}
	})
}

func TestMutations(t *testing.T) {
	eachSubject(t, func(t *testing.T, s subject) {
		t.Parallel()
		testMutations(t, s.target, s.valid, s.mutants)
	})
}

// Every folder of a specification's corpus has a subject.
func TestSubjectsAreComplete(t *testing.T) {
	tested := map[string]bool{gitHubCorpus: true} // see TestGitHubCorpus
	for _, s := range subjects {
		tested[filepath.Clean(s.valid)] = true
	}
	for _, pattern := range []string{"../spec/*/testdata/valid", "../spec/*/testdata/*/valid", "../spec/*/testdata/*/push"} {
		folders, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, folder := range folders {
			if !tested[filepath.Clean(folder)] {
				t.Errorf("no subject has %s", folder)
			}
		}
	}
}
