package generated_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/github"
	"github.com/webhookgen/webhookgen/generated/github/githubtest"
	githubschema "github.com/webhookgen/webhookgen/generated/github/schema"
	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

var gitHub = judged{
	parse:  func(h http.Header, b []byte) (any, error) { return github.Parse(h, b) },
	schema: githubschema.ValidateRequest,
}

// gitHubCorpus is a folder of deliveries, named EVENT__WHAT.json.
const gitHubCorpus = "../spec/github/testdata/valid"

// gitHubTarget judges deliveries of the event that a file of the corpus is named after.
func gitHubTarget(file string) conformance.Target {
	event, _, _ := strings.Cut(filepath.Base(file), "__")
	return gitHub.target(http.Header{"X-Github-Event": {event}})
}

// TestGitHubCorpus checks that the corpus is accepted, of known actions, and
// comes back as it was.
func TestGitHubCorpus(t *testing.T) {
	for name, text := range readCorpus(t, gitHubCorpus) {
		target := gitHubTarget(name)
		if s := target.Schema(text); !s.Accepted {
			t.Errorf("%s: the schema refuses it: %s", name, s.Detail)
			continue
		}
		again, err := target.RoundTrip(text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if difference, missing := conformance.Difference(tree(t, text), tree(t, again)); difference != "" || missing != nil {
			t.Errorf("%s: %s, lost %q", name, difference, missing)
		}
	}
}

// TestGitHubMutations compares the verdicts on systematic changes of the corpus.
func TestGitHubMutations(t *testing.T) {
	t.Parallel()
	stride := 31
	if *full {
		stride = 1
	}
	files, words := readCorpus(t, gitHubCorpus), map[string][]string{}
	for _, text := range files {
		conformance.Strings(tree(t, text), words)
	}
	for name := range words { // a mutant for each is too much
		words[name] = words[name][:min(len(words[name]), 3)]
	}
	count, tried, failures := 0, 0, 0
	for name, text := range files {
		target := gitHubTarget(name)
		for what, mutant := range conformance.Mutations(tree(t, text), words) {
			if count++; count%stride != 0 {
				continue
			}
			tried++
			if _, err := target.Agree(conformance.Text(mutant)); err != nil {
				if failures++; failures <= 10 {
					t.Errorf("%s, %s: %v", name, what, err)
				}
			}
		}
	}
	t.Logf("%d of %d mutants tried, %d disagreements", tried, count, failures)
	if count < 20_000 {
		t.Errorf("only %d mutants", count)
	}
}

// TestGitHubKit holds deliveries of every action against code and schemas.
// Those that the kit breaks and malforms take minutes, which is for -full.
func TestGitHubKit(t *testing.T) {
	t.Parallel()
	githubtest.Conformance(t)
	for _, action := range github.Actions() {
		for seed := range uint64(3) {
			c := githubtest.RandomOf(action, seed)
			if _, err := gitHub.target(c.Header).RoundTrip(c.Body); err != nil {
				t.Errorf("%s, %d: %v", action, seed, err)
			}
		}
	}
}

// FuzzGitHub gives any body to the package under the header of one of the corpus.
func FuzzGitHub(f *testing.F) {
	for name, text := range readCorpus(f, gitHubCorpus) {
		event, _, _ := strings.Cut(name, "__")
		f.Add(event, text)
	}
	f.Fuzz(func(t *testing.T, event string, body []byte) {
		target := gitHub.target(http.Header{"X-Github-Event": {event}})
		accepted, err := target.Agree(body)
		if err == nil && accepted {
			_, err = target.RoundTrip(body)
		}
		if err != nil {
			t.Error(err)
		}
	})
}
