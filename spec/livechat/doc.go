// Package livechat holds the specifications of LiveChat's webhooks, a file for
// each version of the API, and under testdata the deliveries that they are
// tested with. There is no code here but tests: of the specification against
// the provider's page, where that is at hand, and of the corpus against the
// specification.
//
// Under testdata/VERSION are folders of deliveries (valid, invalid) and pushes
// (push, push-invalid), a file each, named ACTION__WHAT.json. A file beside a
// folder of invalid ones says what is wrong with each: the JSON pointer of every
// violation, that of the object for a missing member, and the rule.
package livechat
