package pages

import (
	_ "embed"
	"strings"
	"unicode"

	"github.com/isnad-news/isnad/lang/arabic"
)

//go:embed invitations.txt
var invitationList string

// invitations holds the folded words of the list, a space on either side.
var invitations = func() (list struct{ openers, targets, phrases []string }) {
	for _, line := range entries(invitationList) {
		sort, words, _ := strings.Cut(line, "\t")
		switch words = folded(words); sort {
		case "opener":
			list.openers = append(list.openers, words)
		case "target":
			list.targets = append(list.targets, words)
		default:
			list.phrases = append(list.phrases, words)
		}
	}
	return list
}()

// mostInvitation is the longest line, in bytes, that is taken for an
// invitation.
const mostInvitation = 420

// isInvitation reports whether words ask the reader to follow, to subscribe or
// to write.
func isInvitation(words string) bool {
	if len(words) > mostInvitation {
		return false
	}
	line := folded(words)
	if containsAny(line, invitations.phrases) {
		return true
	}
	for _, opener := range invitations.openers {
		if strings.HasPrefix(line, opener) {
			return containsAny(line, invitations.targets) && !strings.ContainsAny(words, "\u00AB\u201C\"")
		}
	}
	return false
}

func containsAny(line string, list []string) bool {
	for _, words := range list {
		if strings.Contains(line, words) {
			return true
		}
	}
	return false
}

// folded is words folded, marks made spaces, a space on either side, so that
// words are found whole.
func folded(words string) string {
	words = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) {
			return r
		}
		return ' '
	}, arabic.Fold(words))
	return " " + squeeze(words) + " "
}
