package schema

import "github.com/webhookgen/webhookgen/templates/runtime"

// checkJSON lets through what the strict scanner accepts: the validator
// underneath panics on some numbers and is slow on deep nesting.
func checkJSON(body []byte) error { return runtime.CheckJSON(body) }
