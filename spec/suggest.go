package spec

import "unicode/utf8"

// maxEffort bounds the work that a file full of unknown names causes: one for
// each word that is looked at, and comparing for each that is compared.
const (
	maxEffort = 4_000_000
	comparing = 20
)

// didYouMean is the help for a word that is none of known: the nearest of
// them, or otherwise.
func (fs *findings) didYouMean(word string, known []string, otherwise string) string {
	if near := fs.nearest(word, known); near != "" {
		return "did you mean " + quote(near) + "?"
	}
	return otherwise
}

// nearest returns the word of known that takes the fewest edits to reach from
// word, if these are few; the first among equals.
func (fs *findings) nearest(word string, known []string) string {
	const longest = 64
	if len(word) > longest {
		return ""
	}
	runes := []rune(word)
	best, fewest := "", max(1, len(runes)/3)+1
	for _, candidate := range known {
		if fs.effort++; fs.effort > maxEffort {
			break
		}
		difference := utf8.RuneCountInString(candidate) - len(runes)
		if max(difference, -difference) >= fewest {
			continue
		}
		fs.effort += comparing
		if d := distance(runes, []rune(candidate)); d < fewest {
			best, fewest = candidate, d
		}
	}
	return best
}

// distance counts the insertions, deletions, replacements and swaps of
// neighbours that turn a into b.
func distance(a, b []rune) int {
	before, previous := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(a); i++ {
		current := make([]int, len(b)+1)
		current[0] = i
		for j := 1; j <= len(b); j++ {
			replace := previous[j-1]
			if a[i-1] != b[j-1] {
				replace++
			}
			current[j] = min(previous[j]+1, current[j-1]+1, replace)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				current[j] = min(current[j], before[j-2]+1)
			}
		}
		before, previous = previous, current
	}
	return previous[len(b)]
}
