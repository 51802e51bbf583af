// Package output brings one folder to the state that a run of the generator
// asks for, and touches nothing else in it.
//
// A folder is ours as far as its manifest says so: webhookgen.manifest.json
// names the specification and the digest of every file that was generated. A
// file that is not listed belongs to somebody else; one whose digest differs
// was edited by hand. [Target.Plan] compares and writes nothing;
// [Target.Write] carries the plan out:
//
//	stage    every new text, and a copy of every old one, beside its place
//	journal  every digest that a file of ours may have until the run is over
//	rename   the staged texts into place, the manifest last
//	clean    copies, journal, folders that became empty
//
// Whatever can go wrong goes wrong while staging, when nothing has changed. A
// rename that fails undoes those before it. After a kill the journal tells the
// next run which files are ours, half-done as they may be.
//
// In the room: the disk, the manifest, the journal, the comparison. May not
// enter: specifications, generation (files come as names and bytes), the
// command line, how a difference is shown.
package output
