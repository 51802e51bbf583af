package judges

import "flag"

// full is for continuous integration: minutes in place of seconds.
var full = flag.Bool("full", false, "try every case, not a sample")
