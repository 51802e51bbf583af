// Command webhookgen turns the description of a provider's webhooks into Go
// types, JSON Schemas, validators and a dispatcher, and checks deliveries
// against it. `webhookgen help` says how to use it.
//
// In the room: flags, exit statuses, what a person reads, and reading and
// writing files (the writing in internal/output, which alone changes an output
// folder). May not enter: what a specification means (spec) and what is
// generated from it (gen).
//
// Start reading at main.go; program.go says what a run has, command.go how a
// command is declared. Then there is a file for each command.
//
// # Libraries
//
// github.com/urfave/cli/v3 for flags: takes -spec and --spec alike, flags after
// positional arguments too, has no dependencies of its own. The standard flag
// package, google/subcommands over it and peterbourgon/ff stop at the first
// positional argument; cobra and pflag read -spec as five short flags. Its
// suggestions stay off: it would run the command that it guesses.
//
// github.com/agext/levenshtein for "did you mean": one small package, and the
// distance is Levenshtein's, where urfave/cli always finds something similar.
//
// github.com/fatih/color for colour: a switch for each colour object, so that
// standard output and standard error are coloured each by what it is
// (termenv and lipgloss bring a terminal's whole vocabulary for four colours).
// github.com/mattn/go-isatty, its own dependency, tells what is a terminal.
//
// github.com/aymanbagabas/go-udiff for unified diffs: the algorithm of
// golang.org/x/tools in a module of its own, kept up to date, without
// dependencies. hexops/gotextdiff is an older copy of the same and
// pmezard/go-difflib is no longer kept.
//
// github.com/schollz/progressbar/v3 for progress: draws to any writer and clears
// itself away. vbauerster/mpb wants to own the terminal and runs a goroutine.
// Newer versions of it and of fatih/color than those in go.mod ask for Go 1.25.
//
// github.com/rivo/uniseg, a dependency of the bar, for the width of
// characters, so that a caret stands under what it means.
//
// golang.org/x/mod for reading a consumer's go.mod.
package main
