package plan

// reservedNames are the exported names of templates/runtime and the fixed ones
// of the generator. A test compares them with the source.
var reservedNames = []string{
	"Action", "Actions", "CheckJSON", "Delivery", "Handlers", "Limits", "NoPushError", "Null", "Nullable", "NullableOf",
	"Parse", "ParsePayload", "ParsePush", "Payload", "Push", "PushEquivalent", "Rule", "RuleConst", "RuleEncoding",
	"RuleEnum", "RuleMaxItems", "RuleMaximum", "RuleMinItems", "RuleMinimum", "RuleOneName", "RuleRequired", "RuleType",
	"RuleUnknown", "Secret", "SyntaxError", "Timestamp", "TimestampOf", "UnknownPayload", "ValidationError", "Violation",
}

// methodNames are the exported methods of every generated struct.
var methodNames = []string{"AppendJSON", "LogValue", "MarshalJSON", "UnmarshalJSON", "Validate"}

// runtimeSlugs are the names of types whose files would have those of the
// runtime, such as runtime_object.go.
var runtimeSlugs = []string{"runtime", "runtime_validate"}
