package gloss_test

import "flag"

var missed = flag.Int("missed", 0, "how many words without a concept TestParallel lists")
