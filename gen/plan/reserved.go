package plan

// reservedNames are the exported names of templates/runtime and the fixed ones
// of the generator. A test compares them with the source.
var reservedNames = []string{
	"Action", "Actions", "Borrow", "CheckJSON", "ClaimBusy", "ClaimDone", "ClaimState", "ClaimTaken", "Deduplicator", "Delivery",
	"DeliveryError", "Drift", "DriftAction", "DriftCount", "DriftKind", "DriftMember", "DriftPlace", "DriftValue",
	"DriftVariant", "HandlerFunc", "Handlers", "Handshake", "InvalidDelivery", "Limits", "MemoryDeduplicator", "Middleware",
	"NewMemoryDeduplicator", "NoPushError", "Null", "Nullable", "NullableOf", "OutcomeBroken", "OutcomeClosing",
	"OutcomeConcurrent", "OutcomeDuplicate", "OutcomeEncoding", "OutcomeFailed", "OutcomeHandled", "OutcomeHandshake", "OutcomeIgnored",
	"OutcomeInvalid", "OutcomeKept", "OutcomeMalformed", "OutcomeMethod", "OutcomeOverloaded", "OutcomePanicked",
	"OutcomePermanent", "OutcomeSlow", "OutcomeTimedOut", "OutcomeTooLarge", "OutcomeType", "OutcomeUnavailable",
	"OutcomeUnproved", "OutcomeUnset", "PanicError", "Parse", "ParsePayload", "ParsePush", "Payload", "Permanent",
	"PermanentError", "ProofError", "ProofMalformed", "ProofMissing", "ProofNoSecret", "ProofReason", "ProofRepeated",
	"ProofTooNew", "ProofTooOld", "ProofWrong", "Push", "PushEquivalent", "Receiver", "ReceiverOutcome", "ReceiverReport",
	"Rule", "RuleConst", "RuleEncoding", "RuleEnum", "RuleHeader", "RuleMaxItems", "RuleMaxLength", "RuleMaximum",
	"RuleMinItems", "RuleMinLength", "RuleMinimum", "RuleOneName", "RuleRequired", "RuleType", "RuleUnknown", "RuleVariant",
	"Secret", "SyntaxError", "Timestamp", "TimestampOf", "UnknownPayload", "ValidationError", "Verifier", "Verify",
	"Violation",
}

// methodNames are the exported methods of every generated struct.
var methodNames = []string{"AppendJSON", "LogValue", "MarshalJSON", "UnmarshalJSON", "Validate"}

// runtimeSlugs are the names of types whose files would have those of the
// runtime, such as runtime_object.go.
var runtimeSlugs = []string{"runtime", "runtime_validate"}
