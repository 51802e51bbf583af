package plan

import "github.com/webhookgen/webhookgen/spec"

// Parse is for those who write specifications: it returns the one in src, and
// nil if code cannot be generated from it. The findings are those of spec.Parse;
// if these hold no error, those of New stand behind them.
func Parse(name string, src []byte) (*spec.API, spec.Diagnostics) {
	api, found := spec.Parse(name, src)
	if api == nil {
		return nil, found
	}
	_, names := New(api, "")
	if found = append(found, names...); names.HasErrors() {
		return nil, found
	}
	return api, found
}
