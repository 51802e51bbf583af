package main

// Why a mutant makes no difference.
const (
	theMemberIsThere = "a value without the member is not taken for a wrapped one in the first place"
	anyInt           = "whatever an int64 or a nil list is, it can be sent, and the place is never near the limit of nesting"
	neverWrapped     = "the bare value cannot look like a wrapped one"
	further          = "what stands there is no JSON either, or the rest of it is not: it is refused one step further"
	shortcut         = "a short cut: the code after it comes to the same result"
	closedAlready    = "every kind or value of the type is listed, so the other branch refuses the same with the same rule"
	takesAll         = "the member takes any JSON, wrapped or not"
)

// equivalent is the closed list of mutants that make no difference, with the
// reason. One that is noticed does not belong here.
var equivalent = map[string]string{
	`everything/maybe_wrapped_body_shapes.go: infoOfMaybeWrappedBody: field 0 is not required`: theMemberIsThere,
	`everything/wrapped_any_shapes.go: infoOfWrappedAny: field 0 is not required`:              theMemberIsThere,
	`everything/wrapped_map_shapes.go: infoOfWrappedMap: field 0 is not required`:              theMemberIsThere,
	`livechat/wrapped_customer_shapes.go: infoOfWrappedCustomer: field 0 is not required`:      theMemberIsThere,

	`everything/lists_body_object.go: ListsBody.validate: not checked: member(c, "nested", v.Nested, func(c *validation, v [][][]int64) { checkList(c, v, 0, -1, func(c *validation, v [][]int64) { checkList(c, v, 0, -1, func(c *validation, v []int64) { if v != nil { func(c *validation, v []int64) { checkList(c, v, 0, -1, checkAny[int64]) }(c, v) } }) }) })`: anyInt,
	`everything/lists_body_object.go: ListsBody.validate: not checked: checkList(c, v, 0, -1, func(c *validation, v [][]int64) { checkList(c, v, 0, -1, func(c *validation, v []int64) { if v != nil { func(c *validation, v []int64) { checkList(c, v, 0, -1, checkAny[int64]) }(c, v) } }) })`:                                                                       anyInt,
	`everything/lists_body_object.go: ListsBody.validate: elements are not checked: checkList(c, v, 0, -1, func(c *validation, v [][]int64) { checkList(c, v, 0, -1, func(c *validation, v []int64) { if v != nil { func(c *validation, v []int64) { checkList(c, v, 0, -1, checkAny[int64]) }(c, v) } }) })`:                                                          anyInt,
	`everything/lists_body_object.go: ListsBody.validate: not checked: checkList(c, v, 0, -1, func(c *validation, v []int64) { if v != nil { func(c *validation, v []int64) { checkList(c, v, 0, -1, checkAny[int64]) }(c, v) } })`:                                                                                                                                    anyInt,
	`everything/lists_body_object.go: ListsBody.validate: elements are not checked: checkList(c, v, 0, -1, func(c *validation, v []int64) { if v != nil { func(c *validation, v []int64) { checkList(c, v, 0, -1, checkAny[int64]) }(c, v) } })`:                                                                                                                       anyInt,
	`everything/lists_body_object.go: ListsBody.validate: not checked: func(c *validation, v []int64) { checkList(c, v, 0, -1, checkAny[int64]) }(c, v)`:                                                                                                                                                                                                               anyInt,
	`everything/lists_body_object.go: ListsBody.validate: not checked: checkList(c, v, 0, -1, checkAny[int64])`:                                                                                                                                                                                                                                                        anyInt,
	`everything/maps_body_object.go: MapsBody.validate: elements are not checked: checkMap(c, v, func(c *validation, v *int64) { checkOrNull(c, v, checkAny[int64]) })`:                                                                                                                                                                                                anyInt,
	`everything/maps_body_object.go: MapsBody.validate: not checked: checkOrNull(c, v, checkAny[int64])`:                                                                                                                                                                                                                                                               anyInt,
	`everything/renamed_payload.go: Renamed.validate: not checked: member(c, "list", v.List, func(c *validation, v []int64) { checkList(c, v, 0, -1, checkAny[int64]) })`:                                                                                                                                                                                              anyInt,
	`everything/renamed_payload.go: Renamed.validate: not checked: checkList(c, v, 0, -1, checkAny[int64])`:                                                                                                                                                                                                                                                            anyInt,
	`livechat/access_granted_payload.go: AccessGranted.validate: not checked: c.object("access", &v.Access)`:                                                                                                                                                                                                                                                           anyInt,
	`livechat/access_object.go: Access.validate: not checked: member(c, "group_ids", v.GroupIDs, func(c *validation, v []int64) { checkList(c, v, 0, -1, checkAny[int64]) })`:                                                                                                                                                                                          anyInt,
	`livechat/access_object.go: Access.validate: not checked: checkList(c, v, 0, -1, checkAny[int64])`:                                                                                                                                                                                                                                                                 anyInt,
	`livechat/access_revoked_payload.go: AccessRevoked.validate: not checked: c.object("access", &v.Access)`:                                                                                                                                                                                                                                                           anyInt,
	`livechat/access_set_payload.go: AccessSet.validate: not checked: c.object("access", &v.Access)`:                                                                                                                                                                                                                                                                   anyInt,
	`livechat/additional_data_object.go: AdditionalData.validate: not checked: c.object("access", v.Access)`:                                                                                                                                                                                                                                                           anyInt,
	`livechat/chat_object.go: Chat.validate: not checked: c.object("access", v.Access)`:                                                                                                                                                                                                                                                                                anyInt,
	`livechat/customer_object.go: Customer.validate: not checked: c.object("statistics", v.Statistics)`:                                                                                                                                                                                                                                                                anyInt,
	`livechat/new_customer_object.go: NewCustomer.validate: not checked: c.object("statistics", v.Statistics)`:                                                                                                                                                                                                                                                         anyInt,
	`livechat/thread_object.go: Thread.validate: not checked: c.object("access", v.Access)`:                                                                                                                                                                                                                                                                            anyInt,

	`everything/maybe_wrapped_body_shapes.go: MaybeWrappedBody.validate: not checked: checkBare(c, v.Leaf, "leaf", false, writeInPlace[Leaf])`:                                                                                                 neverWrapped,
	`everything/wrapped_list_shapes.go: WrappedList.validate: not checked: checkBare(c, v.List, "list", true, func(e *encoder, v []*string) { writeList(e, v, func(e *encoder, v *string) { if v == nil { e.null() } else { e.str(*v) } }) })`: neverWrapped,
	`everything/wrapped_list_shapes.go: WrappedList.validate: which objects are wrapped: !true instead of true`:                                                                                                                                neverWrapped,
	`livechat/wrapped_customer_shapes.go: WrappedCustomer.validate: not checked: checkBare(c, v.Customer, "customer", false, writeInPlace[NewCustomer])`:                                                                                       neverWrapped,

	`everything/runtime_number.go: scanner.number: never: p > start`:                                                further,
	`everything/runtime_number.go: scanner.number: not refused: s.fail(start, "a number is longer than the limit")`: further,
	`everything/runtime_object.go: decoder.object: not refused: d.fail(at, "a member's name occurs twice")`:         further,
	`everything/runtime_scan.go: scanner.document: never: strings.HasPrefix(s.text, "\ufeff")`:                      further,
	`everything/runtime_scan.go: scanner.document: not refused: s.fail(0, "a byte order mark")`:                     further,

	`everything/runtime_number.go: scanner.number: never: p < 0`:              shortcut,
	`everything/runtime_number.go: wholeNumber: never: len(short)+power > 19`: shortcut,
	`everything/runtime_number.go: compare: never: value < bound`:             shortcut,

	`everything/mixed_union.go: Mixed.validate: case: kindNone instead of kindUnknown`:                                                         closedAlready,
	`livechat/form_field_union.go: validateFormField: not checked: c.variant("type", string(v.Type), "name", "email", "question", "textarea")`: closedAlready,
	`livechat/form_field_union.go: validateFormField: not checked: c.variant("type", string(v.Type), "radio", "select")`:                       closedAlready,

	`everything/aliases_payload.go: Aliases.field: not checked: p = v.WrappedAny.read(d, p)`: takesAll,
}
